// What all lists of one page share: names of records, words, addresses, and one voice for screen readers.

const book = new Map();
export const words = {};
export const urls = {};

export function learn(page) {
  Object.assign(words, page.words);
  Object.assign(urls, page.urls);
  for (const [model, labels] of Object.entries(page.labels)) {
    for (const label of Object.values(labels)) remember(model, label);
  }
}

export function remember(model, label) {
  book.set(`${model} ${label.id}`, label);
  return label;
}

/** The name, hint … of a record, or undefined when it is gone or was never shown. */
export function label(model, id) {
  return id == null || id === "" ? undefined : book.get(`${model} ${id}`);
}

/** A sentence of the server's with its {places} filled in. */
export function say(word, places = {}) {
  return (words[word] ?? word).replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
}

let voice;

/** Tell what happened, politely and once; the same sentence again is spoken again. */
export function announce(sentence) {
  if (!voice) {
    voice = document.createElement("div");
    voice.className = "grid-voice";
    voice.setAttribute("role", "status");
    document.body.append(voice);
  }
  const line = document.createElement("p");
  line.textContent = sentence;
  voice.replaceChildren(line);
}

/** Marks and case do not count: the same rule as the server's `fold`. */
export function fold(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return bare.replace(/đ/g, "d").replace(/\s+/g, " ").trim();
}

export async function ask(url, query, signal) {
  return answered(await fetch(`${url}?${new URLSearchParams(query)}`, { signal, headers: asked() }));
}

export async function send(url, fields) {
  const body = new URLSearchParams(fields);
  return answered(await fetch(url, { method: "POST", body, headers: { ...asked(), "X-CSRFToken": token() } }));
}

export function token() {
  return document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

function asked() {
  return { Accept: "application/json" };
}

async function answered(response) {
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  const data = isJson ? await response.json() : {};
  if (!response.ok || !isJson) throw new Error(data.error ?? say("unreachable"));
  return data;
}

/** The sentence of any failure; a lost connection has none of its own. */
export function reason(failure) {
  return failure instanceof TypeError ? say("unreachable") : failure.message;
}
