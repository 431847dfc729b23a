// The photos of an article: numbered, described, credited, ordered; one of them the cover.

import { Combobox } from "./combobox.js";
import { announce, ask, label, remember, say, urls } from "./grid-page.js";
import { offerFocus } from "./grid-focus.js";
import { create } from "./grid-links.js";
import { clone, field, itemOf, own, put, value } from "./grid-rows.js";
import { Grid } from "./grid-list.js";
import { placeOf } from "./grid-order.js";
import { Uploads } from "./grid-uploads.js";
import { begin } from "./photo-starters.js";

export class Captions extends Grid {
  /** `attendees()` are the persons of this article, offered first; `cover` is the form's own field, if it has one. */
  constructor(root, source, attendees, cover) {
    super(root, source, {
      fresh: (item) => this.fresh(item),
      wrote: () => this.numbered(),
      actions: {
        insert: (item) => this.insertMarker(item),
        cover: (item) => this.choose(item),
        told: () => this.told(),
        credit: () => this.credit(),
        unshow: (item, button) => this.unshow(item, button),
        pick: (_item, button) => this.take(label("photo", button.value)),
      },
    });
    Object.assign(this, { attendees, cover, before: [] });
    const person = { find: (...given) => this.findPerson(...given), choose: (...given) => this.show(...given) };
    this.combobox = new Combobox(root, { person }, (failure) => this.complain(failure));
  }

  start() {
    super.start();
    this.before = [...this.list.children];
    new Uploads(this.root, urls.photos, (photo) => this.take(remember("photo", photo)));
    this.root.querySelector("[data-library]").addEventListener("toggle", () => this.browse());
    this.root.querySelector("[data-library-query]").addEventListener("input", () => this.browse());
    this.root.addEventListener("keydown", (event) => stayInForm(event));
    this.root.addEventListener("change", (event) => this.toggled(event.target));
    this.root.addEventListener("click", (event) => this.began(event.target.closest("[data-starter]")));
  }

  fresh(item) {
    const photo = label("photo", value(item, "photo"));
    const picture = own(item, "img")[0];
    if (photo?.thumb) picture.src = photo.thumb;
    own(item, "[data-name]")[0].textContent = photo?.name ?? "";
    const [page] = own(item, "[data-page]");
    page.hidden = !photo?.page;
    if (photo?.page) page.href = photo.page;
    offerFocus(own(item, "[data-keep]")[0], photo);
    this.describe(item);
    this.listPeople(item);
  }

  take(photo) {
    this.add(
      {
        photo: photo.id, text: "", alt: photo.alt, is_decorative: false, is_described_by_caption: false,
        credit: photo.credit, people: [],
      },
      this.list, null, false,
    );
    announce(say("photo_added", { number: this.list.children.length, name: photo.name }));
  }

  toggled(input) {
    const item = itemOf(input);
    const other = { is_decorative: "is_described_by_caption", is_described_by_caption: "is_decorative" }[input.dataset.field];
    if (!item || !other) return;
    if (input.checked) put(item, other, false);
    this.describe(item);
    this.write();
  }

  /** One way of three: words of its own, the caption, or none. What was typed comes back when the mark is taken away. */
  describe(item) {
    field(item, "alt").disabled = value(item, "is_decorative") || value(item, "is_described_by_caption");
  }

  recordOf(item) {
    const record = super.recordOf(item);
    return record.is_decorative || record.is_described_by_caption ? { ...record, alt: "" } : record;
  }

  /** The quick way: every photo with a caption and no description of its own is described by its caption. */
  told() {
    const bare = [...this.list.children].filter(
      (item) => value(item, "text").trim() && !value(item, "alt").trim() && !value(item, "is_decorative"),
    );
    for (const item of bare) {
      put(item, "is_described_by_caption", true);
      this.describe(item);
    }
    this.write();
    announce(say("told", { count: bare.length }));
  }

  credit() {
    const name = this.root.querySelector("[data-credit]").value.trim();
    for (const item of this.list.children) put(item, "credit", name);
    this.write();
    announce(say("credited", { count: this.list.children.length, name }));
  }

