// One list of the document: its items on the page, and the JSON text that the form sends.

import { announce, reason, say } from "./grid-page.js";
import { clone, fill, itemOf, own, read } from "./grid-rows.js";
import { orderable, renumber } from "./grid-order.js";

export class Grid {
  /** `kind` says what is special: fresh(item, record), isEmpty(record), wrote(), actions{name(item, button)}. */
  constructor(root, source, kind) {
    this.root = root;
    this.source = source;
    this.kind = kind;
    this.list = root.querySelector("[data-body] > [data-items]");
    this.removed = null;
  }

  start() {
    this.records().forEach((record) => this.insert(record, this.list));
    renumber(this.root);
    this.wrote();
    for (const name of ["input", "change"]) {
      this.root.addEventListener(name, (event) => event.target !== this.source && this.write());
    }
    this.root.addEventListener("click", (event) => this.clicked(event));
    orderable(this.root, () => this.write());
  }

  records() {
    try {
      const records = JSON.parse(this.source.value || "[]");
      return Array.isArray(records) ? records : [];
    } catch {
      return [];
    }
  }

  /** Put a record on the page, at the end of `list` or after `after`; inner lists come with it. */
  insert(record, list, after = null) {
    const item = clone(this.root, list.dataset.items);
    fill(item, record);
    if (after) after.after(item);
    else list.append(item);
    for (const inner of own(item, "[data-items]")) {
      for (const line of record[inner.dataset.list] ?? []) this.insert(line, inner);
    }
    this.kind.fresh?.(item, record);
    return item;
  }

  /** A new item by somebody's hand: numbered, kept and in focus. */
  add(record, list, after = null, focus = true) {
    const item = this.insert(record, list, after);
    renumber(this.root);
    this.write();
    if (focus) own(item, "[data-first]")[0]?.focus();
    return item;
  }

  recordOf(item) {
    const record = read(item);
    for (const inner of own(item, "[data-items]")) record[inner.dataset.list] = this.recordsIn(inner);
    return record;
  }

  recordsIn(list) {
    return [...list.children].map((item) => this.recordOf(item)).filter((record) => !this.kind.isEmpty?.(record));
  }

  write() {
    const text = JSON.stringify(this.recordsIn(this.list), null, 2);
    this.wrote();
    if (text === this.source.value) return;
    this.source.value = text;
    // So that the form (unsaved changes, preview) hears of it.
    this.source.dispatchEvent(new Event("input", { bubbles: true }));
  }

  wrote() {
    const isBare = this.list.children.length === 0;
    for (const note of this.root.querySelectorAll("[data-bare]")) note.hidden = !isBare;
    this.kind.wrote?.();
  }

  async clicked(event) {
    const button = event.target.closest("[data-action]");
    if (!button) return;
    this.complain(null);
    const act = this.kind.actions?.[button.dataset.action] ?? this[button.dataset.action];
    try {
      await act?.call(this, itemOf(button), button);
    } catch (failure) {
      this.complain(failure);
    }
  }

  /** Say, to eyes and ears, what went wrong; null takes the sentence away. */
  complain(failure) {
    const line = this.root.querySelector("[data-problem]");
    line.textContent = failure ? reason(failure) : "";
    line.hidden = !failure;
    if (failure) announce(line.textContent);
  }

  remove(item) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    this.removed = { item, list: item.parentElement, next: item.nextElementSibling };
    item.remove();
    this.changed();
    this.undoLine().hidden = false;
    announce(say("removed"));
    (next ? own(next, "[data-first]")[0] : this.undoLine().querySelector("button"))?.focus();
  }

  undo() {
    const { item, list, next } = this.removed ?? {};
    if (!item || !this.root.contains(list)) return;
    list.insertBefore(item, next?.parentElement === list ? next : null);
    this.undoLine().hidden = true;
    this.removed = null;
    this.changed();
    own(item, "[data-first]")[0]?.focus();
  }

  changed() {
    renumber(this.root);
    this.write();
  }

  undoLine() {
    return this.root.querySelector("[data-undo]");
  }

  /** Sentences of the server at their places; keys such as `attendances.2.name` under the list's own name. */
  showFaults(faults) {
    for (const [place, sentence] of Object.entries(faults)) this.showFault(place.split("."), sentence);
  }

  showFault(steps, sentence) {
    let item = this.list.children[Number(steps[0])];
    if (item && steps.length > 2) item = own(item, `[data-list="${steps[1]}"]`)[0]?.children[Number(steps[2])];
    const line = item && own(item, "[data-fault]")[0];
    if (!line) return;
    line.textContent = [line.textContent, sentence].filter(Boolean).join(" ");
    line.hidden = false;
    const name = steps.at(-1);
    const input = own(item, `[data-field="${name}"]:not([type=hidden])`)[0] ?? own(item, "[data-first]")[0];
    input?.setAttribute("aria-invalid", "true");
  }
}
