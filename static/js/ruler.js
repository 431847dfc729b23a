// The reading ruler: a bright band of one, three or five lines that follows the pointer, a touch, the focus or the arrow keys.
// It is drawn over the page and changes nothing in it.

const MOVES = { ArrowUp: -1, ArrowDown: 1 };
const OWN_ARROWS = "input, select, textarea, audio, video, [contenteditable], dialog, summary";

let band = null;
let lines = 1;
let middle = 0; // of the band, px from the top of the window
let listening = null;

export function set(value) {
  listening?.abort();
  band?.remove();
  band = null;
  if (value === "off") return;
  lines = Number(value);
  band = document.createElement("div");
  band.className = "ruler";
  document.body.append(band);
  listen();
  place(middle || innerHeight / 3);
}

function listen() {
  listening = new AbortController();
  const options = { passive: true, signal: listening.signal };
  addEventListener("pointermove", (event) => place(event.clientY), options);
  addEventListener("pointerdown", (event) => place(event.clientY), options);
  addEventListener("resize", () => place(middle), options);
  document.addEventListener("focusin", (event) => onto(event.target), options);
  document.addEventListener("keydown", move, { signal: listening.signal });
}

// By one line; past the middle of the window the page moves instead, so that the eye may rest.
function move(event) {
  const step = MOVES[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest?.(OWN_ARROWS)) return;
  event.preventDefault();
  const by = step * lineAt(middle).height;
  const target = middle + by;
  const rests = step > 0 ? target > innerHeight * 0.6 : target < innerHeight * 0.2;
  const before = scrollY;
  if (rests) scrollBy({ top: by, behavior: "instant" });
  place(middle + by - (scrollY - before));
}

function onto(element) {
  if (!element.matches?.(":focus-visible")) return;
  const box = element.getBoundingClientRect();
  place(box.top + Math.min(box.height, lineAt(box.top).height) / 2);
}

function place(wanted) {
  const line = lineAt(Math.max(0, Math.min(wanted, innerHeight)));
  middle = line.middle;
  const height = line.height * lines;
  band.style.top = `${middle - height / 2}px`;
  band.style.height = `${height}px`;
}

// The printed line at that height, so that the band never cuts letters in two; without one, a line of the page's own height there.
function lineAt(height) {
  const main = document.querySelector("main") ?? document.body;
  const room = main.getBoundingClientRect();
  const usual = Number.parseFloat(getComputedStyle(main).lineHeight) || 28;
  for (const share of [0.1, 0.3, 0.5]) {
    const found = caretLine(room.left + room.width * share, height);
    if (found) return found;
  }
  return { middle: height, height: usual };
}

function caretLine(x, y) {
  const at = document.caretPositionFromPoint?.(x, y) ?? fromRange(document.caretRangeFromPoint?.(x, y));
  if (at?.offsetNode?.nodeType !== Node.TEXT_NODE || !at.offsetNode.data.trim()) return null;
  const range = document.createRange();
  const start = Math.min(at.offset, at.offsetNode.length - 1);
  range.setStart(at.offsetNode, start);
  range.setEnd(at.offsetNode, start + 1);
  const box = range.getBoundingClientRect();
  const height = Number.parseFloat(getComputedStyle(at.offsetNode.parentElement).lineHeight) || box.height * 1.3;
  if (!box.height || Math.abs(box.top + box.height / 2 - y) > height) return null;
  return { middle: box.top + box.height / 2, height };
}

function fromRange(range) {
  return range && { offsetNode: range.startContainer, offset: range.startOffset };
}
