// Shortcuts for the whole page, only for readers who switched them on. Each has two modifiers (WCAG 2.1.4) and presses a button that
// stands on the page anyway. By the place of the key, not its letter: with Alt and Shift the letter differs from system to system.

const SHORTCUTS = {
  KeyD: ["[data-player=toggle], [data-listen]", "D"],
  ArrowLeft: ["[data-player=previous]", "ArrowLeft"],
  ArrowRight: ["[data-player=next]", "ArrowRight"],
  Minus: ["[data-reader-form] [value=smaller]", "-"],
  Equal: ["[data-reader-form] [value=larger]", "="],
  KeyT: ["[data-contrast]", "T"],
  KeyH: ["[data-show-keys]", "H"],
};

let press;

export function set(value, act) {
  press = act;
  document.removeEventListener("keydown", hear);
  if (value === "on") document.addEventListener("keydown", hear);
  for (const [selector, key] of Object.values(SHORTCUTS)) {
    for (const button of document.querySelectorAll(selector)) tell(button, key, value === "on");
  }
}

function tell(button, key, on) {
  if (on) button.setAttribute("aria-keyshortcuts", `Alt+Shift+${key}`);
  else button.removeAttribute("aria-keyshortcuts");
}

function hear(event) {
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
  const shortcut = SHORTCUTS[event.code];
  if (!shortcut) return;
  event.preventDefault();
  press(shortcut[0]);
}
