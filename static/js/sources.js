// Who reads: a voice of this machine or the stored recording, both named to the reader, and what was chosen the last time.

import { findVoices, Voice } from "./voice.js";
import { Recording } from "./recording.js";

const CHOSEN = "reader-source"; // device or recording
const VOICE = "reader-voice"; // voiceURI, one for each language

export class Sources {
  constructor(sentences, listener) {
    this.sentences = sentences;
    this.listener = listener;
    this.language = document.documentElement.lang.startsWith("en") ? "en" : "vi";
    this.recording = Recording.on(document, sentences, listener);
  }

  async find() {
    this.voices = await findVoices(this.language);
    const kept = recall(`${VOICE}:${this.language}`);
    this.found = this.voices.find((voice) => voice.voiceURI === kept) ?? this.voices[0] ?? null;
    this.device = this.found && new Voice(this.found, this.sentences, this.listener);
  }

  // The reader's own choice; else a voice of the machine, the recording, an online voice. On Android the recording comes first: voices
  // there stop when the screen is locked, and may speak English.
  first() {
    const chosen = this[recall(CHOSEN)];
    if (chosen) return chosen;
    if (this.recording && /\bAndroid\b/.test(navigator.userAgent)) return this.recording;
    if (this.found?.localService) return this.device;
    return this.recording ?? this.device;
  }

  // Whether a reader who has never chosen should be asked before the recording is fetched.
  asks() {
    return !this.device && this.recording && recall(CHOSEN) !== "recording";
  }

  choose(name) {
    keep(CHOSEN, name);
    return this[name];
  }

  chooseVoice(uri) {
    this.found = this.voices.find((voice) => voice.voiceURI === uri) ?? this.found;
    this.device.found = this.found;
    keep(`${VOICE}:${this.language}`, uri);
  }
}

// Storage may be closed to us (private windows, policies); then nothing is remembered.
function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Not remembered.
  }
}
