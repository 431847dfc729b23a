// The player's options: what is saved is shown, and what is changed holds at once.

export function fillOptions(player) {
  const { parts, choices, sources } = player;
  const saved = choices.saved();
  parts.rate.value = saved.rate;
  parts.mark.value = saved.mark;
  parts.follow.checked = saved.follow === "on";
  parts.rate.addEventListener("change", () => player.changeRate(parts.rate.value));
  parts.mark.addEventListener("change", () => changeMark(player));
  parts.follow.addEventListener("change", () => {
    choices.keep({ follow: parts.follow.checked ? "on" : "off" });
    if (parts.follow.checked) player.follower.comeBack();
    else parts.back.hidden = true;
  });
  parts.sources.hidden = !(sources.device && sources.recording);
  parts.sources.addEventListener("change", (event) => player.changeSource(event.target.value));
  fillVoices(player);
  player.showSource = () => showSource(player);
  player.showSource();
}

function changeMark(player) {
  player.choices.keep({ mark: player.parts.mark.value });
  player.highlighter.clear();
  player.mark();
}

function fillVoices(player) {
  const { sources } = player;
  const { voice } = player.parts;
  for (const found of sources.voices) {
    const name = found.localService ? found.name : voice.dataset.online.replace("{name}", found.name);
    voice.add(new Option(name, found.voiceURI, false, found === sources.found));
  }
  voice.addEventListener("change", () => player.changeVoice(voice.value));
}

function showSource({ parts, sources, source }) {
  const device = source === sources.device;
  const radio = parts.sources.querySelector(`[value="${device ? "device" : "recording"}"]`);
  radio.checked = true;
  parts.voiceField.hidden = !device || sources.voices.length < 2;
}
