// The player: reads the page aloud sentence by sentence and marks the sentence where it is printed. The sentences come from the
// server (accessibility/narration): [block id, start, end, chunks, units?, language?]. Who reads is in sources.js.

import { Highlighter } from "./highlighter.js";
import { announce, withdraw } from "./media-session.js";
import { Places } from "./places.js";
import { ask } from "./player-ask.js";
import { Follower } from "./player-follow.js";
import { foldAway } from "./player-fold.js";
import { hearKeys } from "./player-keys.js";
import { followLink, offerLink } from "./player-link.js";
import { fillOptions } from "./player-options.js";
import { Sources } from "./sources.js";

class Player {
  constructor(home, button, choices) {
    Object.assign(this, { home, button, choices, place: 0, speaking: false });
    this.sentences = JSON.parse(document.getElementById("reader-sentences")?.textContent ?? "[]");
    this.highlighter = new Highlighter();
    this.places = new Places(this.sentences);
    this.sources = new Sources(this.sentences, this);
    this.listenName = button.textContent;
  }

  // --- starting and stopping ------------------------------------------------------------------------------------------------

  async toggle(wanted) {
    if (wanted && this.bar) return this.useSource(this.sources.choose(wanted), true);
    if (this.speaking && !wanted) return this.pause();
    if (!this.sentences.length && !this.sources.recording) return this.tell("nothing");
    await (this.looked ??= this.sources.find());
    if (!wanted && !this.source && this.sources.asks()) return ask(this);
    if (wanted || !this.source) this.source = (wanted && this.sources.choose(wanted)) ?? this.sources.first();
    if (!this.source) return this.lackVoice();
    if (this.bar) return this.play(this.place);
    // A second press while the bar is on its way opens no second one.
    return (this.opening ??= this.open().finally(() => (this.opening = null)));
  }

  // A voice may be installed while the page stays open.
  lackVoice() {
    this.looked = null;
    ask(this);
    this.tell(this.sources.language === "en" ? "noVoiceEn" : "noVoiceVi");
  }

  async open() {
    await (this.dressed ??= dress(this.home.dataset.playerStyle));
    const template = document.getElementById("reader-player");
    this.bar = document.importNode(template.content, true).querySelector(".player");
    this.home.after(this.bar);
    this.parts = Object.fromEntries([...this.bar.querySelectorAll("[data-player]")].map((part) => [part.dataset.player, part]));
    const acts = {
      toggle: () => this.toggle(),
      previous: () => this.step(-1),
      next: () => this.step(1),
      paragraphBack: () => this.go(this.places.paragraph(this.place, -1)),
      paragraphOn: () => this.go(this.places.paragraph(this.place, 1)),
      here: () => this.play(this.places.here()),
      stop: () => this.stop(),
    };
    for (const [name, act] of Object.entries(acts)) this.parts[name].addEventListener("click", act);
    fillOptions(this);
    hearKeys(this);
    offerLink(this);
    foldAway(this);
    this.follower = new Follower(this);
    document.documentElement.setAttribute("data-listening", "");
    announce(this);
    return this.play(this.places.start());
  }

  async play(place) {
    this.place = Math.max(0, Math.min(place, this.sentences.length - 1));
    this.setSpeaking(true);
    this.tell(null);
    if (this.source === this.sources.recording) await this.source.prepare();
    this.mark();
    return this.source.read(this.place, this.rate());
  }

  pause() {
    this.source.hush();
    this.setSpeaking(false);
  }

  stop() {
    const hadFocus = this.bar.contains(document.activeElement);
    this.pause();
    this.source.rewind?.();
    this.close();
    if (hadFocus) this.button.focus();
  }

  close() {
    this.bar.remove();
    this.bar = null;
    this.source = null;
    this.follower.end();
    this.highlighter.clear();
    this.button.textContent = this.listenName;
    document.documentElement.removeAttribute("data-listening");
    withdraw();
  }

  step(by) {
    if (!this.follows()) return this.source.skip(by);
    return this.go(this.place + by);
  }

