// Where to begin: the place (number of a sentence) of what is selected, focused, in view, remembered or named by the address.

export class Places {
  constructor(sentences) {
    this.sentences = sentences;
    this.storage = `reader:${location.pathname}`;
    this.focused = null;
  }

  // The selection, else where the reader stopped, else what the address names, else the first sentence in view.
  start() {
    return this.of(selectedNode()) ?? this.remembered() ?? this.named() ?? this.inView();
  }

  // *From this paragraph*: what is selected, else what had the focus before the player, else what is in view.
  here() {
    return this.of(selectedNode()) ?? this.of(this.focused) ?? this.inView();
  }

  of(node) {
    const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const block = element?.closest?.("[id]");
    const place = block ? this.sentences.findIndex(([id]) => id === block.id) : -1;
    return place < 0 ? null : place;
  }

  // The first sentence of the next block, or of this one and then of the one before, as players of music do.
  paragraph(place, by) {
    const { sentences } = this;
    const first = (from) => sentences.findIndex(([id]) => id === sentences[from][0]);
    if (by < 0) return place > first(place) ? first(place) : first(Math.max(0, place - 1));
    const next = sentences.findIndex(([id], number) => number > place && id !== sentences[place][0]);
    return next < 0 ? place : next;
  }

  keep(place) {
    sessionStorage.setItem(this.storage, String(place));
  }

  forget() {
    sessionStorage.removeItem(this.storage);
  }

  // The very first sentence is nothing to come back to.
  remembered() {
    return this.listed(Number.parseInt(sessionStorage.getItem(this.storage), 10)) || null;
  }

  // `#c12`, `?nghe=12` or `?nghe=c12`: the twelfth sentence. It is never begun by itself.
  named() {
    const asked = new URLSearchParams(location.search).get("nghe") ?? "";
    const said = /^#c(\d{1,5})$/.exec(location.hash) ?? /^c?(\d{1,5})$/.exec(asked);
    return said ? this.listed(Number(said[1]) - 1) : null;
  }

  listed(place) {
    return place >= 0 && place < this.sentences.length ? place : null;
  }

  inView() {
    const seen = (id) => document.getElementById(id)?.getBoundingClientRect();
    const place = this.sentences.findIndex(([id]) => seen(id)?.bottom > 0 && seen(id)?.top >= 0);
    return Math.max(0, place);
  }
}

function selectedNode() {
  const selection = getSelection();
  return selection.isCollapsed ? null : selection.anchorNode;
}
