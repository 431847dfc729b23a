// Related articles: found by title, ordered, taken out. The text field below holds their numbers and is what the form sends.

import { Combobox } from "./combobox.js";
import { announce, ask, reason, remember, say, label } from "./grid-page.js";

class Related {
  constructor(root) {
    this.root = root;
    this.source = document.getElementById(root.dataset.related);
    this.list = root.querySelector("[data-chosen]");
    this.input = root.querySelector("input");
    this.most = Number(root.dataset.most);
    for (const each of Object.values(JSON.parse(document.getElementById(root.dataset.labels).textContent))) {
      remember("article", each);
    }
    const article = { find: (...given) => this.find(...given), choose: (_input, option) => this.choose(option) };
    this.combobox = new Combobox(root, { article }, (failure) => this.complain(reason(failure)));
  }

  start() {
    this.numbers().forEach((number) => this.insert(number));
    this.list.addEventListener("click", (event) => this.clicked(event));
    // Enter in the search belongs to the suggestions, never to the form.
    this.input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    this.wrote();
    this.source.hidden = true;
    this.root.hidden = false;
    const name = document.querySelector(`label[for="${this.source.id}"]`);
    if (name) name.htmlFor = this.input.id;
  }

  /** As they stand in the text field; pasted addresses end in the number. */
  numbers() {
    const found = this.source.value.split(/[\s,]+/).map((part) => part.match(/(\d{1,17})\/?(?:[?#].*)?$/)?.[1]);
    return found.filter(Boolean).map(Number);
  }

  async find(query, signal) {
    const but = document.getElementById("article-form")?.dataset.article ?? "";
    const { results } = await ask(this.root.dataset.address, { q: query, but }, signal);
    return results.filter((each) => !this.chosen().includes(each.id));
  }

  chosen() {
    return [...this.list.children].map((item) => Number(item.dataset.number));
  }

  choose(option) {
    this.input.value = "";
    if (this.list.children.length >= this.most) return;
    remember("article", option);
    this.insert(option.id);
    this.wrote();
    announce(option.name);
  }

  insert(number) {
    const item = this.root.querySelector("template").content.firstElementChild.cloneNode(true);
    item.dataset.number = number;
    const known = label("article", number);
    item.querySelector("[data-name]").textContent = known?.name ?? `#${number}`;
    item.querySelector("[data-hint]").textContent = known?.hint ?? "";
    this.list.append(item);
  }

  clicked(event) {
    const button = event.target.closest("[data-act]");
    if (!button) return;
    const item = button.closest("li");
    if (button.dataset.act === "remove") this.remove(item);
    else this.move(item, button);
    this.wrote();
  }

  move(item, button) {
    if (button.dataset.act === "up") item.previousElementSibling?.before(item);
    else item.nextElementSibling?.after(item);
    this.wrote();
    (button.disabled ? item.querySelector("[data-act]:not(:disabled)") : button).focus();
    announce(say("moved", { place: this.chosen().indexOf(Number(item.dataset.number)) + 1, count: this.list.children.length }));
  }

  remove(item) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    (next?.querySelector('[data-act="remove"]') ?? this.input).focus();
  }

  wrote() {
    const items = [...this.list.children];
    items.forEach((item, place) => {
      item.querySelector('[data-act="up"]').disabled = place === 0;
      item.querySelector('[data-act="down"]').disabled = place === items.length - 1;
    });
    this.root.querySelector("[data-none]").hidden = items.length > 0;
    this.input.closest("p").hidden = items.length >= this.most;
    const text = this.chosen().join("\n");
    if (text === this.source.value.trim()) return;
    this.source.value = text;
    this.source.dispatchEvent(new Event("input", { bubbles: true }));
  }

  complain(sentence) {
    const line = this.root.querySelector("[data-problem]");
    line.textContent = sentence;
    line.hidden = !sentence;
  }
}

for (const root of document.querySelectorAll("[data-related]")) new Related(root).start();
