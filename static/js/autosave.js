/* Nothing typed is lost: every few seconds the form goes into this browser and, where it can, to the server.
   The server keeps it beside the article (never in it); what was not saved is offered back on opening. */

import { forget, keep, unsaved } from "./autosave-kept.js";
import { showOthers } from "./presence.js";

const PAUSE = 1500; // milliseconds of quiet before what is typed is kept
const BEAT = 20000;
const AGAIN = 6000; // after a failure

const form = document.getElementById("article-form");
const page = JSON.parse(document.getElementById("autosave-page")?.textContent ?? "null");

if (form && page) {
  const words = page.words;
  const state = document.getElementById("keeping-state");
  const problem = document.getElementById("keeping-problem");
  const own = { form: random(), count: 0, seen: field("seen")?.value ?? "" };
  let isDirty = false;
  let isLeaving = false;
  let timer = 0;
  // The form that this page answers: a save that was refused shows all that was typed in it.
  const answered = field("form_name").value;

  field("form_name").value = own.form;
  window.addEventListener("pageshow", (event) => event.persisted && renew());

  /* --- noticing ---------------------------------------------------------------------------------------------------------- */

  for (const name of ["input", "change"]) form.addEventListener(name, noticed);
  const rich = () => window.CKEDITOR?.instances?.id_body;
  (function watchEditor(tries) {
    if (rich()) rich().on("change", noticed);
    else if (tries) setTimeout(watchEditor, 250, tries - 1);
  })(120);

  function noticed(event) {
    if (event?.target === field("why")) return;
    if (!isDirty) say(words.typing);
    isDirty = true;
    schedule(PAUSE);
  }

  function schedule(milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  }

  /* --- keeping ----------------------------------------------------------------------------------------------------------- */

  async function work() {
    if (isLeaving) return;
    if (!isDirty) return void beat();
    isDirty = false;
    own.count += 1;
    const entry = entryNow();
    const isHere = keep(page, entry);
    if (!page.address) {
      say(isHere ? fill(words.kept_here, entry.at) : words.full);
      return;
    }
    await ask(entry, isHere);
    schedule(isDirty ? AGAIN : BEAT);
  }

  async function beat() {
    if (page.address && document.visibilityState === "visible") await ask();
    schedule(BEAT);
  }

  function entryNow() {
    const fields = Object.fromEntries([...new FormData(form)].filter(([name, value]) => typeof value === "string" && !/^(_|csrf)/.test(name)));
    if (rich()) fields.body = rich().getData();
    const { form: name, count } = own;
    const base_version = Number(field("base_version")?.value || 0);
    return { form: name, count, base_version, edition: Number(field("edition_pk")?.value || 0), at: Date.now(), fields };
  }

  /** With an entry: keep it on the server. Without: say that somebody is here. */
  async function ask(entry, isHere) {
    const { fields, ...about } = entry ?? entryNow();
    let answer;
    try {
      answer = await post({ ...about, seen: own.seen, ...(entry && { fields }) });
    } catch {
      return failed(entry, isHere, words.offline);
    }
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (answer.type === "opaqueredirect" || !isJson) return failed(entry, isHere, fill(words.signed_out, entry?.at ?? Date.now()), page.login);
    const said = await answer.json();
    if (!answer.ok) return failed(entry, isHere, fill(words.refused, entry?.at ?? Date.now(), said.error), "", true);
    showOthers(said.others);
    trouble(said.newer);
    if (said.saved) {
      // Its save arrived though the answer did not; what is typed since is another form's.
      renew();
      noticed();
    }
    if (said.stamp) own.seen = said.stamp;
    if (said.at && !isDirty) say(words.kept.replace("{time}", said.at));
  }

  function failed(entry, isHere, sentence, link = "", isFinal = false) {
    if (entry && !isFinal) isDirty = true;
    if (entry) say(isHere ? fill(words.kept_here, entry.at) : "");
    trouble(isHere === false ? words.full : sentence, link);
  }

  function post(said, signal) {
    return fetch(page.address, {
      method: "POST",
      redirect: "manual",
      signal,
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token() },
      body: JSON.stringify({ user: page.user, ...said }),
    });
  }

  window.addEventListener("online", () => schedule(0));
  window.addEventListener("focus", () => schedule(isDirty ? 0 : 500));
  // The last words before a tab is put away or closed.
  const putAway = () => {
    if (!isDirty || isLeaving) return;
    own.count += 1;
    keep(page, entryNow());
  };
  window.addEventListener("pagehide", putAway);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && putAway());

  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.submitter?.formTarget) return;
    // Somebody may have signed in anew in another tab; the old token would be refused.
    for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = token();
    own.count += 1;
    field("form_count").value = own.count;
    keep(page, entryNow());
    isLeaving = true;
    clearTimeout(timer);
    setTimeout(stayed, 8000);
  });

  /* The page is still here: the way to the server is closed, or the form was stopped at a row. */
  function stayed() {
    isLeaving = false;
    isDirty = true;
    schedule(0);
  }

  /* --- saying ------------------------------------------------------------------------------------------------------------ */

  function say(text) {
    if (state.textContent !== text) state.textContent = text;
  }

  function trouble(text, link = "") {
    if (problem.dataset.text === (text ?? "")) return;
    problem.dataset.text = text ?? "";
    problem.hidden = !text;
    problem.textContent = text ?? "";
    if (!link) return;
    const anchor = document.createElement("a");
    Object.assign(anchor, { href: link, target: "_blank", rel: "noopener", textContent: words.sign_in });
    problem.append(" ", anchor);
  }

  function fill(sentence, at, reason = "") {
    return sentence.replace("{time}", clock(at)).replace("{reason}", reason);
  }

  /* --- offering back ----------------------------------------------------------------------------------------------------- */

  function offer() {
    const dropped = /^#bo-(\w+)$/.exec(location.hash)?.[1];
    if (dropped) forget(page, dropped);
    const opened = document.getElementById("keeping").dataset.opened;
    if (opened) forget(page, opened.split(".")[0]);
    const found = unsaved(page).filter((entry) => !isOnServer(entry) && entry.form !== answered);
    if (found.length && !opened) show(found[0]);
    document.querySelector("#kept-offer [value=drop]")?.addEventListener("click", () => {
      const stamp = page.unsaved?.split(".")[0];
      if (stamp) forget(page, stamp);
    });
  }

  /** What the server offers already need not be offered twice. */
  function isOnServer(entry) {
    const [name, count] = (page.unsaved ?? "").split(".");
    return name === entry.form && Number(count) >= entry.count;
  }

  function show(entry) {
    const box = document.getElementById("kept-here");
    const line = document.createElement("p");
    line.textContent = fill(words.found, entry.at);
    const choices = document.createElement("div");
    choices.className = "kept-choices";
    choices.append(button(words.reopen, () => reopen(entry)));
    if (page.address) choices.append(button(words.compare, () => compare(entry, line)));
    choices.append(button(words.drop, () => confirm(words.sure) && (forget(page, entry.form), box.remove())));
    box.className = "kept-offer";
    box.setAttribute("role", "status");
    box.replaceChildren(line, choices);
    box.hidden = false;
  }

  function button(text, act) {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: "button", textContent: text });
    made.addEventListener("click", act);
    return made;
  }

  /* The server lays the kept fields into a fresh form; nothing is saved by that. */
  function reopen(entry) {
    const sent = document.createElement("form");
    sent.method = "post";
    sent.hidden = true;
    const fields = { ...entry.fields, csrfmiddlewaretoken: token(), _reopen: "1", seen: `${entry.form}.${entry.count}` };
    for (const [name, value] of Object.entries(fields)) {
      const area = document.createElement("textarea");
      Object.assign(area, { name, value });
      sent.append(area);
    }
    document.body.append(sent);
    sent.submit();
  }

  async function compare(entry, line) {
    try {
      const answer = await post({ ...entry, seen: page.unsaved ?? "" });
      if (answer.ok) location.assign(page.compare);
      else line.textContent = (await answer.json()).error;
    } catch {
      line.textContent = words.offline;
    }
  }

  /* --- small --------------------------------------------------------------------------------------------------------------- */

  function field(name) {
    return form.elements.namedItem(name);
  }

  /** After going back in the browser this is another form than the one that was saved. */
  function renew() {
    Object.assign(own, { form: random(), count: 0, seen: "" });
    field("form_name").value = own.form;
    isLeaving = false;
  }

  function token() {
    return /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1] ?? field("csrfmiddlewaretoken")?.value ?? "";
  }

  function random() {
    return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function clock(at) {
    const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: "Asia/Ho_Chi_Minh" };
    return new Intl.DateTimeFormat("vi-VN", options).format(at);
  }

  say(words.ready);
  offer();
  if (document.getElementById("keeping").dataset.opened) noticed();
  beat();
}
