// Links to a sentence: shown where one led here, and given away for the sentence being read.

const TOLD = 4000; // ms

// Shows the sentence that the address names, without a sound, and puts the focus there as any link inside a page does. A link that was
// followed `anew` counts more than where this tab stopped before.
export function followLink(player, anew) {
  const place = player.places.named();
  if (place === null || player.speaking) return;
  if (anew) player.places.keep(place);
  if (player.bar) return player.go(place);
  const { highlighter } = player;
  const sentence = player.sentences[place];
  highlighter.markSentence(sentence);
  const box = highlighter.box();
  if (box) scrollBy({ top: box.top - innerHeight / 4, behavior: "instant" });
  focusOn(document.getElementById(sentence[0]));
}

// The block takes the focus for as long as it has it.
function focusOn(block) {
  if (!block) return;
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
}

// What became of the link is told by the button's own name: nothing is announced into a voice.
export function offerLink(player) {
  const { link } = player.parts;
  const name = link.textContent;
  let back;
  link.addEventListener("click", async () => {
    const copied = await copy(addressOf(player.place));
    link.textContent = copied ? link.dataset.done : link.dataset.shown;
    clearTimeout(back);
    back = setTimeout(() => (link.textContent = name), TOLD);
  });
}

// The page's own address, whatever led here; sentences count from 1.
function addressOf(place) {
  const own = document.querySelector("link[rel=canonical]")?.href ?? location.origin + location.pathname;
  return `${own}#c${place + 1}`;
}

// Browsers keep the clipboard closed to pages without https; then the link stands in the address bar.
async function copy(address) {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    history.replaceState(null, "", new URL(address).hash);
    return false;
  }
}
