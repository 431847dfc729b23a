// The plain lists: agencies, attachments, videos, credits.

import { Combobox } from "./combobox.js";
import { ask, label, remember, say, send, urls } from "./grid-page.js";
import { createFor, DOUBTFUL, link, linked, NEW, showNote, unlinkIfRenamed } from "./grid-links.js";
import { findAgency } from "./grid-people.js";
import { field, itemOf, own, put, value } from "./grid-rows.js";
import { Grid } from "./grid-list.js";
import { placeOf } from "./grid-order.js";
import { Uploads } from "./grid-uploads.js";

/** Rows of one kind; Enter goes on to the next row or begins one. */
class Table extends Grid {
  constructor(root, source, blank, kind) {
    super(root, source, { ...kind, actions: { new: () => this.add({ ...blank }, this.list), ...kind.actions } });
    this.blank = blank;
  }

  start() {
    super.start();
    this.root.addEventListener("keydown", (event) => this.pressed(event));
  }

  pressed(event) {
    if (event.key !== "Enter" || event.isComposing || event.keyCode === 229) return;
    if (!event.target.matches("input:not([type=checkbox])")) return;
    const row = itemOf(event.target);
    const isHandled = event.defaultPrevented;
    event.preventDefault();
    if (isHandled || !row) return;
    if (event.target.matches("[data-position]")) event.target.blur();
    else if (row.nextElementSibling) own(row.nextElementSibling, "[data-first]")[0].focus();
    else if (this.root.querySelector('[data-action="new"]')) this.add({ ...this.blank }, this.list, row);
  }
}

export class Agencies extends Table {
  constructor(root, source) {
    super(root, source, { agency: null, name: "", abbreviation: "" }, {
      isEmpty: (record) => record.agency == null && !record.name.trim() && !record.abbreviation.trim(),
      wrote: () => this.noted(),
      actions: {
        paste: () => this.pasteFrom(),
        create: (row) => this.create(row),
        choose: (row) => this.choose(row),
      },
    });
    const agency = { find: findAgency, choose: (...given) => this.chosen(...given) };
    this.combobox = new Combobox(root, { agency }, (failure) => this.complain(failure));
  }

  start() {
    super.start();
    this.root.addEventListener("change", (event) => this.typed(event.target));
    this.resolve(this.rows().filter(isOpen)).catch(() => {});
  }

  rows() {
    return [...this.list.children];
  }

  typed(input) {
    const row = itemOf(input);
    if (!row || input.dataset.field !== "name") return;
    unlinkIfRenamed(row, "agency");
    if (isOpen(row)) this.resolve([row]).catch((failure) => this.complain(failure));
  }

  async chosen(input, option) {
    const row = itemOf(input);
    if (option.isNew) return this.create(row);
    put(row, "name", option.name);
    this.known(row, option);
    this.write();
  }

  known(row, agency) {
    link(row, "agency", agency);
    if (!value(row, "abbreviation")) put(row, "abbreviation", agency.abbreviation ?? "");
  }

  async create(row) {
    this.known(row, await createFor(row, "agency", this.rows()));
    this.write();
  }

  choose(row) {
    field(row, "name").focus();
    return this.combobox.find(field(row, "name"));
  }

  async pasteFrom() {
    const box = this.root.querySelector("[data-pasted]");
    if (!box.value.trim()) return box.focus();
    const { results } = await send(urls.lines, { text: box.value, list: "agencies" });
    for (const { name, abbreviation, agency, standing } of results) {
      const row = this.insert({ ...this.blank, name, abbreviation }, this.list);
      if (agency) this.known(row, agency);
      else row.dataset.standing = standing;
    }
    box.value = "";
    box.closest("details").open = false;
    this.changed();
  }

