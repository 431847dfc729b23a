// A speechSynthesis that follows `window.voicePlan`: voices (languages), boundaries, hold (starts and waits), silent (never answers),
// late (voices come after so many ms), breaks (an error in and after that utterance). What it was asked stands in window.spoken, rates, voicesUsed, cancelled.
(() => {
  const plan = { voices: ["en-US", "vi-VN"], boundaries: true, ...window.voicePlan };
  const listeners = [];
  let current = null;
  let known = !plan.late;
  if (plan.late) setTimeout(() => ((known = true), listeners.forEach((listen) => listen(new Event("voiceschanged")))), plan.late);
  Object.assign(window, { spoken: [], rates: [], voicesUsed: [], cancelled: 0 });
  window.boundary = (charIndex) => current?.onboundary?.({ name: "word", charIndex, charLength: 4 });
  window.SpeechSynthesisUtterance = class {
    constructor(text) {
      this.text = text;
    }
  };
  const voices = plan.voices.map((lang) => ({ lang, name: `voice ${lang}`, voiceURI: lang, localService: !lang.endsWith("online"), default: lang.startsWith("en") }));
  Object.defineProperty(window, "speechSynthesis", {
    value: {
      get speaking() {
        return current !== null;
      },
      pending: false,
      getVoices: () => (known ? voices : []),
      addEventListener: (name, listen) => listeners.push(listen),
      cancel() {
        window.cancelled += 1;
        const stopped = current;
        current = null;
        if (stopped) setTimeout(() => stopped.onerror?.({ error: "interrupted" }));
      },
      speak(utterance) {
        current = utterance;
        window.spoken.push(utterance.text);
        window.rates.push(utterance.rate);
        window.voicesUsed.push(utterance.voice.lang);
        if (plan.silent) return;
        setTimeout(() => utterance.onstart?.({}));
        if (plan.breaks && window.spoken.length >= plan.breaks) return setTimeout(() => utterance.onerror?.({ error: "network" }), 10);
        if (plan.hold) return;
        setTimeout(() => current === utterance && plan.boundaries && window.boundary(0), 10);
        setTimeout(() => {
          if (current !== utterance) return;
          current = null;
          utterance.onend?.({});
        }, 25);
      },
    },
  });
})();
