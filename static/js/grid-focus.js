// The point to keep of a photo, beside its caption. It belongs to the photo and not to the article: kept at once, by itself.

import { Focus } from "./photo-focus.js";
import { reason, remember, say, send } from "./grid-page.js";

const PAUSE = 500;

/** Offer it for a card once its photo is known; `photo` is the label of the record. */
export function offerFocus(details, photo) {
  details.hidden = !photo?.keep;
  if (!photo?.keep) return;
  details.addEventListener("toggle", () => open(details, photo), { once: true });
  // What happens in here is no change of the article.
  for (const name of ["input", "change"]) details.addEventListener(name, (event) => event.stopPropagation());
}

function open(details, photo) {
  for (const picture of details.querySelectorAll("[data-whole], [data-crop]")) picture.src = photo.whole;
  const [x, y] = ["[data-x]", "[data-y]"].map((name) => details.querySelector(name));
  [x.value, y.value] = photo.focus;
  new Focus(details, x, y).start();
  let timer;
  for (const slider of [x, y]) {
    slider.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => keep(details, photo, x.value, y.value), PAUSE);
    });
  }
}

async function keep(details, photo, x, y) {
  const said = details.querySelector("[data-said]");
  try {
    const { focus } = await send(photo.keep, { x, y });
    remember("photo", Object.assign(photo, { focus }));
    said.textContent = say("focus_kept");
  } catch (failure) {
    said.textContent = reason(failure);
  }
}
