// The point of a photo that every crop keeps: pressed, dragged or moved with the arrow keys; the crops show it at once.
// The two sliders hold the value and work alone where this script does not run.

const STEP = 0.01;
const STRIDE = 0.1;
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Focus {
  constructor(root, x, y) {
    Object.assign(this, { root, x, y });
    this.whole = root.querySelector("[data-whole]");
    this.point = root.querySelector("[data-point]");
    this.crops = [...root.querySelectorAll("[data-crop]")];
  }

  start() {
    this.point.hidden = false;
    this.root.querySelector("[data-crops]").hidden = false;
    this.point.addEventListener("keydown", (event) => this.pressed(event));
    this.whole.addEventListener("pointerdown", (event) => this.pointed(event));
    this.point.addEventListener("pointerdown", (event) => this.point.setPointerCapture(event.pointerId));
    this.point.addEventListener("pointermove", (event) => {
      if (this.point.hasPointerCapture(event.pointerId)) this.pointed(event);
    });
    for (const slider of [this.x, this.y]) slider.addEventListener("input", () => this.show());
    this.show();
  }

  pressed(event) {
    const way = KEYS[event.key];
    if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const far = event.shiftKey ? STRIDE : STEP;
    this.move(Number(this.x.value) + way[0] * far, Number(this.y.value) + way[1] * far);
    this.root.querySelector("[data-said]").textContent = this.words();
  }

  pointed(event) {
    const box = this.whole.getBoundingClientRect();
    this.move((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    this.point.focus({ preventScroll: true });
  }

  move(x, y) {
    this.x.value = Math.min(1, Math.max(0, x)).toFixed(2);
    this.y.value = Math.min(1, Math.max(0, y)).toFixed(2);
    this.x.dispatchEvent(new Event("input", { bubbles: true }));
  }

  show() {
    const [left, top] = [this.x, this.y].map((slider) => `${Number(slider.value) * 100}%`);
    this.point.style.left = left;
    this.point.style.top = top;
    this.point.setAttribute("aria-label", this.words());
    // The server crops by the same rule as the browser does here.
    for (const crop of this.crops) crop.style.objectPosition = `${left} ${top}`;
  }

  words() {
    const [x, y] = [this.x, this.y].map((slider) => Math.round(Number(slider.value) * 100));
    return this.point.dataset.words.replace("{x}", x).replace("{y}", y);
  }
}

const root = document.querySelector("[data-focus]");
if (root) new Focus(root, document.getElementById("id_focal_x"), document.getElementById("id_focal_y")).start();
