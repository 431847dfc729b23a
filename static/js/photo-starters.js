// Beginnings of a description: a press writes one into the empty field and puts the cursor on its first gap.

export function begin(input, words) {
  if (input.value.trim()) input.value = `${input.value.trim()} ${words}`;
  else input.value = words;
  const gap = input.value.indexOf("…");
  input.focus();
  if (gap >= 0) input.setSelectionRange(gap, gap + 1);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

for (const box of document.querySelectorAll("[data-starters]")) {
  const input = document.getElementById(box.dataset.starters);
  box.hidden = !input;
  box.addEventListener("click", (event) => {
    const button = event.target.closest("[data-starter]");
    if (button) begin(input, button.textContent);
  });
}
