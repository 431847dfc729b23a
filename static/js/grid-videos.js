// Films: an own MP4 with the picture before it plays, subtitles and transcript, or a link.

import { announce, label, remember, say, urls } from "./grid-page.js";
import { itemOf, field, own, put, value } from "./grid-rows.js";
import { Table, tellOf } from "./grid-tables.js";
import { Uploads } from "./grid-uploads.js";
import { sent } from "./sending.js";

const TEXTS = { title: "", url: "", transcript: "" };
const BLANK = { ...TEXTS, file: null, subtitles: null, poster: null };

export class Videos extends Table {
  /** `photos()` are those of this article: [label, …]. */
  constructor(root, source, photos) {
    super(root, source, BLANK, {
      fresh: (item) => this.fresh(item),
      isEmpty: (record) => !record.title.trim() && !record.url.trim() && record.file == null,
      actions: { bare: (item, button) => this.set(item, button.value, null) },
    });
    this.photos = photos;
  }

  start() {
    super.start();
    new Uploads(this.root, urls.files, (file) => this.take(remember("file", file)), () => ({ wanted: "video" }));
    this.root.addEventListener("change", (event) => this.picked(event.target));
    this.root.addEventListener("focusin", (event) => event.target.matches("[data-choices]") && this.offer(event.target));
  }

  take(file) {
    const title = file.name.replace(/\.[^.]+$/, "").replace(/[_-]+/g, " ");
    this.add({ ...BLANK, title, file: file.id }, this.list, null, false);
    announce(say("film_added", { name: file.name }));
  }

  /** A film kept as a file has no link to type; a link has no parts of its own. */
  fresh(item) {
    const file = label("file", value(item, "file"));
    tellOf(item, file);
    field(item, "url").closest(".grid-field").hidden = Boolean(file);
    own(item, "[data-parts]")[0].hidden = !file;
    this.showParts(item);
  }

  showParts(item) {
    const poster = label("photo", value(item, "poster"));
    const [picture] = own(item, "[data-poster]");
    picture.hidden = !poster;
    if (poster) picture.src = poster.thumb;
    own(item, "[data-subtitles]")[0].textContent = label("file", value(item, "subtitles"))?.name ?? "";
    for (const button of own(item, '[data-action="bare"]')) button.hidden = value(item, button.value) == null;
  }

  set(item, part, id) {
    put(item, part, id);
    this.showParts(item);
    this.write();
  }

  async picked(input) {
    const item = itemOf(input);
    if (input.matches("[data-choices]") && input.value) {
      this.set(item, "poster", Number(input.value));
      input.value = "";
    }
    if (!input.matches("[data-part-file]") || !input.files.length) return;
    const [file] = input.files;
    input.value = "";
    try {
      await this.send(item, input.dataset.partFile, file);
    } catch (failure) {
      this.complain(failure);
    }
  }

  async send(item, part, file) {
    const [progress] = own(item, "progress");
    const isPhoto = part === "poster";
    this.complain(null);
    progress.hidden = false;
    try {
      const fields = isPhoto ? {} : { wanted: "subtitles" };
      const taken = await sent(isPhoto ? urls.photos : urls.files, file, fields, (share) => (progress.value = share));
      this.set(item, part, remember(isPhoto ? "photo" : "file", taken).id);
    } finally {
      progress.hidden = true;
    }
  }

  /** The choices are made when somebody looks: photos come and go above. */
  offer(select) {
    const choices = this.photos().map((photo, index) => new Option(`${index + 1}. ${photo.name}`, photo.id));
    select.replaceChildren(select.options[0], ...choices);
  }
}
