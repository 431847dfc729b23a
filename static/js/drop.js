// The drop zone: files go to the server one by one; when all have arrived and a text is among them, the form leads on.

import { announce, learn, say, urls } from "./grid-page.js";
import { Uploads } from "./grid-uploads.js";

class Drop extends Uploads {
  constructor(root) {
    super(root, urls.file, (label) => this.arrived(label));
    this.form = root.querySelector("form");
    this.kept = root.querySelector("[data-kept]");
    this.said = root.querySelector("[data-said]");
    this.queue.addEventListener("click", (event) => event.target.closest("[data-dismiss]") && this.settle());
  }

  arrived(label) {
    this.keep(label.held ? "held" : "photo", label.id);
  }

  keep(name, value) {
    if ([...this.kept.children].some((input) => input.name === name && input.value === String(value))) return;
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    this.kept.append(input);
  }

  finish() {
    super.finish();
    this.settle();
  }

  /** On to the proposals once nothing is on its way any more. Refused files stay behind and are told of on the next page. */
  settle() {
    if (this.isBusy || this.waiting.length || this.isGone) return;
    const photos = this.kept.querySelectorAll("[name=photo]").length;
    if (this.lost.length) return this.tell(say("some_lost"));
    if (!this.kept.querySelector("[name=held]")) return this.tell(photos ? say("photos_kept", { count: photos }) : "");
    for (const line of this.queue.querySelectorAll("[data-refused]")) {
      this.keep("refused", line.querySelector("[data-sentence]").textContent);
    }
    this.tell(say("reading"));
    this.isGone = true;
    this.form.requestSubmit();
  }

  tell(sentence) {
    this.said.textContent = sentence;
    this.said.hidden = !sentence;
    if (sentence) announce(sentence);
  }
}

/** Html goes along with the pasted words as long as they stand as they were pasted. */
function watchPaste(root) {
  const field = root.querySelector("[name=pasted]");
  const html = root.querySelector("[data-html]");
  let pasted = null;
  field.addEventListener("paste", (event) => {
    html.value = field.value.trim() ? "" : event.clipboardData.getData("text/html");
    setTimeout(() => (pasted = field.value));
  });
  field.form.addEventListener("submit", () => {
    if (field.value !== pasted) html.value = "";
  });
}

const root = document.getElementById("drop-zone");
if (root) {
  learn(JSON.parse(document.getElementById("drop-page").textContent));
  new Drop(root);
  watchPaste(root);
  root.querySelector("[data-plain]").hidden = true;
  root.querySelector("[data-body]").hidden = false;
}
