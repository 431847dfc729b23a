/* On every page of the newsroom: Ctrl+/ opens the list of keys, buttons that copy an address, and the way to what is wrong. */

const help = document.querySelector("[data-keys]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || !(event.ctrlKey || event.metaKey) || event.isComposing || !help) return;
  event.preventDefault();
  // Beside the page, which may hold words that are not saved yet.
  window.open(help.href, "_blank", "noopener");
});

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
    button.textContent = button.dataset.said;
  });
}

/* A form that came back begins at its first fault; a page with a summary of its own has put the focus there. */
window.addEventListener("load", () => {
  const fault = document.querySelector("#content :is(input, select, textarea)[aria-invalid=true]:not([type=hidden])");
  if (fault && !document.activeElement.closest(".errornote")) fault.focus();
});
