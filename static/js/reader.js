// The reader's choices with a script: applied at once, without leaving the page or moving the focus, and in every open tab.
// The rules are those of accessibility/preferences.py; the forms still work when this file does not arrive.

const CHOICES = {
  size: ["1", "2", "3", "4", "5", "6"],
  theme: ["device", "light", "paper", "dark", "contrast"],
  before: ["device", "light", "paper", "dark"],
  rate: ["50", "75", "90", "100", "125", "150", "200"],
};
const DEFAULTS = { size: "2", theme: "device", before: "device", rate: "100" };
const YEAR = 365 * 24 * 60 * 60;

const root = document.documentElement;
const channel = "BroadcastChannel" in window ? new BroadcastChannel("reader") : null;

export function saved() {
  const choices = { ...DEFAULTS };
  const cookie = /(?:^|; )reader=([a-z0-9.~]{1,120})(?:;|$)/.exec(document.cookie);
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
  for (const key of ["size", "theme"]) {
    if (choices[key] === DEFAULTS[key]) delete root.dataset[key];
    else root.dataset[key] = choices[key];
  }
  for (const radio of document.querySelectorAll("[data-reader-form] input[type=radio]")) {
    radio.checked = choices[radio.name] === radio.value;
  }
  for (const button of document.querySelectorAll("[data-contrast]")) {
    button.setAttribute("aria-pressed", String(choices.theme === "contrast"));
  }
  const paper = getComputedStyle(root).getPropertyValue("--paper").trim();
  for (const meta of document.querySelectorAll("meta[name=theme-color]")) meta.content = paper;
}

// Says the result once, politely; keeps quiet while a voice is reading.
function say(home, name) {
  const status = home.querySelector("[data-reader-status]");
  if (!status || root.hasAttribute("data-speaking")) return;
  const choices = saved();
  const radio = document.querySelector(`[data-reader-form] input[name=theme][value=${choices.theme}]`);
  status.textContent =
    name === "size"
      ? home.dataset.sizeSaid.replace("{size}", choices.size)
      : home.dataset.themeSaid.replace("{theme}", radio ? radio.parentElement.textContent.trim() : choices.theme);
}

function choose(form, name, value) {
  if (name !== "size" && name !== "theme") return;
  keep(changesFor(name, value));
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

async function listen(button) {
  const home = button.closest("[data-narrator]");
  try {
    const { toggle } = await import(home.dataset.narrator);
    toggle(home, button, { saved, keep });
  } catch (error) {
    home.querySelector("[data-reader-status]").textContent = home.querySelector("[data-reader-messages]").dataset.stalled;
    throw error;
  }
}

for (const form of document.querySelectorAll("[data-reader-form]")) enhance(form);
for (const panel of document.querySelectorAll(".reader__panel")) closePanelOnEscape(panel);
for (const button of document.querySelectorAll("[data-listen]")) button.addEventListener("click", () => listen(button));
channel?.addEventListener("message", apply);
window.addEventListener("pageshow", (event) => event.persisted && apply());
apply();