  began(button) {
    if (!button) return;
    const item = itemOf(button);
    for (const mark of ["is_decorative", "is_described_by_caption"]) put(item, mark, false);
    this.describe(item);
    begin(field(item, "alt"), button.textContent);
  }

  insertMarker(item) {
    const number = placeOf(item);
    this.root.dispatchEvent(new CustomEvent("photo-marker", { bubbles: true, detail: { number } }));
    announce(say("marked", { number }));
  }

  choose(item) {
    if (!this.cover) return;
    const photo = String(value(item, "photo"));
    this.cover.value = this.cover.value === photo ? "" : photo;
    this.cover.dispatchEvent(new Event("change", { bubbles: true }));
    this.numbered();
  }

  /** After any change: who is the cover, who is here twice, and the markers in the text follow the new numbers. */
  numbered() {
    const after = [...this.list.children];
    this.root.querySelector("[data-many]").hidden = after.length < 2;
    const photos = after.map((item) => value(item, "photo"));
    after.forEach((item, index) => {
      const [button] = own(item, '[data-action="cover"]');
      button.hidden = !this.cover;
      button.setAttribute("aria-pressed", String(this.cover?.value === String(photos[index])));
      const twin = photos.indexOf(photos[index]);
      const [note] = own(item, "[data-twin]");
      note.hidden = twin === index;
      note.textContent = twin === index ? "" : say("photo_twin", { place: twin + 1 });
    });
    const numbers = changes(this.before, after);
    this.before = after;
    if (!Object.keys(numbers).length) return;
    this.root.dispatchEvent(new CustomEvent("photos-renumbered", { bubbles: true, detail: { numbers } }));
  }

  /** The photos of this article in their order. */
  photos() {
    return [...this.list.children].map((item) => label("photo", value(item, "photo"))).filter(Boolean);
  }

  async findPerson(query, signal) {
    if (!query) return this.attendees();
    if (query.length < 2) return [];
    const { results } = await ask(urls.people, { q: query }, signal);
    return [...results, { isNew: true, name: query, text: say("create_person", { name: query }) }];
  }

  async show(input, option) {
    const item = itemOf(input);
    const person = option.isNew ? await create("person", { full_name: option.name }) : remember("person", option);
    put(item, "people", [...new Set([...value(item, "people"), person.id])]);
    input.value = "";
    this.listPeople(item);
    this.write();
  }

  unshow(item, button) {
    put(item, "people", value(item, "people").filter((id) => id !== Number(button.value)));
    this.listPeople(item);
    this.write();
    own(item, '[data-lookup="person"]')[0].focus();
  }

  listPeople(item) {
    const chips = value(item, "people").map((id) => {
      const chip = clone(this.root, "chip");
      chip.querySelector("[data-name]").textContent = label("person", id)?.name ?? id;
      chip.querySelector("button").value = id;
      return chip;
    });
    own(item, "[data-people]")[0].replaceChildren(...chips);
  }

  async browse() {
    const library = this.root.querySelector("[data-library]");
    if (!library.open) return;
    clearTimeout(this.timer);
    const query = library.querySelector("[data-library-query]").value.trim();
    this.timer = setTimeout(() => this.listLibrary(library, query).catch((failure) => this.complain(failure)), 150);
  }

  async listLibrary(library, query) {
    const { results } = await ask(urls.photos, { q: query });
    const shown = results.map((photo) => {
      const choice = clone(this.root, "choice");
      choice.querySelector("img").src = remember("photo", photo).thumb;
      choice.querySelector("[data-name]").textContent = photo.name;
      choice.querySelector("button").value = photo.id;
      return choice;
    });
    library.querySelector("[data-choices]").replaceChildren(...shown);
    library.querySelector("[data-none]").hidden = shown.length > 0;
  }
}

/** {old: new} for the items that had another number before; null for those that are gone. */
function changes(before, after) {
  const places = new Map(after.map((item, index) => [item, index + 1]));
  const pairs = before.map((item, index) => [index + 1, places.get(item) ?? null]);
  return Object.fromEntries(pairs.filter(([old, now]) => old !== now));
}

/** Enter in a one-line field must not send the whole form. */
export function stayInForm(event) {
  if (event.key === "Enter" && event.target.matches("input:not([type=checkbox])")) event.preventDefault();
}
