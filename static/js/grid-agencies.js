// The agencies an article names, each as printed there.

import { Combobox } from "./combobox.js";
import { say } from "./grid-page.js";
import { link, unlinkIfRenamed } from "./grid-links.js";
import { LinkedGrid, split } from "./grid-linked.js";
import { itemOf, put, value } from "./grid-rows.js";
import { placeOf } from "./grid-order.js";
import { findAgency } from "./grid-people.js";
import { goOn } from "./grid-tables.js";

const BLANK = { agency: null, name: "", abbreviation: "" };

export class Agencies extends LinkedGrid {
  constructor(root, source) {
    super(root, source, {
      isEmpty: (record) => record.agency == null && !record.name.trim() && !record.abbreviation.trim(),
      wrote: () => this.noted(),
      actions: { new: () => this.add({ ...BLANK }, this.list), paste: () => this.pasteFrom() },
    });
    const agency = { find: findAgency, choose: (...given) => this.chosen(...given) };
    this.combobox = new Combobox(root, { agency }, (failure) => this.complain(failure));
  }

  start() {
    super.start();
    this.root.addEventListener("keydown", (event) => goOn(this, event, BLANK));
    this.root.addEventListener("change", (event) => this.typed(event.target));
  }

  rows() {
    return [...this.list.children];
  }

  modelOf() {
    return "agency";
  }

  placeName(row) {
    return say("row", { place: placeOf(row) });
  }

  typed(input) {
    const row = itemOf(input);
    if (!row || input.dataset.field !== "name") return;
    unlinkIfRenamed(row, "agency");
    if (this.isOpen(row)) this.resolve([row]).catch((failure) => this.complain(failure));
  }

  async chosen(input, option) {
    const row = itemOf(input);
    if (option.isNew) return this.create(row);
    put(row, "name", option.name);
    this.take(row, { agency: option });
    this.write();
  }

  /** The abbreviation typed for this article stays; only a gap is filled. */
  take(row, { agency, abbreviation, standing }) {
    if (agency) link(row, "agency", agency);
    else row.dataset.standing = standing;
    const short = abbreviation || agency?.abbreviation;
    if (short && !value(row, "abbreviation")) put(row, "abbreviation", short);
  }

  async pasteFrom() {
    const box = this.root.querySelector("[data-pasted]");
    if (!box.value.trim()) return box.focus();
    for (const result of await split(box.value, "agency")) {
      this.take(this.insert({ ...BLANK, name: result.name }, this.list), result);
    }
    box.value = "";
    box.closest("details").open = false;
    this.changed();
  }
}
