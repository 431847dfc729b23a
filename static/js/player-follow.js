// The page scrolls along with the voice until the reader scrolls by hand; a button leads back. The bar keeps its room below the text.

const OURS = 1000; // ms in which a scroll is our own

export class Follower {
  constructor(player) {
    this.player = player;
    this.away = false;
    this.scrollingUntil = 0;
    this.watching = new AbortController();
    const { signal } = this.watching;
    for (const name of ["wheel", "touchmove"]) addEventListener(name, () => this.leave(), { passive: true, signal });
    addEventListener("scroll", () => performance.now() > this.scrollingUntil && this.leave(), { passive: true, signal });
    addEventListener("pagehide", () => player.speaking && player.pause(), { signal });
    document.addEventListener("focusin", (event) => this.focus(event.target), { signal });
    player.parts.back.addEventListener("click", () => this.comeBack());
    this.room = new ResizeObserver(() => this.keepRoom());
    this.room.observe(player.bar);
    this.keepRoom();
  }

  end() {
    this.watching.abort();
    this.room.disconnect();
    document.documentElement.style.removeProperty("--player");
  }

  keepRoom() {
    if (this.player.bar) document.documentElement.style.setProperty("--player", `${this.player.bar.offsetHeight}px`);
  }

  focus(target) {
    const { bar, places } = this.player;
    if (bar?.contains(target)) return;
    places.focused = target;
  }

  leave() {
    if (!this.wanted() || this.away) return;
    this.away = true;
    this.player.parts.back.hidden = false;
  }

  comeBack() {
    const hadFocus = document.activeElement === this.player.parts.back;
    this.away = false;
    this.player.parts.back.hidden = true;
    if (hadFocus) this.player.parts.toggle.focus({ preventScroll: true });
    this.scroll();
  }

  wanted() {
    return this.player.choices.saved().follow === "on";
  }

  go() {
    if (this.wanted() && !this.away) this.scroll();
  }

  scroll() {
    const box = this.player.highlighter.box();
    const room = innerHeight - (this.player.bar?.offsetHeight ?? 0);
    if (!box || (box.top >= 0 && box.bottom <= room)) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scrollingUntil = performance.now() + OURS;
    scrollBy({ top: box.top - room / 4, behavior: still ? "instant" : "smooth" });
  }
}
