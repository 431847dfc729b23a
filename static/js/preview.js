/* The bar above a preview: width of the frame; theme and text size of the page inside, without touching anybody's choices. */

const frame = document.getElementById("preview");
const choices = [...document.querySelectorAll("[data-choice]")];

function apply() {
  const chosen = Object.fromEntries(choices.map((select) => [select.dataset.choice, select.value]));
  frame.className = `is-${chosen.width}`;
  const root = frame.contentDocument?.documentElement;
  if (!root) return;
  for (const name of ["theme", "size"]) {
    if (chosen[name] && !(name === "size" && chosen[name] === "2")) root.dataset[name] = chosen[name];
    else delete root.dataset[name];
  }
}

for (const select of choices) select.addEventListener("change", apply);
frame.addEventListener("load", apply);
document.getElementById("preview-typed")?.submit();
