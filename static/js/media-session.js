// The keys of a headset, a keyboard or a locked screen: previous and next are sentences.

export function announce(player) {
  if (!("mediaSession" in navigator)) return;
  const title = document.querySelector("h1")?.textContent.trim() ?? document.title;
  const artist = document.querySelector("meta[property='og:site_name']")?.content ?? "";
  navigator.mediaSession.metadata = new MediaMetadata({ title, artist });
  const acts = {
    play: () => player.speaking || player.toggle(),
    pause: () => player.speaking && player.pause(),
    stop: () => player.bar && player.stop(),
    previoustrack: () => player.step(-1),
    nexttrack: () => player.step(1),
  };
  for (const [name, act] of Object.entries(acts)) handle(name, act);
}

export function withdraw() {
  if (!("mediaSession" in navigator)) return;
  navigator.mediaSession.metadata = null;
  navigator.mediaSession.playbackState = "none";
  for (const name of ["play", "pause", "stop", "previoustrack", "nexttrack"]) handle(name, null);
}

// A browser that does not know an action throws.
function handle(name, act) {
  try {
    navigator.mediaSession.setActionHandler(name, act);
  } catch {
    // Left to the browser.
  }
}
