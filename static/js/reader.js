// The reader's choices with a script: applied at once, without leaving the page or moving the focus, and in every open tab.
// The rules are those of accessibility/preferences.py; the forms still work when this file does not arrive.

const CHOICES = {
  size: ["1", "2", "3", "4", "5", "6"],
  theme: ["device", "light", "paper", "dark", "contrast"],
  before: ["device", "light", "paper", "dark"],
  rate: ["50", "75", "90", "100", "125", "150", "200"],
  line: ["1", "2", "3"],
  letter: ["1", "2", "3"],
  font: ["site", "sans", "serif", "lexend", "andika"],
  width: ["1", "2", "3"],
  plain: ["off", "on"],
  images: ["on", "off"],
  ruler: ["off", "1", "3", "5"],
  keys: ["off", "on"],
  mark: ["both", "sentence", "none"],
  follow: ["on", "off"],
};
const DEFAULTS = {
  size: "2",
  theme: "device",
  before: "device",
  rate: "100",
  line: "1",
  letter: "1",
  font: "site",
  width: "3",
  plain: "off",
  images: "on",
  ruler: "off",
  keys: "off",
  mark: "both",
  follow: "on",
};
const PAINTED = ["size", "theme", "line", "letter", "font", "width", "plain", "images"];
const YEAR = 365 * 24 * 60 * 60;

const root = document.documentElement;
const channel = "BroadcastChannel" in window ? new BroadcastChannel("reader") : null;

export function saved() {
  const choices = { ...DEFAULTS };
  const cookie = /(?:^|; )reader=([a-z0-9.~]{1,180})(?:;|$)/.exec(document.cookie);
  for (const pair of cookie ? cookie[1].split("~") : []) {
    const [key, value] = pair.split(".");
    if (Object.hasOwn(CHOICES, key) && CHOICES[key].includes(value)) choices[key] = value;
  }
  return choices;
}

export function keep(changes) {
  const choices = { ...saved(), ...changes };
  const pairs = Object.keys(CHOICES).filter((key) => choices[key] !== DEFAULTS[key]);
  const value = pairs.map((key) => `${key}.${choices[key]}`).join("~");
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `reader=${value}; path=/; max-age=${value ? YEAR : 0}; samesite=lax${secure}`;
  apply();
  channel?.postMessage("changed");
}

function changesFor(name, value) {
  const now = saved();
  if (name === "size" && (value === "smaller" || value === "larger")) {
    const place = CHOICES.size.indexOf(now.size) + (value === "larger" ? 1 : -1);
    return { size: CHOICES.size[Math.max(0, Math.min(place, CHOICES.size.length - 1))] };
  }
  if (name === "theme" && value === "toggle-contrast") {
    return now.theme === "contrast" ? { theme: now.before, before: "device" } : { theme: "contrast", before: now.theme };
  }
  return { [name]: value };
}

function apply() {
  const choices = saved();
  for (const key of PAINTED) {
    if (choices[key] === DEFAULTS[key]) delete root.dataset[key];
    else root.dataset[key] = choices[key];
  }
  for (const radio of document.querySelectorAll("[data-reader-form] input[type=radio]")) {
    radio.checked = choices[radio.name] === radio.value;
  }
  for (const button of document.querySelectorAll("[data-contrast]")) {
    button.setAttribute("aria-pressed", String(choices.theme === "contrast"));
  }
  paintBrowser(choices.theme);
  for (const name of ["ruler", "keys"]) follow(name, choices[name]);
}

// The bars of the browser take the colour of the page; while the page follows the device, each of its schemes has its own.
function paintBrowser(theme) {
  const paper = getComputedStyle(root).getPropertyValue("--paper").trim();
  for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
    meta.dataset.device ??= meta.content;
    meta.content = theme === "device" ? meta.dataset.device : paper;
  }
}

// What only some readers ask for arrives when it is first asked for: a module with `set(value, act)`.
const followed = {};

async function follow(name, value) {
  const source = document.querySelector(`[data-${name}]`)?.dataset[name];
  if (!source || (value === "off" && !followed[name])) return;
  followed[name] ??= import(source);
  (await followed[name]).set(saved()[name], act);
}

// What a shortcut does is what the button of the row does, status included.
function act(selector) {
  document.querySelector(selector)?.click();
}

// Says the result once, politely; keeps quiet while a voice is reading.
function say(home, name) {
  const status = home.querySelector("[data-reader-status]");
  if (!status || root.hasAttribute("data-speaking")) return;
  status.textContent = said(home, name);
}

function said(home, name) {
  const value = saved()[name];
  if (name === "reset") return home.dataset.resetSaid;
  if (name === "size") return home.dataset.sizeSaid.replace("{size}", value);
  const radio = home.querySelector(`input[name="${name}"][value="${value}"]`);
  const words = (element) => element.textContent.trim();
  return `${words(radio.closest("fieldset").querySelector("legend"))}: ${words(radio.parentElement)}`;
}

function choose(form, name, value) {
  if (name === "reset") keep(DEFAULTS);
  else if (Object.hasOwn(CHOICES, name)) keep(changesFor(name, value));
  else return;
  say(form.closest("[data-size-said]"), name);
}

function enhance(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.name) choose(form, event.submitter.name, event.submitter.value);
  });
  form.addEventListener("change", (event) => choose(form, event.target.name, event.target.value));
  // Radios apply as they are chosen; the button is for readers without a script.
  for (const button of form.querySelectorAll("[data-apply]")) button.hidden = true;
}

function closePanelOnEscape(panel) {
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.open) return;
    panel.open = false;
    panel.querySelector("summary").focus();
  });
}

async function listen(button, act = "toggle", wanted) {
  const home = document.querySelector("[data-narrator]");
  try {
    const narrator = await import(home.dataset.narrator);
    await narrator[act](home, button, { saved, keep }, wanted);
  } catch (error) {
    home.querySelector("[data-reader-status]").textContent = home.querySelector("[data-reader-messages]").dataset.stalled;
    throw error;
  }
}

// A sentence named by the address (`#c12`, `?nghe=12`) is shown; a voice begins only when asked. `anew`: a link was followed just now.
function cueNamedSentence(button, anew) {
  if (/^#c\d+$/.test(location.hash) || /[?&]nghe=c?\d+/.test(location.search)) listen(button, "cue", anew);
}

for (const form of document.querySelectorAll("[data-reader-form]")) enhance(form);
for (const panel of document.querySelectorAll(".reader__panel")) closePanelOnEscape(panel);
for (const button of document.querySelectorAll("[data-show-keys]")) {
  button.addEventListener("click", () => document.getElementById("reader-keys").showModal());
}
const listenButton = document.querySelector("[data-listen]");
if (listenButton) {
  listenButton.addEventListener("click", () => listen(listenButton));
  for (const button of document.querySelectorAll("[data-listen-recording]")) {
    button.addEventListener("click", () => listen(listenButton, "toggle", "recording"));
  }
  cueNamedSentence(listenButton, performance.getEntriesByType("navigation")[0]?.type !== "reload");
  addEventListener("hashchange", () => cueNamedSentence(listenButton, true));
}
channel?.addEventListener("message", apply);
window.addEventListener("pageshow", (event) => event.persisted && apply());
apply();
