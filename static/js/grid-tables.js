// The plain lists: a table of rows, and attachments; films and credits, which build on it, are in files of their own.

import { label, remember, urls } from "./grid-page.js";
import { itemOf, own, value } from "./grid-rows.js";
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
