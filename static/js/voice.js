// A browser's voices: finding those of a language, feeding one of them short utterances, and noticing when it has fallen silent.

const LANGUAGES = { vi: /^(vi|vie)\b/i, en: /^(en|eng)\b/i };
const LONGEST_WAIT = 1500; // for the list of voices, ms
const SHORTEST_PATIENCE = 3000; // with a silent voice, ms
const CHARACTERS_A_SECOND = 12; // of a slow voice at the usual speed
const AFTER_CANCEL = 60; // ms; some browsers lose what is spoken in the same moment as a cancel

// Only voices of the language will do: the browser's default would read Vietnamese with English sounds. Those of the machine come
// first, because the others send the text away and need the network.
export async function findVoices(language) {
  if (!("speechSynthesis" in window)) return [];
  const there = fitting(language);
  return there.length ? there : voicesLoaded(language);
}

export function fitting(language) {
  const found = speechSynthesis.getVoices().filter((voice) => LANGUAGES[language].test(voice.lang.replace("_", "-")));
  return found.sort((one, other) => Number(other.localService) - Number(one.localService));
}

function voicesLoaded(language) {
  return new Promise((resolve) => {
    const done = () => resolve(fitting(language));
    const late = setTimeout(done, LONGEST_WAIT);
    speechSynthesis.addEventListener?.("voiceschanged", () => {
      if (!fitting(language).length) return;
      clearTimeout(late);
      done();
    });
  });
}

export class Voice {
  // `listener` hears ended(), reached(from, to) in the joined chunks, and stalled().
  constructor(found, sentences, listener) {
    this.found = found;
    this.sentences = sentences;
    this.listener = listener;
    this.turn = 0; // what an older turn reports is not heard
    this.sentence = null;
    this.chunk = 0;
  }

  // Begins a sentence, or goes on with the chunk at which the same sentence was hushed.
  read(place, rate) {
    const sentence = this.sentences[place];
    const busy = speechSynthesis.speaking || speechSynthesis.pending;
    const resumed = this.hushed && sentence === this.sentence;
    if (!resumed) this.chunk = 0;
    this.silence();
    Object.assign(this, { sentence, rate, hushed: false, retried: false });
    const { turn } = this;
    setTimeout(() => turn === this.turn && this.say(), busy ? AFTER_CANCEL : 0);
  }

  // Pausing is cancelling and remembering: on several systems speechSynthesis.pause() cannot be taken back.
  hush() {
    this.hushed = true;
    this.silence();
  }

  forget() {
    this.hushed = false;
  }

  silence() {
    this.turn += 1;
    clearTimeout(this.watch);
    speechSynthesis.cancel();
  }

  say() {
    const chunks = this.sentence[3];
    const text = chunks[this.chunk];
    const before = chunks.slice(0, this.chunk).join("").length;
    const { turn } = this;
    const now = (act) => (event) => turn === this.turn && act(event);
    // Kept on `this`: some browsers forget an utterance nobody holds, and its end with it.
    const utterance = (this.utterance = new SpeechSynthesisUtterance(text));
    const voice = this.voiceOfSentence();
    Object.assign(utterance, { voice, lang: voice.lang.replace("_", "-"), rate: this.rate });
    utterance.onboundary = now((event) => this.bound(event, text, before));
    utterance.onend = now(() => this.next());
    utterance.onerror = now(() => this.fallSilent());
    this.expect(text.length);
    speechSynthesis.speak(utterance);
  }

  // A sentence in the other language has its own voice where the machine has one.
  voiceOfSentence() {
    const language = this.sentence[5];
    return (language && fitting(language)[0]) || this.found;
  }

  bound(event, text, before) {
    this.expect(text.length - event.charIndex);
    if (event.name && event.name !== "word") return;
    const length = event.charLength || /^\S*/.exec(text.slice(event.charIndex))[0].length;
    this.listener.reached(before + event.charIndex, before + event.charIndex + length);
  }

  next() {
    clearTimeout(this.watch);
    this.retried = false;
    this.chunk += 1;
    if (this.chunk < this.sentence[3].length) this.say();
    else this.listener.ended();
  }

  expect(characters) {
    clearTimeout(this.watch);
    const usual = (characters / CHARACTERS_A_SECOND / this.rate) * 1000;
    this.watch = setTimeout(() => this.fallSilent(), Math.max(SHORTEST_PATIENCE, 2 * usual));
  }

  // Once the same chunk is tried again; twice silent means that this voice cannot be relied on.
  fallSilent() {
    const again = !this.retried;
    this.silence();
    this.retried = true;
    if (again) return setTimeout((turn) => turn === this.turn && this.say(), AFTER_CANCEL, this.turn);
    this.hushed = true;
    this.listener.stalled();
  }
}
