// A text field with suggestions (the ARIA combobox with a list), many fields served by one list and one set of listeners.
//
// The field's text is never touched while it is typed: quick backspaces of Telex and Unikey, and keyboards that compose
// a word, keep every letter. Suggestions for a text that has changed since are dropped.

import { announce, say } from "./grid-page.js";

const PAUSE = 140;

/** `sources[data-lookup]` = {find(query, signal, input) -> [{id, name, hint, …}], choose(input, option)};
   * `fail(error)` shows what went wrong. */
export class Combobox {
  constructor(root, sources, fail) {
    this.sources = sources;
    this.fail = fail;
    this.input = null;
    this.options = [];
    this.active = -1;
    this.list = document.createElement("ul");
    this.list.className = "grid-options";
    this.list.id = `${root.id}-options`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", say("suggestions"));
    root.addEventListener("input", (event) => this.typed(event));
    root.addEventListener("keydown", (event) => this.pressed(event));
    root.addEventListener("focusout", (event) => event.target === this.input && this.close());
    // The field keeps its focus while an option is pressed, so that it does not close first.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.clicked(event));
  }

  typed(event) {
    if (!event.target.dataset.lookup) return;
    if (this.input !== event.target) this.close();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(event.target), PAUSE);
  }

  /** Open the suggestions of a field now, also of an empty one. */
  async find(input) {
    clearTimeout(this.timer);
    this.request?.abort();
    this.request = new AbortController();
    const query = input.value.trim();
    try {
      const found = await this.sources[input.dataset.lookup].find(query, this.request.signal, input);
      if (input.value.trim() === query && document.activeElement === input) this.open(input, found);
    } catch (failure) {
      if (failure.name !== "AbortError") this.fail(failure);
    }
  }

  open(input, options) {
    if (!options.length) return this.close();
    this.close();
    this.input = input;
    this.options = options;
    this.list.replaceChildren(...options.map((option, index) => this.shown(option, index)));
    input.closest(".grid-combo").append(this.list);
    input.setAttribute("aria-expanded", "true");
    input.setAttribute("aria-controls", this.list.id);
    const records = options.filter((option) => !option.isNew).length;
    announce(records ? say("found", { count: records }) : say("nothing"));
  }

  shown(option, index) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${index}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.className = option.isNew ? "grid-option grid-option--new" : "grid-option";
    for (const [name, text] of [["name", option.text ?? option.name], ["hint", option.hint]]) {
      if (!text) continue;
      const part = document.createElement("span");
      part.className = `grid-option__${name}`;
      part.textContent = text;
      item.append(part, " ");
    }
    return item;
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.list.remove();
    this.input?.setAttribute("aria-expanded", "false");
    this.input?.removeAttribute("aria-activedescendant");
    this.input = null;
    this.active = -1;
  }

  pressed(event) {
    const input = event.target;
    if (!input.dataset.lookup || event.isComposing || event.keyCode === 229 || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (this.input === input) this.point(this.active + (event.key === "ArrowDown" ? 1 : -1));
      else if (event.key === "ArrowDown") this.find(input);
    } else if (event.key === "Enter" && this.input === input && this.active >= 0) {
      event.preventDefault();
      this.choose(this.options[this.active]);
    } else if (event.key === "Escape" && this.input === input) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" || event.key === "Tab") {
      this.close();
    }
  }

  point(index) {
    const count = this.options.length;
    this.active = index < -1 ? count - 1 : index >= count ? -1 : index;
    [...this.list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === this.active)));
    const item = this.list.children[this.active];
    if (!item) return this.input.removeAttribute("aria-activedescendant");
    this.input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  clicked(event) {
    const item = event.target.closest("[role=option]");
    if (item) this.choose(this.options[[...this.list.children].indexOf(item)]);
  }

  async choose(option) {
    const input = this.input;
    this.close();
    // Leaving the field first makes a composing keyboard hand over its letters before the text is replaced.
    input.blur();
    const chosen = this.sources[input.dataset.lookup].choose(input, option);
    if (input.isConnected) input.focus({ preventScroll: true });
    try {
      await chosen;
    } catch (failure) {
      this.fail(failure);
    }
  }
}
