// Many files at once, sent one by one with their progress. A refused one says why and holds nobody up; one that was lost on
// the way waits, is tried again when the connection is back, or by a button.

import { announce, say } from "./grid-page.js";
import { clone } from "./grid-rows.js";
import { Busy, Refused } from "./sending.js";
import { newKey, sentInParts } from "./sending-parts.js";

const MOST_TRIES = 20;

export class Uploads {
  /** `done(label)` runs for each file taken in, in the order chosen; `fields(file)` are sent along. */
  constructor(root, url, done, fields = () => ({})) {
    Object.assign(this, { root, url, done, fields, waiting: [], lost: [], isBusy: false, count: 0, taken: 0 });
    this.queue = root.querySelector("[data-queue]");
    root.addEventListener("change", (event) => this.chosen(event));
    for (const name of ["dragenter", "dragover"]) root.addEventListener(name, (event) => this.hovered(event));
    root.addEventListener("dragleave", (event) => this.left(event));
    root.addEventListener("drop", (event) => this.dropped(event));
    this.queue.addEventListener("click", (event) => this.clicked(event));
    window.addEventListener("online", () => this.retry());
    window.addEventListener("beforeunload", (event) => {
      if (this.isBusy || this.waiting.length) event.preventDefault();
    });
  }

  chosen(event) {
    if (!event.target.matches("[data-files], [data-camera]")) return;
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

  clicked(event) {
    const line = event.target.closest("li");
    if (event.target.closest("[data-retry]")) this.retry(line);
    if (!event.target.closest("[data-dismiss]")) return;
    this.lost = this.lost.filter((turn) => turn.line !== line);
    line.remove();
  }

  add(files) {
    for (const file of files) {
      const line = clone(this.root, "upload");
      line.querySelector("[data-name]").textContent = file.name;
      this.queue.append(line);
      this.waiting.push({ file, line, tries: 0, key: newKey() });
    }
    this.count += files.length;
    this.next();
  }

  /** Send what was lost once more: one line, or all. */
  retry(line) {
    const again = this.lost.filter((turn) => !line || turn.line === line);
    this.lost = this.lost.filter((turn) => !again.includes(turn));
    for (const turn of again) show(turn, "", {});
    this.waiting.push(...again);
    this.count += again.length;
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
      await this.failed(turn, failure);
    }
    this.isBusy = false;
    this.next();
  }

  async sent(turn) {
    const progress = turn.line.querySelector("progress");
    progress.hidden = false;
    turn.tries += 1;
    const told = (share) => (progress.value = share);
    return sentInParts(this.url, turn.file, this.fields(turn.file), told, turn.key);
  }

  async failed(turn, failure) {
    if (failure instanceof Busy && turn.tries < MOST_TRIES) {
      show(turn, failure.message, {});
      await new Promise((resolve) => setTimeout(resolve, failure.seconds * 1000));
      this.waiting.unshift(turn);
      return;
    }
    const isFinal = failure instanceof Refused;
    if (!isFinal) this.lost.push(turn);
    show(turn, failure.message, { isFinal, isLost: !isFinal });
    announce(`${turn.file.name}: ${failure.message}`);
  }

  finish() {
    if (this.count) announce(say("uploaded", { taken: this.taken, count: this.count }));
    this.count = this.taken = 0;
  }
}

function show({ line }, sentence, { isFinal = false, isLost = false }) {
  line.toggleAttribute("data-refused", isFinal || isLost);
  line.querySelector("progress").hidden = isFinal || isLost;
  line.querySelector("[data-sentence]").textContent = sentence;
  line.querySelector("[data-retry]").hidden = !isLost;
  line.querySelector("[data-dismiss]").hidden = !(isFinal || isLost);
}
