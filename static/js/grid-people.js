// Who took part: delegations, and in each the persons, units and groups as printed that day.

import { Combobox } from "./combobox.js";
import { announce, ask, fold, label, remember, say, urls } from "./grid-page.js";
import { create, link, linked, NEW, unlinkIfRenamed } from "./grid-links.js";
import { LinkedGrid, split } from "./grid-linked.js";
import { field, itemOf, own, put, value } from "./grid-rows.js";
import { placeOf } from "./grid-order.js";
import { Sides } from "./grid-sides.js";

const MODEL = { person: "person", unit: "agency" };

export class Delegations extends LinkedGrid {
  constructor(root, source) {
    super(root, source, {
      fresh: (item, record) => this.fresh(item, record),
      isEmpty: (record) => isEmpty(record),
      wrote: () => this.noted(),
      actions: {
        side: (_item, button) => this.addSide(button.dataset.side),
        line: (item, button) => this.addLine(item, button.dataset.kind),
        paste: (item) => this.pasteFrom(item),
        create: (item) => (isSide(item) ? this.sides : this).create(item),
        choose: (item) => (isSide(item) ? this.sides : this).choose(item),
      },
    });
    this.sides = new Sides(this);
    this.combobox = new Combobox(root, {
      name: { find: (...given) => this.findName(...given), choose: (...given) => this.chooseName(...given) },
      organization: { find: findAgency, choose: (input, option) => this.chooseOrganization(input, option) },
      agency: { find: findAgency, choose: (input, option) => this.sides.chosen(itemOf(input), option) },
    }, (failure) => this.complain(failure));
  }

  start() {
    super.start();
    this.root.addEventListener("keydown", (event) => this.pressed(event));
    this.root.addEventListener("change", (event) => this.typed(event.target));
    this.root.addEventListener("paste", (event) => this.pasted(event));
  }

  rows() {
    return [...this.root.querySelectorAll('[data-item="attendance"]')];
  }

  isSettled() {
    return super.isSettled() && !this.sides.open().length;
  }

  async settle() {
    return (await this.sides.settle()) && super.settle();
  }

  noted() {
    super.noted();
    this.sides.noted();
  }

  modelOf(row) {
    return MODEL[value(row, "kind")];
  }

  fresh(item) {
    if (isSide(item)) this.sides.show(item);
    else this.shape(item);
  }

  /** The name of a group is a plain text; those of persons and units are looked up. */
  shape(row) {
    row.dataset.kind = value(row, "kind");
    const input = field(row, "name");
    if (this.modelOf(row)) {
      input.dataset.lookup = "name";
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-expanded", "false");
    } else {
      delete input.dataset.lookup;
      for (const name of ["role", "aria-expanded"]) input.removeAttribute(name);
    }
  }

  addSide(side) {
    const delegation = this.add({ side, agency: null, heading: "", attendances: [] }, this.list, null, false);
    this.addLine(delegation, "person");
    own(delegation, "[data-first]")[0].focus();
  }

  addLine(delegation, kind, after = null, parts = {}, focus = true) {
    return this.add({ ...blank(kind), ...parts }, own(delegation, "[data-items]")[0], after, focus);
  }

