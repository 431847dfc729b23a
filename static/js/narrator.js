// Reads the page aloud with the browser's own voice, one sentence at a time, and marks the sentence where it is printed.
// The sentences come from the server (accessibility/narration): [block id, start, end, chunks, units?], see mark_up().

import { Highlighter } from "./highlighter.js";
import { findVoice, Voice } from "./voice.js";

const SECOND = 1000;

class Player {
  constructor(home, button, choices) {
    this.home = home;
    this.button = button;
    this.choices = choices;
    this.sentences = JSON.parse(document.getElementById("reader-sentences")?.textContent ?? "[]");
    this.highlighter = new Highlighter();
    this.storage = `reader:${location.pathname}`;
    this.place = 0;
    this.speaking = false;
    this.listenName = button.textContent;
    this.scrollingUntil = 0;
    this.focused = null;
  }

  // --- starting and stopping ------------------------------------------------------------------------------------------------

  async toggle() {
    if (this.speaking) return this.pause();
    if (!this.sentences.length) return this.tell("nothing");
    const language = document.documentElement.lang.startsWith("en") ? "en" : "vi";
    this.voice ??= new Voice(await findVoice(language), this);
    if (!this.voice.found) {
      this.voice = null;
      return this.tell(language === "en" ? "noVoiceEn" : "noVoiceVi");
    }
    if (!this.bar) this.open();
    else this.play(this.place);
  }

  open() {
    const template = document.getElementById("reader-player");
    this.bar = document.importNode(template.content, true).querySelector(".player");
    this.home.after(this.bar);
    this.parts = Object.fromEntries([...this.bar.querySelectorAll("[data-player]")].map((part) => [part.dataset.player, part]));
    this.parts.rate.value = this.choices.saved().rate;
    const acts = {
      toggle: () => this.toggle(),
      previous: () => this.step(-1),
      next: () => this.step(1),
      here: () => this.play(this.placeOf(this.selectedBlock() ?? this.focused) ?? this.placeInView()),
      stop: () => this.stop(),
    };
    for (const [name, act] of Object.entries(acts)) this.parts[name].addEventListener("click", act);
    this.parts.rate.addEventListener("change", () => this.changeRate());
    this.watchReader();
    document.documentElement.setAttribute("data-listening", "");
    this.play(this.placeOf(this.selectedBlock()) ?? this.rememberedPlace() ?? this.placeInView());
  }

  play(place) {
    this.place = Math.max(0, Math.min(place, this.sentences.length - 1));
    this.setSpeaking(true);
    this.mark();
    this.tell(null);
    this.voice.read(this.sentences[this.place], Number(this.choices.saved().rate) / 100);
  }

  pause() {
    this.voice.hush();
    this.setSpeaking(false);
  }

  stop() {
    const hadFocus = this.bar.contains(document.activeElement);
    this.pause();
    this.close();
    if (hadFocus) this.button.focus();
  }

  close() {
    this.bar.remove();
    this.bar = null;
    this.watching?.abort();
    this.highlighter.clear();
    this.button.textContent = this.listenName;
    document.documentElement.removeAttribute("data-listening");
  }

  step(by) {
    const place = Math.max(0, Math.min(this.place + by, this.sentences.length - 1));
    if (this.speaking) return this.play(place);
    this.place = place;
    this.voice.forget();
    this.mark();
  }

  changeRate() {
    this.choices.keep({ rate: this.parts.rate.value });
    if (this.speaking) this.play(this.place);
  }

  // --- what the voice reports -----------------------------------------------------------------------------------------------

  ended() {
    if (this.place + 1 < this.sentences.length) return this.play(this.place + 1);
    this.place = 0;
    sessionStorage.removeItem(this.storage);
    this.stop();
  }

  reached(from, to) {
    this.highlighter.markWord(this.sentences[this.place], from, to);
  }

  stalled() {
    this.setSpeaking(false);
    this.tell("stalled");
  }

  // --- what the reader sees -------------------------------------------------------------------------------------------------

  mark() {
    const sentence = this.sentences[this.place];
    this.highlighter.markSentence(sentence);
    const { place } = this.parts;
    place.textContent = place.dataset.said.replace("{number}", this.place + 1).replace("{count}", this.sentences.length);
    sessionStorage.setItem(this.storage, String(this.place));
    if (this.parts.follow.checked) this.scroll();
  }

  setSpeaking(speaking) {
    this.speaking = speaking;
    document.documentElement.toggleAttribute("data-speaking", speaking);
    const { toggle } = this.parts ?? {};
    if (toggle) toggle.textContent = speaking ? toggle.dataset.pause : toggle.dataset.play;
    this.button.textContent = speaking ? this.button.dataset.pause : this.button.dataset.resume;
  }

  tell(message) {
    const status = this.home.querySelector("[data-reader-status]");
    status.textContent = message ? this.home.querySelector("[data-reader-messages]").dataset[message] : "";
  }

  scroll() {
    const box = this.highlighter.box();
    const room = innerHeight - (this.bar?.offsetHeight ?? 0);
    if (!box || (box.top >= 0 && box.bottom <= room)) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scrollingUntil = performance.now() + SECOND;
    scrollBy({ top: box.top - room / 4, behavior: still ? "instant" : "smooth" });
  }

  // Scrolling along ends as soon as the reader scrolls; the checkbox says so and brings it back.
  watchReader() {
    this.watching = new AbortController();
    const { signal } = this.watching;
    const letGo = () => (this.parts.follow.checked = false);
    for (const name of ["wheel", "touchmove"]) addEventListener(name, letGo, { passive: true, signal });
    addEventListener("scroll", () => performance.now() > this.scrollingUntil && letGo(), { passive: true, signal });
    this.parts.follow.addEventListener("change", () => this.parts.follow.checked && this.scroll(), { signal });
    document.addEventListener("focusin", (event) => !this.bar.contains(event.target) && (this.focused = event.target), { signal });
    addEventListener("pagehide", () => this.pause(), { signal });
  }

  // --- where to begin -------------------------------------------------------------------------------------------------------

  selectedBlock() {
    const selection = getSelection();
    return selection.isCollapsed ? null : selection.anchorNode;
  }

  placeOf(node) {
    const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const block = element?.closest?.("[id]");
    const place = block ? this.sentences.findIndex(([id]) => id === block.id) : -1;
    return place < 0 ? null : place;
  }

  rememberedPlace() {
    const place = Number.parseInt(sessionStorage.getItem(this.storage), 10);
    return place > 0 && place < this.sentences.length ? place : null;
  }

  placeInView() {
    const seen = (id) => document.getElementById(id)?.getBoundingClientRect();
    const place = this.sentences.findIndex(([id]) => seen(id)?.bottom > 0 && seen(id)?.top >= 0);
    return Math.max(0, place);
  }
}

let player;

export function toggle(home, button, choices) {
  player ??= new Player(home, button, choices);
  return player.toggle();
}
