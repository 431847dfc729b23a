// Keys of the player, only while the focus is in it: ← → a sentence, with Shift a paragraph, - + the speed, Escape stops.

const SLOWER = -1;
const FASTER = 1;

export function hearKeys(player) {
  const acts = {
    ArrowLeft: (event) => (event.shiftKey ? player.parts.paragraphBack.click() : player.step(-1)),
    ArrowRight: (event) => (event.shiftKey ? player.parts.paragraphOn.click() : player.step(1)),
    "-": () => changeSpeed(player.parts.rate, SLOWER),
    "+": () => changeSpeed(player.parts.rate, FASTER),
    "=": () => changeSpeed(player.parts.rate, FASTER),
    Escape: () => player.stop(),
  };
  player.bar.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const own = event.target.matches("select, input");
    if (!Object.hasOwn(acts, event.key) || (own && event.key !== "Escape")) return;
    event.preventDefault();
    acts[event.key](event);
  });
}

function changeSpeed(select, by) {
  const wanted = select.selectedIndex + by;
  if (wanted < 0 || wanted >= select.length) return;
  select.selectedIndex = wanted;
  select.dispatchEvent(new Event("change"));
}
