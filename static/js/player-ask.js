// What is offered where this machine has no voice of the page's language: the recording, if there is one, and the way to a voice.

// In this order: phones also name the systems they are made from. An iPad calls itself a Mac, but has a screen to touch.
const MACHINES = [
  [/Android/, "android"],
  [/iPhone|iPad|iPod/, "iphone"],
  [/Macintosh/, navigator.maxTouchPoints > 1 ? "iphone" : "mac"],
  [/Windows/, "windows"],
  [/Linux|X11/, "linux"],
];

export function ask(player) {
  const box = player.home.querySelector("[data-reader-ask]");
  const { recording } = player.sources;
  const button = box.querySelector("[data-ask-recording]");
  const way = box.querySelector("[data-ask-voices]");
  way.href = new URL(ownPage(), new URL(way.dataset.askVoices, location.href));
  box.querySelector("[data-ask-said]").hidden = button.hidden = !recording;
  box.hidden = false;
  if (!recording) return;
  const facts = box.querySelector("[data-ask-facts]");
  const { voice, facts: told } = recording.home.dataset;
  facts.textContent = facts.dataset[voice === "person" ? "person" : "machine"].replace("{facts}", told);
  button.onclick = () => {
    box.hidden = true;
    player.toggle("recording");
  };
  button.focus();
}

function ownPage() {
  const [, key] = MACHINES.find(([name]) => name.test(navigator.userAgent)) ?? [];
  return key ? `${key}/` : "";
}
