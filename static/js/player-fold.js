// The bar folded down to what stops the voice, for whoever needs the room; nothing else about listening changes.

export function foldAway(player) {
  const { bar, parts } = player;
  const turn = (folded) => {
    bar.classList.toggle("player--folded", folded);
    parts.unfold.hidden = !folded;
    (folded ? parts.unfold : bar.querySelector("summary")).focus();
  };
  parts.fold.addEventListener("click", () => turn(true));
  parts.unfold.addEventListener("click", () => turn(false));
}
