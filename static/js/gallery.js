// The photo viewer: a native dialog over the page. Every `a[data-photo]` of the page is one photo, in the order of the page; the link's
// own address is the large picture, its figure's caption is the caption. Loaded when the first photo is asked for.

const viewer = document.getElementById("viewer");
const frame = viewer.querySelector(".viewer__picture");
const caption = viewer.querySelector(".viewer__caption");
const place = document.getElementById("viewer-place");
const photos = [...document.querySelectorAll("a[data-photo]")];
let current = 0;

export function open(link) {
  show(photos.indexOf(link));
  viewer.showModal();
}

function show(index) {
  current = (index + photos.length) % photos.length;
  const link = photos[current];
  place.textContent = viewer.dataset.place.replace("{number}", current + 1).replace("{all}", photos.length);
  const picture = document.createElement("picture");
  picture.append(...sources(link), large(link));
  frame.replaceChildren(picture);
  const words = link.closest("figure")?.querySelector("figcaption");
  caption.replaceChildren(...(words ? words.cloneNode(true).childNodes : []));
  caption.hidden = !words;
}

// The same formats that the small picture was offered in; the link itself names the JPEG.
function sources(link) {
  return [...link.querySelectorAll("source[type]")].map((offered) => {
    const source = document.createElement("source");
    source.type = offered.type;
    source.srcset = link.href.replace(/\.\w+$/, `.${offered.type.split("/")[1]}`);
    return source;
  });
}

function large(link) {
  const image = new Image();
  const small = link.querySelector("img");
  image.alt = small.alt;
  image.width = small.width;
  image.height = small.height;
  image.src = link.href;
  image.decode().then(() => fit(image), () => {});
  return image;
}

// The small picture may be cropped; the large one has a shape of its own.
function fit(image) {
  image.width = image.naturalWidth;
  image.height = image.naturalHeight;
}

viewer.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.step) show(current + Number(button.dataset.step));
  else if (button?.matches("[data-close]") || event.target === viewer) viewer.close();
});

viewer.addEventListener("keydown", (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  show(current + step);
});

// A closed viewer holds no picture; the browser gives the focus back to where it was, and it should be the photo last seen.
viewer.addEventListener("close", () => {
  frame.replaceChildren();
  photos[current].focus();
});
