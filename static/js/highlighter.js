// Marks printed text without touching the document: what a screen reader, a selection or find-in-page sees stays as it was.

const paints = "highlights" in (window.CSS ?? {}) && "Highlight" in window;

export class Highlighter {
  // With `shown` off the place is only kept, for scrolling along.
  markSentence([id, start, end], shown = true) {
    this.clear();
    this.block = document.getElementById(id);
    if (!this.block) return;
    this.range = rangeIn(this.block, start, end);
    if (!shown) return;
    if (paints && this.range) CSS.highlights.set("sentence", new Highlight(this.range));
    else this.block.classList.add("is-read-aloud");
  }

  // `from` and `to` count characters of what is said; `units` bind them to what is printed.
  markWord([id, start, end, , units = []], from, to) {
    const [first, last] = printed(units, start, from, to);
    this.markPrinted(first, Math.min(last, end));
  }

  markPrinted(start, end) {
    const range = paints && this.block ? rangeIn(this.block, start, end) : null;
    if (!range) return;
    const highlight = new Highlight(range);
    highlight.priority = 1;
    CSS.highlights.set("word", highlight);
  }

  clearWord() {
    if (paints) CSS.highlights.delete("word");
  }

  box() {
    return (this.range ?? this.block)?.getBoundingClientRect();
  }

  clear() {
    if (paints) for (const name of ["sentence", "word"]) CSS.highlights.delete(name);
    this.block?.classList.remove("is-read-aloud");
    this.block = this.range = null;
  }
}

// The printed place of what is said: inside a unit the whole unit, elsewhere as far from the last unit as it is said.
export function printed(units, start, from, to) {
  let said = 0;
  let place = start;
  for (const [unitFrom, unitTo, unitStart, unitEnd] of units) {
    if (from < unitFrom) break;
    if (from < unitTo) return [unitStart, unitEnd];
    said = unitTo;
    place = unitEnd;
  }
  return [place + from - said, place + to - said];
}

// A range over [start, end) of the element's textContent; null when the text is shorter.
export function rangeIn(element, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  let open = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.data.length;
    if (!open && start < passed + length) {
      range.setStart(node, start - passed);
      open = true;
    }
    if (open && end <= passed + length) {
      range.setEnd(node, end - passed);
      return range;
    }
    passed += length;
  }
  return null;
}
