// The plain lists: attachments and credits; films, which build on the same table, are in grid-videos.js.

import { Combobox } from "./combobox.js";
import { ask, label, remember, urls } from "./grid-page.js";
import { linked } from "./grid-links.js";
import { itemOf, own, put, value } from "./grid-rows.js";
import { Grid } from "./grid-list.js";
import { Uploads } from "./grid-uploads.js";

/** Rows of one kind. */
export class Table extends Grid {
  constructor(root, source, blank, kind) {
    super(root, source, { ...kind, actions: { new: () => this.add({ ...blank }, this.list), ...kind.actions } });
    this.blank = blank;
  }

  start() {
    super.start();
    this.root.addEventListener("keydown", (event) => goOn(this, event, this.blank));
  }
}

/** Enter in a row goes on to the next one, or begins one where `blank` rows can be added by hand. */
export function goOn(grid, event, blank) {
  if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.isComposing || event.keyCode === 229) return;
  if (!event.target.matches("input:not([type=checkbox])")) return;
  const row = itemOf(event.target);
  const isHandled = event.defaultPrevented;
  event.preventDefault();
  if (isHandled || !row) return;
  if (event.target.matches("[data-position]")) event.target.blur();
  else if (row.nextElementSibling) own(row.nextElementSibling, "[data-first]")[0].focus();
  else if (grid.root.querySelector('[data-action="new"]')) grid.add({ ...blank }, grid.list, row);
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
    tellOf(item, label("file", value(item, "file")));
  }

  take(file) {
    const title = file.name.replace(/\.[^.]+$/, "").replace(/[_]+/g, " ");
    this.add({ file: file.id, title, name: file.name }, this.list, null, false);
  }
}

/** What is known of a file, and what its writer should know, below its row. */
export function tellOf(item, file) {
  own(item, "[data-hint]")[0].textContent = [file?.name, file?.hint].filter(Boolean).join(" · ");
  const lines = (file?.warnings ?? []).map((sentence) => {
    const line = document.createElement("li");
    line.textContent = sentence;
    return line;
  });
  own(item, "[data-warnings]")[0].replaceChildren(...lines);
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
