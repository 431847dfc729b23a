// The stored recording of a page, played by the page's own <audio>, and the marks that say which word sounds when.
// The format of the marks is in docs/accessibility-narration.md.

const KNOWN = 1; // version of the marks
const STEP = 10; // s, back and forward where there are no marks

export class Recording {
  // `listener` hears moved(place), lit(start, end), unlit(), finished() and broken().
  static on(page, sentences, listener) {
    const home = page.querySelector("[data-recording]");
    return home && new Recording(home, sentences, listener);
  }

  constructor(home, sentences, listener) {
    this.home = home;
    this.sentences = sentences;
    this.listener = listener;
    this.audio = home.querySelector("audio");
    this.audio.addEventListener("ended", () => this.playing && this.stop(() => listener.finished()));
    this.audio.addEventListener("error", () => this.playing && this.stop(() => listener.broken()));
    // The watch below sleeps in a tab nobody looks at; the place goes on being kept.
    this.audio.addEventListener("timeupdate", () => this.playing && this.look());
  }

  // Whether what sounds can be bound to what is printed.
  get follows() {
    return Boolean(this.rows);
  }

  async prepare() {
    this.prepared ??= this.fetchMarks();
    await this.prepared;
  }

  async fetchMarks() {
    if (!this.home.dataset.marks) return;
    try {
      const marks = await (await fetch(this.home.dataset.marks)).json();
      if (marks.v === KNOWN && this.fit(marks.s)) this.rows = marks.s;
    } catch {
      // Without marks it is still heard.
    }
  }

  // A page and its recording may differ for a moment after a text has changed; then nothing is lit.
  fit(rows) {
    if (rows.length !== this.sentences.length) return false;
    return rows.every((row, place) => [0, 1, 2].every((part) => row[part] === this.sentences[place][part]));
  }

  async read(place, rate) {
    const { audio } = this;
    await this.prepare();
    this.place = place;
    // Whoever begins anew has marked the sentence anew: the word that was lit before is no longer.
    this.word = undefined;
    const start = this.rows?.[place][3];
    const inside = this.rows && this.placeAt(audio.currentTime * 1000) === place && this.paused === place;
    if (start !== undefined && !inside) audio.currentTime = start / 1000;
    Object.assign(audio, { playbackRate: rate, defaultPlaybackRate: rate, preservesPitch: true });
    this.playing = true;
    try {
      await audio.play();
    } catch (error) {
      // A pause that came before the first sound is no fault.
      if (error.name !== "AbortError") this.stop(() => this.listener.broken());
      return;
    }
    this.watch();
  }

  hush() {
    this.playing = false;
    this.paused = this.place;
    cancelAnimationFrame(this.frame);
    this.audio.pause();
  }

  forget() {
    this.paused = null;
  }

  stop(tell) {
    this.hush();
    this.forget();
    tell();
  }

  rewind() {
    this.audio.currentTime = 0;
  }

  // Where there are no sentences to step by.
  skip(by) {
    this.audio.currentTime = Math.max(0, this.audio.currentTime + by * STEP);
  }

  setRate(rate) {
    this.audio.playbackRate = rate;
  }

  watch() {
    cancelAnimationFrame(this.frame);
    const look = () => {
      if (!this.playing) return;
      this.look();
      this.frame = requestAnimationFrame(look);
    };
    look();
  }

  look() {
    if (!this.rows) return;
    const now = this.audio.currentTime * 1000;
    const place = this.placeAt(now);
    if (place !== this.place && now >= this.rows[place][3]) this.listener.moved((this.place = place));
    const row = this.rows[this.place];
    const word = now <= row[4] ? wordAt(row[5], now) : null;
    if (word === this.word) return;
    this.word = word;
    if (word) this.listener.lit(word[0], word[1]);
    else this.listener.unlit();
  }

  // The last sentence that began by then.
  placeAt(now) {
    let low = 0;
    let high = this.rows.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.rows[middle][3] <= now) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function wordAt(words, now) {
  let found = null;
  for (const word of words) {
    if (word[2] > now) break;
    found = word;
  }
  return found;
}
