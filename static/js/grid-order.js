// Order by keyboard (Alt+↑/↓), by number, and by a handle that works with mouse, pen and finger.

import { announce, say } from "./grid-page.js";
import { itemOf, own } from "./grid-rows.js";

/** `moved()` runs after each change of order; numbers in the rows follow by themselves. */
export function orderable(root, moved) {
  const settle = (item) => {
    renumber(root);
    moved();
    announce(say("moved", { place: placeOf(item), count: item.parentElement.children.length }));
  };
  root.addEventListener("keydown", (event) => byKey(event, settle));
  root.addEventListener("change", (event) => byNumber(event, settle));
  root.addEventListener("pointerdown", (event) => byHandle(event, root, settle));
  root.addEventListener("click", (event) => byButton(event, settle));
}

export function renumber(root) {
  for (const list of root.querySelectorAll("[data-items]")) {
    [...list.children].forEach((item, index) => {
      for (const input of own(item, "[data-position]")) if (input !== document.activeElement) input.value = index + 1;
      for (const shown of own(item, "[data-number]")) shown.textContent = index + 1;
    });
  }
}

export function placeOf(item) {
  return [...item.parentElement.children].indexOf(item) + 1;
}

/** Neighbours move, not the item: it keeps its focus and whatever is being composed in it. */
function step(item, up) {
  const other = up ? item.previousElementSibling : item.nextElementSibling;
  if (!other) return false;
  if (up) item.after(other);
  else item.before(other);
  return true;
}

function byKey(event, settle) {
  if (event.isComposing || event.keyCode === 229 || !event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  const item = itemOf(event.target);
  if (!item || event.target.matches("select")) return;
  event.preventDefault();
  if (step(item, event.key === "ArrowUp")) settle(item);
  event.target.scrollIntoView({ block: "nearest" });
}

function byButton(event, settle) {
  const button = event.target.closest("[data-step]");
  if (!button) return;
  if (step(itemOf(button), button.dataset.step === "up")) settle(itemOf(button));
  button.focus();
}

function byNumber(event, settle) {
  if (!event.target.matches("[data-position]")) return;
  const item = itemOf(event.target);
  const wanted = Math.round(Number(event.target.value));
  const others = [...item.parentElement.children].filter((other) => other !== item);
  if (wanted >= 1 && wanted !== placeOf(item)) {
    const list = item.parentElement;
    list.insertBefore(item, others[wanted - 1] ?? null);
    settle(item);
  }
  event.target.value = placeOf(item);
}

function byHandle(event, root, settle) {
  const handle = event.target.closest("[data-handle]");
  if (!handle || event.button !== 0) return;
  const item = itemOf(handle);
  const start = { list: item.parentElement, next: item.nextElementSibling };
  event.preventDefault();
  handle.focus();
  // The root, because an element that moves in the page loses the pointer.
  root.setPointerCapture(event.pointerId);
  item.dataset.dragged = "";
  const move = (moving) => drag(item, moving, root);
  const end = () => {
    for (const [name, listener] of Object.entries(listeners)) root.removeEventListener(name, listener);
    delete item.dataset.dragged;
    handle.focus();
    if (item.parentElement !== start.list || item.nextElementSibling !== start.next) settle(item);
  };
  const listeners = { pointermove: move, pointerup: end, pointercancel: end };
  for (const [name, listener] of Object.entries(listeners)) root.addEventListener(name, listener);
}

function drag(item, event, root) {
  scrollNearEdge(event.clientY);
  const under = document.elementFromPoint(event.clientX, event.clientY);
  const kind = item.dataset.item;
  const empty = under?.closest(`[data-items="${kind}"]`);
  if (empty && root.contains(empty) && !empty.children.length) return empty.append(item);
  const other = under?.closest(`[data-item="${kind}"]`);
  if (!other || other === item || !root.contains(other)) return;
  const { top, height } = other.getBoundingClientRect();
  const isBelow = event.clientY > top + height / 2;
  const follows = item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (follows && isBelow) other.after(item);
  else if (!follows && !isBelow) other.before(item);
}

function scrollNearEdge(y) {
  const edge = 56;
  if (y < edge) window.scrollBy(0, -12);
  else if (y > window.innerHeight - edge) window.scrollBy(0, 12);
}
