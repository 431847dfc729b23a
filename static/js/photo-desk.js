// The photo library: new photos dropped at once, and one choice for all on the page.

import { learn, remember, say, urls } from "./grid-page.js";
import { clone } from "./grid-rows.js";
import { Uploads } from "./grid-uploads.js";

learn({ ...JSON.parse(document.getElementById("photo-desk-page").textContent), labels: {} });
const drop = document.getElementById("photo-drop");
if (drop) startDrop(drop);
startChoice(document.getElementById("changelist-form"));

function startDrop(root) {
  const credit = root.querySelector("[data-credit]");
  new Uploads(root, urls.photos, (photo) => take(root, remember("photo", photo)), () => ({ credit: credit.value }));
  root.querySelector("[data-plain]").hidden = true;
  root.querySelector("[data-body]").hidden = false;
}

/** The card of a photo just taken in; a file that was there already has its card once. */
function take(root, photo) {
  const list = root.querySelector("[data-fresh]");
  const known = list.querySelector(`a[href="${photo.page}"]`);
  if (!known) list.append(card(root, photo));
  const count = list.children.length;
  root.querySelector("[data-taken]").hidden = false;
  root.querySelector("[data-taken-words]").textContent = say("in_library", { count });
}

function card(root, photo) {
  const item = clone(root, "card");
  item.querySelector("a").href = photo.page;
  item.querySelector("img").src = photo.thumb;
  item.querySelector("[data-name]").textContent = photo.name;
  item.querySelector("[data-described]").textContent = photo.alt;
  item.querySelector("[data-undescribed]").hidden = Boolean(photo.alt);
  return item;
}

function startChoice(form) {
  const all = form?.querySelector("[data-all]");
  if (!all) return;
  const boxes = [...form.querySelectorAll("[name=_selected_action]")];
  const count = form.querySelector("[data-count]");
  all.closest("label").hidden = false;
  form.addEventListener("change", (event) => {
    if (event.target === all) for (const box of boxes) box.checked = all.checked;
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && !all.checked;
    count.textContent = chosen ? say("chosen", { count: chosen }) : "";
  });
}
