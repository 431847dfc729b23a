/* The article form: photo lines in the text, leaving with unsaved words, and two keys. Nothing here is needed to write. */

const form = document.getElementById("article-form");
const area = document.getElementById("id_body");
const MARKER = /\[\[\s*ảnh\s+(\d{1,3})\s*\]\]/giu;
const ALONE = /<p>(?:\s|&nbsp;)*\[\[\s*ảnh\s+(\d{1,3})\s*\]\](?:\s|&nbsp;)*<\/p>\s*/giu;

/* --- the text: in the editor where it runs, else in the plain field ------------------------------------------------------ */

const marker = (number) => `[[ảnh ${number}]]`;
const editor = () => window.CKEDITOR?.instances?.id_body;

function insertMarker(number) {
  if (editor()) {
    insertRich(editor(), marker(number));
    return;
  }
  area.setRangeText(`\n<p>${marker(number)}</p>\n`, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
}

/* A line of its own after the paragraph, list or table that holds the cursor; in place of an empty paragraph. */
function insertRich(rich, text) {
  rich.focus();
  rich.fire("saveSnapshot");
  const line = rich.document.createElement("p");
  line.setText(text);
  const around = rich.elementPath()?.elements ?? [];
  const top = around.at(-2);
  if (top) line.insertAfter(top);
  else rich.editable().append(line);
  if (top?.is("p") && !top.getText().trim()) top.remove();
  const range = rich.createRange();
  range.moveToElementEditEnd(line);
  range.select();
  rich.fire("saveSnapshot");
}

/* When photos change places the lines in the text follow: `numbers` is {old: new}, null for a photo that was taken out. */
function follow(numbers) {
  const rich = editor();
  const before = rich ? rich.getData() : area.value;
  const after = renumbered(before, numbers);
  if (after === before) return;
  if (rich) rich.setData(after);
  else area.value = after;
}

function renumbered(html, numbers) {
  const kept = html.replace(ALONE, (whole, number) => (numbers[number] === null ? "" : whole));
  return kept.replace(MARKER, (whole, number) => {
    const now = numbers[number];
    if (now === undefined) return whole;
    return now === null ? "" : marker(now);
  });
}

document.addEventListener("photo-marker", (event) => insertMarker(event.detail.number));
document.addEventListener("photos-renumbered", (event) => follow(event.detail.numbers));

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
  // A preview opens beside the form, which stays as unsaved as it was.
  form.addEventListener("submit", (event) => (saving = !event.submitter?.formTarget));
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

  /* A line of the checks or of the errors puts the cursor into its field. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".findings a[href*='#'], #error-summary a");
    if (link) setTimeout(focusOn, 0, link.hash.slice(1), link.dataset.place);
  });

  document.getElementById("error-summary")?.focus();
}

function focusOn(id, at) {
  if (id === "row-body" && editor()) {
    editor().focus();
    return;
  }
  const place = document.getElementById(id);
  const field = "input:not([type=hidden]), select, textarea, button";
  const inList = at && fieldInList(place, at.split("."));
  if (inList) return inList.focus();
  const first = place?.matches(field) ? place : [...(place?.querySelectorAll(field) ?? [])].find((one) => one.offsetParent);
  first?.focus();
}

/* `captions.2.alt` is the description of the third photo; `delegations.0.attendances.1.title` goes a list deeper. */
function fieldInList(part, [, ...steps]) {
  let list = part?.querySelector("[data-body] > [data-items]");
  let item = null;
  while (list && steps.length && /^\d+$/.test(steps[0])) {
    item = list.children[Number(steps.shift())];
    if (steps.length < 2) break;
    list = item?.querySelector(`[data-list="${steps.shift()}"]`);
  }
  return item?.querySelector(`[data-field="${steps[0]}"]:not([type=hidden], :disabled)`) ?? item?.querySelector("[data-first]");
}
