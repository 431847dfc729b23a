// The page of suggestions: from doubt to doubt, single keys, records looked up, choices remembered. The form works without it.

import { Combobox } from "./combobox.js";
import { announce, ask, learn, say, urls } from "./grid-page.js";
import { startPlates } from "./suggestions-photos.js";

const form = document.getElementById("suggestions");
const list = document.getElementById("suggestions-list");
const PAUSE = 600;
const TYPED = "input:not([type=radio]):not([type=checkbox]), textarea, select";

/* --- where one stands ------------------------------------------------------------------------------------------------------ */

const findings = () => [...list.querySelectorAll("[data-finding]")];
const isAnswered = (finding) => Boolean(finding.querySelector('.finding-choices input[type="radio"]:checked'));
const doubts = () => findings().filter((finding) => finding.matches(".is-doubtful") && !isAnswered(finding));

function go(finding) {
  if (!finding) return;
  finding.focus({ preventScroll: true });
  finding.scrollIntoView({ block: finding.offsetHeight < window.innerHeight / 2 ? "center" : "start" });
}

/** The first photo without words for those who do not see it, unless its caption does for them. */
function gap() {
  const isTold = form.querySelector('[name="photos.told"]')?.checked;
  const caption = (field) => field.closest(".plate-words").querySelector("[data-caption]").value.trim();
  return [...form.querySelectorAll("[data-alt]")].find((field) => !field.value.trim() && !(isTold && caption(field)));
}

/** How much is left to look at stands beside the buttons, which are always in sight. */
function countLeft() {
  const left = document.getElementById("suggestions-left");
  const count = doubts().length;
  if (left) left.textContent = count ? say("left", { count }) : say("no_doubt");
}

/** The doubt after (or before) `here`, else the first one of all. */
function goToDoubt(here, back = false) {
  const open = doubts();
  if (!open.length) {
    announce(say("no_doubt"));
    (gap() ?? form.querySelector(".suggestions-bar .button--main"))?.focus();
    return;
  }
  const side = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const beyond = here ? open.filter((one) => here.compareDocumentPosition(one) & side) : open;
  const next = (back ? beyond.at(-1) : beyond[0]) ?? open[0];
  go(next);
  announce(say("doubt", { number: open.indexOf(next) + 1, count: open.length }));
}

/** The marks of the suggestion in hand, brought into sight in the source text. */
function show(finding) {
  for (const mark of document.querySelectorAll("mark.is-current")) mark.classList.remove("is-current");
  const marks = document.querySelectorAll(`mark[data-item="${finding.dataset.finding}"]`);
  for (const mark of marks) mark.classList.add("is-current");
  const pane = document.getElementById("source-text");
  if (!marks.length || pane.scrollHeight <= pane.clientHeight) return;
  pane.scrollTop += marks[0].getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
}

/* --- keys ------------------------------------------------------------------------------------------------------------------ */

function pressed(event) {
  if (event.isComposing || event.keyCode === 229) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    event.preventDefault();
    form.querySelector(".suggestions-bar .button--main")?.click();
    return;
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "?" && !event.target.matches(TYPED)) {
    const keys = document.getElementById("suggestions-keys");
    keys.open = !keys.open;
    return;
  }
  const finding = event.target.closest?.("[data-finding]");
  if (!finding || event.target.matches(TYPED)) return;
  const act = acts[event.key.toLowerCase()];
  // Arrows between radio buttons belong to the browser.
  if (!act || (event.key.startsWith("Arrow") && event.target.matches("input"))) return;
  event.preventDefault();
  act(finding);
}

const acts = {
  j: (finding) => goToDoubt(finding),
  k: (finding) => goToDoubt(finding, true),
  arrowdown: (finding) => go(findings()[findings().indexOf(finding) + 1]),
  arrowup: (finding) => go(findings()[findings().indexOf(finding) - 1]),
  n: (finding) => choose(finding, ['[value="accept"]', '[value^="match:"]']),
  s: (finding) => choose(finding, ['[value="change"]']),
  b: (finding) => choose(finding, ['[value="refuse"]']),
};

function choose(finding, wanted) {
  const choices = finding.querySelector(".finding-choices");
  const radio = wanted.map((selector) => choices?.querySelector(selector)).find(Boolean);
  if (!radio) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
}

/* --- choices --------------------------------------------------------------------------------------------------------------- */

/** A doubt that was answered leads on to the next one; what needs words takes the cursor. */
function chosen(event) {
  remember();
  countLeft();
  const radio = event.target.closest?.('.finding-choices input[type="radio"]');
  if (!radio) return;
  const finding = radio.closest("[data-finding]");
  if (radio.value === "other") finding.querySelector("[data-lookup]").focus();
  else if (radio.value === "change") finding.querySelector(".finding-fields :is(input, select, textarea)")?.focus();
  else if (finding.matches(".is-doubtful")) goToDoubt(finding);
}

/** The choices are kept on the server while one goes on; nothing of them stands in the draft yet. */
let timer;
function remember() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "remember");
    fetch(form.action || location.href, { method: "POST", body, keepalive: true }).catch(() => {});
  }, PAUSE);
}

const lookup = (url) => ({
  find: async (query, signal) => (await ask(url, { q: query }, signal)).results,
  choose: (input, option) => {
    input.value = option.name;
    form.elements[`${input.name}_key`].value = option.id;
    remember();
    goToDoubt(input.closest("[data-finding]"));
  },
});

learn(JSON.parse(document.getElementById("suggestions-page").textContent));
new Combobox(form, { person: lookup(urls.people), agency: lookup(urls.agencies) }, (failure) => announce(failure.message));
startPlates(form, remember);
document.addEventListener("keydown", pressed);
form.addEventListener("change", chosen);
form.addEventListener("submit", () => clearTimeout(timer));
form.addEventListener("input", (event) => {
  const key = event.target.matches("[data-lookup]") && form.elements[`${event.target.name}_key`];
  if (key) key.value = "";
  remember();
});
form.addEventListener("focusin", (event) => {
  const finding = event.target.closest("[data-finding]");
  if (finding) show(finding);
});
for (const link of form.querySelectorAll("[data-next]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goToDoubt(link.closest(".suggestions-bar") ? document.activeElement.closest?.("[data-finding]") : null);
  });
}
if (doubts().length && !location.hash) goToDoubt(null);