  pressed(event) {
    const row = itemOf(event.target);
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    if (row?.dataset.item !== "attendance" || event.target.matches("button, select")) {
      if (event.target.matches("input:not([type=checkbox])")) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (event.target.matches("[data-position]")) return event.target.blur();
    const next = row.nextElementSibling;
    if (next && !value(next, "name")) field(next, "name").focus();
    else if (value(row, "name").trim()) this.addLine(itemOf(row.parentElement), value(row, "kind"), row);
  }

  /** A field was left: links that no longer fit go, and a new name is looked up. */
  typed(input) {
    const item = itemOf(input);
    if (item && isSide(item)) return input.dataset.lookup === "agency" && this.sides.typed(item);
    if (!item || input.matches("[data-position]")) return;
    if (input.dataset.field === "kind") {
      this.shape(item);
      for (const name of ["person", "agency"]) put(item, name, null);
      if (input.value !== "person") for (const name of ["honorific", "title", "organization"]) put(item, name, "");
      delete item.dataset.standing;
    }
    if (input.dataset.field === "organization" && value(item, "kind") !== "unit") {
      const known = label("agency", value(item, "agency"));
      if (known && fold(known.name) !== fold(input.value)) put(item, "agency", null);
    }
    if (["name", "kind"].includes(input.dataset.field) && this.modelOf(item)) {
      unlinkIfRenamed(item, this.modelOf(item));
      if (this.isOpen(item)) this.resolve([item]).catch((failure) => this.complain(failure));
    }
    this.write();
  }

  async findName(query, signal, input) {
    const row = itemOf(input);
    if (value(row, "kind") === "unit") return findAgency(query, signal);
    if (query.length < 2) return [];
    const { results } = await ask(urls.people, { q: query }, signal);
    return [...results, { isNew: true, name: query, text: say("create_person", { name: query }) }];
  }

  async chooseName(input, option) {
    const row = itemOf(input);
    const model = this.modelOf(row);
    if (option.isNew) return this.create(row);
    link(row, model, option);
    put(row, "name", option.name);
    if (model === "person") {
      const parts = { honorific: option.honorific, title: option.title, organization: option.organization };
      if (option.agency) remember("agency", { id: option.agency, name: option.organization, hint: "" });
      if (!value(row, "organization")) put(row, "agency", option.agency);
      this.fillGaps(row, parts);
    }
    this.write();
  }

  /** Never over what somebody typed; the side's own agency need not be said again. */
  fillGaps(row, parts) {
    const side = label("agency", value(itemOf(row.parentElement), "agency"));
    for (const [name, text] of Object.entries(parts)) {
      const isSaid = name === "organization" && text && side?.name === text;
      if (text && !isSaid && !value(row, name)) put(row, name, text);
    }
  }

  async chooseOrganization(input, option) {
    const row = itemOf(input);
    const agency = option.isNew ? await create("agency", { name: option.name }) : remember("agency", option);
    put(row, "agency", agency.id);
    put(row, "organization", agency.name);
    this.write();
  }

  pasted(event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const row = itemOf(event.target);
    if (event.target.dataset.field !== "name" || row?.dataset.item !== "attendance" || !/\S[^\S\n]*\n\s*\S/.test(text)) return;
    event.preventDefault();
    this.addMany(itemOf(row.parentElement), text, row).catch((failure) => this.complain(failure));
  }

  async pasteFrom(delegation) {
    const box = own(delegation, "[data-pasted]")[0];
    if (!box.value.trim()) return box.focus();
    await this.addMany(delegation, box.value, null);
    box.value = "";
    box.closest("details").open = false;
  }

  /** Each line becomes a row after `row` (which itself goes when it is empty). */
  async addMany(delegation, text, row) {
    const results = await split(text, "person");
    let last = row ?? own(delegation, "[data-items]")[0].lastElementChild;
    const spare = last && !value(last, "name") ? last : null;
    for (const result of results) {
      last = this.insert({ ...blank(result.kind), ...printed(result) }, own(delegation, "[data-items]")[0], last);
      apply(last, result);
    }
    if (spare && results.length) spare.remove();
    this.changed();
    const made = this.rows().filter((each) => each.dataset.standing === NEW).length;
    announce(say("pasted", { count: results.length, created: made }));
    if (last) field(last, "name").focus();
  }

  /** A typed line may hold more than the name: "Ông Trần Văn A, Giám đốc". */
  take(row, result) {
    if (value(row, "kind") === "person" && result.kind !== "person") {
      put(row, "kind", result.kind);
      this.shape(row);
    }
    const input = field(row, "name");
    const isFree = input !== document.activeElement && !(result.title && value(row, "title"));
    if (isFree && result.kind === "person") {
      put(row, "name", result.name);
      this.fillGaps(row, printed(result));
    }
    apply(row, result);
  }

  placeName(row) {
    const delegation = itemOf(row.parentElement);
    const side = value(delegation, "heading") || field(delegation, "side").selectedOptions[0].textContent;
    return say("place", { place: placeOf(row), side });
  }

  /** The persons of this article, for the lists of people shown in a photo. */
  people() {
    const labels = this.rows().map((row) => linked(row, "person"));
    return [...new Map(labels.filter(Boolean).map((each) => [each.id, each])).values()];
  }
}

export async function findAgency(query, signal) {
  if (query.length < 2) return [];
  const { results } = await ask(urls.agencies, { q: query }, signal);
  return [...results, { isNew: true, name: query, text: say("create_agency", { name: query }) }];
}

function isSide(item) {
  return item.dataset.item === "delegation";
}

function blank(kind) {
  const texts = { honorific: "", name: "", title: "", organization: "", quote: "" };
  return { kind, person: null, agency: null, has_spoken: false, ...texts };
}

function printed({ honorific, name, title, organization }) {
  return { honorific, name, title, organization };
}

function apply(row, result) {
  if (result.person) link(row, "person", result.person);
  if (result.agency) put(row, "agency", remember("agency", result.agency).id);
  if (result.standing === "known") delete row.dataset.standing;
  else row.dataset.standing = result.standing;
}

function isEmpty(record) {
  if ("attendances" in record) return !record.attendances.length && !record.heading && record.agency == null;
  return !record.name.trim() && !record.title.trim() && !record.organization.trim();
}