  go(place) {
    const wanted = Math.max(0, Math.min(place, this.sentences.length - 1));
    this.source.forget();
    if (this.speaking) return this.play(wanted);
    this.place = wanted;
    this.mark();
  }

  // --- what the reader changes while listening --------------------------------------------------------------------------------

  rate() {
    return Number(this.choices.saved().rate) / 100;
  }

  changeRate(value) {
    this.choices.keep({ rate: value });
    if (!this.speaking) return;
    if (this.source.setRate) this.source.setRate(this.rate());
    else this.play(this.place);
  }

  changeSource(name) {
    this.useSource(this.sources.choose(name));
  }

  changeVoice(uri) {
    this.sources.chooseVoice(uri);
    this.source.forget();
    if (this.speaking) this.play(this.place);
  }

  useSource(source, begin = false) {
    const speaking = this.speaking || begin;
    if (this.source !== source) this.source.hush();
    this.source = source;
    source.forget();
    this.showSource?.();
    if (speaking) this.play(this.place);
  }

  // --- what the sources report ------------------------------------------------------------------------------------------------

  ended() {
    if (this.place + 1 < this.sentences.length) return this.play(this.place + 1);
    this.finished();
  }

  finished() {
    this.place = 0;
    this.places.forget();
    this.stop();
    this.tell("done");
  }

  moved(place) {
    this.place = place;
    this.mark();
  }

  reached(from, to) {
    if (this.choices.saved().mark === "both") this.highlighter.markWord(this.sentences[this.place], from, to);
  }

  lit(start, end) {
    if (this.choices.saved().mark === "both") this.highlighter.markPrinted(start, end);
  }

  unlit() {
    this.highlighter.clearWord();
  }

  // A voice that falls silent hands over to the recording at the same sentence, if the recording can be found by sentence.
  async stalled() {
    const { recording } = this.sources;
    await recording?.prepare();
    if (recording?.follows && this.speaking) return this.useSource(recording);
    this.setSpeaking(false);
    this.tell("stalled");
  }

  broken() {
    this.setSpeaking(false);
    this.tell("broken");
  }

  // --- what the reader sees ---------------------------------------------------------------------------------------------------

  follows() {
    return this.source !== this.sources.recording || this.source.follows;
  }

  mark() {
    this.parts.link.hidden = !this.follows();
    if (!this.follows()) {
      this.highlighter.clear();
      this.showPlace("", "");
      return;
    }
    const [number, count] = [this.place + 1, this.sentences.length];
    this.highlighter.markSentence(this.sentences[this.place], this.choices.saved().mark !== "none");
    this.showPlace(this.parts.place.dataset.said.replace("{number}", number).replace("{count}", count), `${number}/${count}`);
    this.places.keep(this.place);
    this.follower.go();
  }

  showPlace(full, short) {
    this.parts.place.textContent = full;
    this.parts.short.textContent = short;
  }

  // The name of the button says what goes on; nothing is announced into a voice that is speaking.
  setSpeaking(speaking) {
    this.speaking = speaking;
    document.documentElement.toggleAttribute("data-speaking", speaking);
    const { toggle } = this.parts ?? {};
    if (toggle) toggle.querySelector(".player__word").textContent = speaking ? toggle.dataset.pause : toggle.dataset.play;
    this.button.textContent = speaking ? this.button.dataset.pause : this.button.dataset.resume;
    if ("mediaSession" in navigator) navigator.mediaSession.playbackState = speaking ? "playing" : "paused";
  }

  tell(message) {
    const status = this.home.querySelector("[data-reader-status]");
    status.textContent = message ? this.home.querySelector("[data-reader-messages]").dataset[message] : "";
  }
}

// The bar's own stylesheet; without it the bar still works.
function dress(address) {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
  return new Promise((resolve) => {
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
}

let player;

const the = (home, button, choices) => (player ??= new Player(home, button, choices));

export function toggle(home, button, choices, wanted) {
  return the(home, button, choices).toggle(wanted);
}

export function cue(home, button, choices, anew) {
  followLink(the(home, button, choices), anew);
}
