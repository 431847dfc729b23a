// Many files at once, sent one by one with their progress; a refused one says why and holds nobody up.

import { announce, say, token } from "./grid-page.js";
import { clone } from "./grid-rows.js";

export class Uploads {
  /** `done(label)` runs for each file taken in, in the order chosen. */
  constructor(root, url, done) {
    Object.assign(this, { root, url, done, waiting: [], isBusy: false, count: 0, taken: 0 });
    this.queue = root.querySelector("[data-queue]");
    root.addEventListener("change", (event) => this.chosen(event));
    for (const name of ["dragenter", "dragover"]) root.addEventListener(name, (event) => this.hovered(event));
    root.addEventListener("dragleave", (event) => this.left(event));
    root.addEventListener("drop", (event) => this.dropped(event));
    this.queue.addEventListener("click", (event) => {
      if (event.target.closest("[data-dismiss]")) event.target.closest("li").remove();
    });
  }

  chosen(event) {
    if (!event.target.matches("[data-files]")) return;
    this.add([...event.target.files]);
    event.target.value = "";
  }

  hovered(event) {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    this.root.dataset.dropping = "";
  }

  left(event) {
    if (!this.root.contains(event.relatedTarget)) delete this.root.dataset.dropping;
  }

  dropped(event) {
    delete this.root.dataset.dropping;
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    this.add([...event.dataTransfer.files]);
  }

  add(files) {
    for (const file of files) {
      const line = clone(this.root, "upload");
      line.querySelector("[data-name]").textContent = file.name;
      this.queue.append(line);
      this.waiting.push({ file, line });
    }
    this.count += files.length;
    this.next();
  }

  async next() {
    if (this.isBusy) return;
    const turn = this.waiting.shift();
    if (!turn) return this.finish();
    this.isBusy = true;
    try {
      this.done(await this.sent(turn));
      this.taken += 1;
      turn.line.remove();
    } catch (failure) {
      refuse(turn, failure.message);
    }
    this.isBusy = false;
    this.next();
  }

  finish() {
    if (this.count) announce(say("uploaded", { taken: this.taken, count: this.count }));
    this.count = this.taken = 0;
  }

  /** The request of old, because fetch does not tell how far it got. */
  sent({ file, line }) {
    const progress = line.querySelector("progress");
    progress.hidden = false;
    return new Promise((taken, refused) => {
      const request = new XMLHttpRequest();
      request.open("POST", this.url);
      request.setRequestHeader("X-CSRFToken", token());
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) progress.value = event.loaded / event.total;
      });
      request.addEventListener("load", () => {
        if (request.status === 201 && request.response) taken(request.response);
        else refused(new Error(request.response?.error ?? say("unreachable")));
      });
      request.addEventListener("error", () => refused(new Error(say("unreachable"))));
      const body = new FormData();
      body.append("file", file);
      request.send(body);
    });
  }
}

function refuse({ file, line }, sentence) {
  line.dataset.refused = "";
  line.querySelector("progress").hidden = true;
  line.querySelector("[data-sentence]").textContent = sentence;
  line.querySelector("[data-dismiss]").hidden = false;
  announce(`${file.name}: ${sentence}`);
}