  async resolve(rows) {
    if (!rows.length) return;
    const names = rows.map((row) => value(row, "name"));
    const text = names.map((name) => name.replace(/\s+/g, " ")).join("\n");
    const { results } = await send(urls.lines, { text, list: "agencies" });
    for (const { line, agency, standing } of results) {
      const row = rows[line];
      if (!isOpen(row) || value(row, "name") !== names[line]) continue;
      if (agency) this.known(row, agency);
      else row.dataset.standing = standing;
    }
    this.write();
  }

  isSettled() {
    return !this.rows().some(isOpen);
  }

  async settle() {
    await this.resolve(this.rows().filter((row) => isOpen(row) && !row.dataset.standing));
    for (const row of this.rows()) if (isOpen(row) && row.dataset.standing === NEW) await this.create(row);
    const left = this.rows().find((row) => isOpen(row) && row.dataset.standing === DOUBTFUL);
    if (left) this.choose(left);
    return !left;
  }

  noted() {
    const seen = new Map();
    for (const row of this.rows()) {
      const key = value(row, "agency");
      const first = key ? seen.get(key) : null;
      if (key && !first) seen.set(key, row);
      showNote(row, "agency", { twin: first ? say("row", { place: placeOf(first) }) : null });
    }
  }
}

export class Attachments extends Table {
  constructor(root, source) {
    super(root, source, { file: null, title: "", name: "" }, { fresh: (item) => this.fresh(item) });
  }

  start() {
    super.start();
    new Uploads(this.root, urls.files, (file) => this.take(remember("file", file)));
  }

  fresh(item) {
    const file = label("file", value(item, "file"));
    own(item, "[data-hint]")[0].textContent = [file?.name, file?.hint].filter(Boolean).join(" · ");
  }

  take(file) {
    const title = file.name.replace(/\.[^.]+$/, "").replace(/[_]+/g, " ");
    this.add({ file: file.id, title, name: file.name }, this.list, null, false);
  }
}

export class Videos extends Table {
  constructor(root, source) {
    const texts = { title: "", url: "", transcript: "" };
    super(root, source, { ...texts, file: null, subtitles: null, poster: null }, {
      fresh: (item) => this.fresh(item),
      isEmpty: (record) => !record.title.trim() && !record.url.trim() && record.file == null,
    });
  }

  /** A video kept as a file has no link to type; the file itself stays. */
  fresh(item) {
    const file = label("file", value(item, "file"));
    if (!file) return;
    own(item, "[data-hint]")[0].textContent = `${file.name} · ${file.hint}`;
    field(item, "url").closest(".grid-field").hidden = true;
  }
}

export class Credits extends Table {
  constructor(root, source) {
    super(root, source, { part: "text", user: null, person: null, pen_name: "", share: "100" }, {
      fresh: (item) => this.fresh(item),
      isEmpty: (record) => record.user == null && record.person == null && !record.pen_name.trim(),
    });
    const maker = { find: findMaker, choose: (...given) => this.chosen(...given) };
    this.combobox = new Combobox(root, { maker }, (failure) => this.complain(failure));
  }

  start() {
    super.start();
    this.root.addEventListener("change", (event) => this.typed(event.target));
  }

  fresh(item) {
    own(item, '[data-lookup="maker"]')[0].value = nameOf(item);
  }

  chosen(input, option) {
    const row = itemOf(input);
    for (const model of ["user", "person"]) put(row, model, option.kind === model ? option.id : null);
    remember(option.kind, option);
    input.value = option.name;
    this.write();
  }

  /** Only a choice counts here: a text that names nobody goes back to the last choice. */
  typed(input) {
    if (input.dataset.lookup !== "maker") return;
    const row = itemOf(input);
    if (!input.value.trim()) for (const model of ["user", "person"]) put(row, model, null);
    input.value = nameOf(row);
    this.write();
  }
}

function nameOf(row) {
  return (label("user", value(row, "user")) ?? linked(row, "person"))?.name ?? "";
}

async function findMaker(query, signal) {
  return query ? (await ask(urls.makers, { q: query }, signal)).results : [];
}

function isOpen(row) {
  return Boolean(value(row, "name").trim()) && value(row, "agency") == null;
}
