/* On every page of the newsroom: Ctrl+/ opens the list of keys, and buttons that copy an address. */

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
