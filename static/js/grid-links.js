// Whether the name in a row belongs to a record: linked, new (made when the form is saved), or to be chosen.

import { announce, fold, label, remember, say, send, urls } from "./grid-page.js";
import { own, put, value } from "./grid-rows.js";

export const NEW = "new";
export const DOUBTFUL = "doubtful";

/** Row kinds that name a record: the model, the field with its key, and how a record is made of the row. */
export const RECORDS = {
  person: {
    model: "person",
    url: "people",
    fields: (row) => ({ full_name: value(row, "name"), honorific: value(row, "honorific") ?? "" }),
  },
  agency: {
    model: "agency",
    url: "agencies",
    fields: (row) => ({ name: value(row, "name"), abbreviation: value(row, "abbreviation") ?? "" }),
  },
};

export function linked(row, model) {
  return label(model, value(row, model));
}

export function link(row, model, record) {
  put(row, model, remember(model, record).id);
  delete row.dataset.standing;
}

/** A name that has become another one no longer means the record. */
export function unlinkIfRenamed(row, model) {
  const record = linked(row, model);
  const [typed, known] = [fold(value(row, "name")), fold(record?.name ?? "")];
  if (value(row, model) == null || (typed && known && (typed.includes(known) || known.includes(typed)))) return;
  put(row, model, null);
  delete row.dataset.standing;
}

export async function create(model, fields) {
  const made = remember(model, await send(urls[RECORDS[model].url], fields));
  announce(say("created", { name: made.name }));
  return made;
}

/** Make the record a row asks for; rows of the same name share one. */
export async function createFor(row, model, others = []) {
  const made = await create(model, RECORDS[model].fields(row));
  const same = others.filter((other) => value(other, model) == null && fold(value(other, "name")) === fold(made.name));
  for (const each of new Set([row, ...same])) link(each, model, made);
  return made;
}

const shown = new WeakMap();

/** The note under a row: what is not settled yet, and the buttons that settle it. Written only when it changes. */
export function showNote(row, model, { twin = null } = {}) {
  const record = model ? linked(row, model) : undefined;
  const name = value(row, "name").trim();
  const standing = model && name && !record ? row.dataset.standing : "";
  const sentences = [
    standing === NEW && say(model === "person" ? "new_person" : "new_agency"),
    standing === DOUBTFUL && say("doubtful"),
    record && fold(record.name) !== fold(name) && say("record", { name: record.name, hint: record.hint }),
    twin && say("twin", { place: twin }),
  ].filter(Boolean);
  const state = JSON.stringify([sentences, standing, Boolean(record)]);
  if (shown.get(row) === state) return;
  shown.set(row, state);
  const note = own(row, "[data-note]")[0];
  note.querySelector("[data-note-text]").textContent = sentences.join(" ");
  for (const button of note.querySelectorAll("[data-when]")) button.hidden = button.dataset.when !== standing;
  note.hidden = !sentences.length;
  for (const tick of own(row, "[data-tick]")) tick.hidden = !record;
}
