// Photos and captions: the captions keep their places, the pictures move between them by button, by Alt+← and →, by drag, or by
// the list beside each caption. A swap is an answer to whether the pairs are right.

import { announce, say } from "./grid-page.js";

export function startPlates(form, changed) {
  const plates = document.getElementById("plates");
  if (!plates) return;
  const open = () => [...plates.querySelectorAll("[data-plate]")].filter((plate) => selectOf(plate));
  const swap = (one, other) => {
    if (!one || !other || one === other) return;
    trade(one, other);
    answerPairing(form);
    announce(say("swapped", { one: one.getAttribute("aria-label"), other: other.getAttribute("aria-label") }));
    changed();
  };
  for (const buttons of plates.querySelectorAll("[data-swap-buttons]")) buttons.hidden = false;
  for (const plate of open()) selectOf(plate).dataset.now = selectOf(plate).value;
  byKeyAndButton(plates, open, swap);
  byList(plates, open, swap);
  byDrag(plates, swap);
  countTold(form, plates);
}

const selectOf = (plate) => plate.querySelector("[data-photo]");
const pictureOf = (plate) => plate.querySelector(".plate-picture img");

function trade(one, other) {
  const [a, b] = [selectOf(one), selectOf(other)];
  [a.value, b.value] = [b.dataset.now, a.dataset.now];
  [a.dataset.now, b.dataset.now] = [a.value, b.value];
  const [left, right] = [pictureOf(one), pictureOf(other)];
  [left.src, right.src] = [right.src, left.src];
  [left.alt, right.alt] = [right.alt, left.alt];
}

function answerPairing(form) {
  const right = form.querySelector('[name="pairing.answer"]');
  if (right) right.checked = true;
}

function byKeyAndButton(plates, open, swap) {
  const beside = (plate, step) => open()[open().indexOf(plate) + step];
  plates.addEventListener("click", (event) => {
    const button = event.target.closest("[data-swap]");
    if (!button) return;
    const plate = button.closest("[data-plate]");
    swap(plate, beside(plate, Number(button.dataset.swap)));
  });
  plates.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step || !event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const plate = event.target.closest("[data-plate]");
    const other = beside(plate, step);
    if (!other) return;
    swap(plate, other);
    // The focus goes with the picture that moved.
    other.focus();
  });
}

function byList(plates, open, swap) {
  plates.addEventListener("change", (event) => {
    if (!event.target.matches("[data-photo]")) return;
    const plate = event.target.closest("[data-plate]");
    const wanted = event.target.value;
    event.target.value = event.target.dataset.now;
    swap(plate, open().find((other) => selectOf(other).dataset.now === wanted));
  });
}

function byDrag(plates, swap) {
  let dragged = null;
  const target = (event) => event.target.closest?.("[data-plate]");
  const clear = () => plates.querySelectorAll("[data-target]").forEach((plate) => delete plate.dataset.target);
  plates.addEventListener("dragstart", (event) => {
    dragged = event.target.matches(".plate-picture img") ? target(event) : null;
    event.dataTransfer.effectAllowed = "move";
  });
  plates.addEventListener("dragover", (event) => {
    if (!dragged || !target(event) || !selectOf(target(event))) return;
    event.preventDefault();
    clear();
    if (target(event) !== dragged) target(event).dataset.target = "";
  });
  plates.addEventListener("drop", (event) => {
    if (!dragged) return;
    event.preventDefault();
    swap(dragged, target(event));
  });
  plates.addEventListener("dragend", () => {
    dragged = null;
    clear();
  });
}

/** How many photos the one tick would describe by their captions: those that have a caption and nothing else. */
function countTold(form, plates) {
  const said = form.querySelector("[data-told]");
  const caption = (field) => field.closest(".plate-words").querySelector("[data-caption]").value.trim();
  const alone = (field) => !field.value.trim() && caption(field);
  plates.addEventListener("input", () => {
    if (!said) return;
    const count = [...plates.querySelectorAll("[data-alt]")].filter(alone).length;
    said.textContent = say("told_all", { count });
    said.closest("label").hidden = !count;
  });
}
