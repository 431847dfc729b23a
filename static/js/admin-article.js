/* The article form: photo lines in the text, leaving with unsaved words, and two keys. Nothing here is needed to write. */

import { marker, renumbered } from "./grid-markers.js";

const form = document.getElementById("article-form");
const area = document.getElementById("id_body");

/* --- the text: in the editor where it runs, else in the plain field ------------------------------------------------------ */

const editor = () => window.CKEDITOR?.instances?.id_body;

function insertMarker(number) {
  const line = `<p>${marker(number)}</p>`;
  const rich = editor();
  if (rich) {
    rich.focus();
    rich.insertHtml(line);
    return;
  }
  area.setRangeText(`\n${line}\n`, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
}

/* When photos change places, the lines in the text follow. */
function follow(mapping) {
  const rich = editor();
  const before = rich ? rich.getData() : area.value;
  const after = renumbered(before, mapping);
  if (after === before) return;
  if (rich) rich.setData(after);
  else area.value = after;
}

document.addEventListener("photo-marker", (event) => insertMarker(event.detail.number));
document.addEventListener("photos-renumbered", (event) => follow(event.detail.mapping));

const bar = document.querySelector(".marker-bar");
if (bar && area) {
  const number = bar.querySelector("input");
  bar.hidden = false;
  bar.querySelector("button").addEventListener("click", () => {
    insertMarker(number.value);
    number.value = Number(number.value) + 1;
  });
  number.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    bar.querySelector("button").click();
  });
}

/* --- leaving ------------------------------------------------------------------------------------------------------------- */

if (form) {
  let typed = false;
  let saving = false;
  form.addEventListener("input", () => (typed = true));
  form.addEventListener("change", () => (typed = true));
  form.addEventListener("submit", () => (saving = true));
  window.addEventListener("beforeunload", (event) => {
    if (saving || !(typed || editor()?.checkDirty())) return;
    event.preventDefault();
  });

  /* Ctrl+S saves; Ctrl+Enter presses the main button. */
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const button =
      event.key === "s"
        ? form.querySelector("[name=_save]")
        : event.key === "Enter" && form.querySelector(".panel-actions .button--main");
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });

  document.getElementById("error-summary")?.focus();
}
