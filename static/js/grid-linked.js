// A list whose rows name people or agencies: which names are settled, what they mean, and what a save still needs.

import { announce, fold, say, send, urls } from "./grid-page.js";
import { createFor, NEW, showNote } from "./grid-links.js";
import { field, value } from "./grid-rows.js";
import { Grid } from "./grid-list.js";

/** A list says: `rows()`, `modelOf(row)` (none where the name is only a text), `placeName(row)`, `take(row, result)`. */
export class LinkedGrid extends Grid {
  start() {
    super.start();
    this.resolve(this.rows().filter((row) => this.isOpen(row))).catch(() => {});
  }

  /** Named, but no record stands behind the name yet. */
  isOpen(row) {
    const model = this.modelOf(row);
    return Boolean(model && value(row, "name").trim() && value(row, model) == null);
  }

  isSettled() {
    return !this.rows().some((row) => this.isOpen(row));
  }

  /** Ask once for many rows which records their names mean. What is typed over meanwhile is left alone. */
  async resolve(rows) {
    for (const model of ["person", "agency"]) {
      const asked = rows.filter((row) => this.modelOf(row) === model);
      if (!asked.length) continue;
      const names = asked.map((row) => value(row, "name"));
      const results = await split(names.map((name) => name.replace(/\s+/g, " ")).join("\n"), model);
      for (const result of results) {
        const row = asked[result.line];
        if (this.isOpen(row) && value(row, "name") === names[result.line]) this.take(row, result);
      }
    }
    this.write();
  }

  async create(row) {
    const model = this.modelOf(row);
    const made = await createFor(row, model, this.rows().filter((other) => this.modelOf(other) === model));
    this.write();
    return made;
  }

  /** Open the suggestions of a row whose name could mean several records. */
  choose(row) {
    field(row, "name").focus();
    return this.combobox.find(field(row, "name"));
  }

  /** Make what a save needs: true when nothing is left to a person's choice. */
  async settle() {
    await this.resolve(this.rows().filter((row) => this.isOpen(row) && !row.dataset.standing));
    for (const row of this.rows()) {
      if (this.isOpen(row) && row.dataset.standing === NEW) await this.create(row);
    }
    const left = this.rows().find((row) => this.isOpen(row));
    if (left) {
      announce(say("doubtful"));
      this.choose(left);
    }
    return !left;
  }

  /** Notes under the rows; a record listed twice is pointed out at its second place. */
  noted() {
    const seen = new Map();
    for (const row of this.rows()) {
      const model = this.modelOf(row);
      const key = model && (value(row, model) ?? fold(value(row, "name")));
      const first = key ? seen.get(`${model} ${key}`) : null;
      if (key && !first) seen.set(`${model} ${key}`, row);
      showNote(row, model, { twin: first ? this.placeName(first) : null });
    }
  }
}

/** What each line of a text holds and means: news/admin/lines.py. */
export async function split(text, model) {
  const { results } = await send(urls.lines, { text, list: model === "agency" ? "agencies" : "people" });
  return results;
}
