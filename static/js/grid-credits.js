// Who made what: makers, pen names, and shares that are to be 100 per cent of each part.

import { Combobox } from "./combobox.js";
import { ask, label, remember, say, urls } from "./grid-page.js";
import { linked } from "./grid-links.js";
import { field, itemOf, own, put, value } from "./grid-rows.js";
import { Table } from "./grid-tables.js";

const BLANK = { part: "text", user: null, person: null, pen_name: "", share: "100" };
// Shares are counted in hundredths of a per cent: fractions of two would not add up.
const WHOLE = 10000;

export class Credits extends Table {
  constructor(root, source) {
    super(root, source, BLANK, {
      actions: { new: () => this.more(), even: () => this.even() },
      fresh: (item) => this.fresh(item),
      isEmpty: (record) => record.user == null && record.person == null && !record.pen_name.trim(),
      wrote: () => this.tell(),
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
    put(item, "share", value(item, "share").replace(".", ","));
  }

  /** What people type has a comma, what is kept has a point. */
  recordOf(item) {
    const record = super.recordOf(item);
    return { ...record, share: record.share.replace(",", ".") };
  }

  /** A new row takes what is left of the text; where nothing is left it begins another part. */
  more() {
    const left = WHOLE - this.sums().get("text");
    this.add({ ...BLANK, share: left > 0 ? shown(left) : "100" }, this.list);
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

  /** Rows by part, in the order of the choices. */
  parts() {
    const parts = new Map();
    for (const row of this.list.children) {
      if (!parts.has(value(row, "part"))) parts.set(value(row, "part"), []);
      parts.get(value(row, "part")).push(row);
    }
    return parts;
  }

  sums() {
    const sums = new Map([["text", 0]]);
    for (const [part, rows] of this.parts()) sums.set(part, rows.reduce((sum, row) => sum + shareOf(row), 0));
    return sums;
  }

  /** The same share for every row of a part; the hundredths left over go to its first rows. */
  even() {
    for (const rows of this.parts().values()) {
      const each = Math.floor(WHOLE / rows.length);
      rows.forEach((row, place) => put(row, "share", shown(each + (place < WHOLE - each * rows.length ? 1 : 0))));
    }
    this.write();
  }

  /** Below the list: which part is not whole. */
  tell() {
    const parts = this.parts();
    const names = new Map([...parts].map(([part, rows]) => [part, field(rows[0], "part").selectedOptions[0]?.text ?? part]));
    const sentences = [...this.sums()].filter(([part, sum]) => parts.has(part) && sum !== WHOLE).map(([part, sum]) => {
      const places = { part: names.get(part), sum: shown(sum), rest: shown(Math.abs(WHOLE - sum)) };
      return say(sum < WHOLE ? "share_missing" : "share_over", places);
    });
    const line = this.root.querySelector("[data-shares]");
    if (line.textContent !== sentences.join(" ")) line.textContent = sentences.join(" ");
    this.root.querySelector('[data-action="even"]').hidden = ![...parts.values()].some((rows) => rows.length > 1);
  }
}

function shareOf(row) {
  const share = Number(value(row, "share").trim().replace(",", ".") || 100);
  return Number.isFinite(share) ? Math.round(share * 100) : 0;
}

function shown(hundredths) {
  return String(hundredths / 100).replace(".", ",");
}

function nameOf(row) {
  return (label("user", value(row, "user")) ?? linked(row, "person"))?.name ?? "";
}

async function findMaker(query, signal) {
  return query ? (await ask(urls.makers, { q: query }, signal)).results : [];
}
