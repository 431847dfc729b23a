// The agency of a side: chosen from the suggestions, recognised when the field is left, or made when the form is saved.
// What somebody typed there and did not choose stands in the heading at once and in a note until it is settled.

import { announce, fold, label, remember, say } from "./grid-page.js";
import { create, DOUBTFUL, NEW } from "./grid-links.js";
import { split } from "./grid-linked.js";
import { own, put, value } from "./grid-rows.js";

export class Sides {
  constructor(grid) {
    this.grid = grid;
    this.found = new WeakMap();
  }

  all() {
    return [...this.grid.list.children];
  }

  /** Sides with an agency typed that is no record yet. */
  open() {
    return this.all().filter(isOpen);
  }

  show(side) {
    input(side).value = label("agency", value(side, "agency"))?.name ?? "";
  }

  typed(side) {
    const known = label("agency", value(side, "agency"));
    if (known && fold(known.name) !== fold(input(side).value)) put(side, "agency", null);
    delete side.dataset.standing;
    if (isOpen(side)) this.resolve(side).catch((failure) => this.grid.complain(failure));
    this.grid.write();
  }

  async resolve(side) {
    const typed = input(side).value;
    const [result] = await split(typed.trim().replace(/\s+/g, " "), "agency");
    if (!result || !isOpen(side) || input(side).value !== typed) return;
    this.found.set(side, result);
    if (result.agency) return this.take(side, result.agency);
    side.dataset.standing = result.standing;
    head(side, result.name);
    this.grid.write();
  }

  async chosen(side, option) {
    if (option.isNew) return this.create(side);
    this.take(side, option);
  }

  async create(side) {
    const { name, abbreviation } = this.found.get(side) ?? { name: input(side).value.trim(), abbreviation: "" };
    this.take(side, await create("agency", { name, abbreviation }));
  }

  take(side, agency) {
    put(side, "agency", remember("agency", agency).id);
    delete side.dataset.standing;
    this.show(side);
    head(side, agency.name);
    this.grid.write();
  }

  choose(side) {
    input(side).focus();
    return this.grid.combobox.find(input(side));
  }

  /** Make what a save needs: true when nothing is left to a person's choice. */
  async settle() {
    for (const side of this.open()) {
      if (!side.dataset.standing) await this.resolve(side);
      if (isOpen(side) && side.dataset.standing === NEW) await this.create(side);
    }
    const [left] = this.open();
    if (left) {
      announce(say("doubtful"));
      this.choose(left);
    }
    return !left;
  }

  noted() {
    for (const side of this.all()) {
      const standing = isOpen(side) ? (side.dataset.standing ?? "") : "";
      const note = own(side, "[data-note]")[0];
      const sentence = { [NEW]: say("new_agency"), [DOUBTFUL]: say("doubtful") }[standing] ?? "";
      const words = note.querySelector("[data-note-text]");
      if (words.textContent !== sentence) words.textContent = sentence;
      for (const button of note.querySelectorAll("[data-when]")) button.hidden = button.dataset.when !== standing;
      note.hidden = !sentence;
    }
  }
}

function input(side) {
  return own(side, '[data-lookup="agency"]')[0];
}

function isOpen(side) {
  return Boolean(input(side).value.trim()) && value(side, "agency") == null;
}

function head(side, name) {
  if (!value(side, "heading")) put(side, "heading", say("heading", { agency: name }));
}
