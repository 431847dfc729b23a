// Lists to choose from are boxes of Select2, which call themselves by what is chosen: an empty one had no name at all.

/** The label of a list, or in a table of rows the heading of its column. */
function nameOf(select) {
  const cell = select.closest("td");
  return select.labels?.[0] ?? cell?.closest("table").tHead?.rows[0].cells[cell.cellIndex];
}

function nameAll() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const box = select.nextElementSibling?.querySelector(".select2-selection");
    const name = nameOf(select);
    if (!box || !name) continue;
    name.id ||= `${select.id}-name`;
    const said = (box.getAttribute("aria-labelledby") ?? "").split(" ");
    if (!said.includes(name.id)) box.setAttribute("aria-labelledby", [name.id, ...said].join(" ").trim());
    // What is chosen is words of the box, and no field of its own inside of it.
    const words = box.querySelector(".select2-selection__rendered");
    for (const attribute of ["role", "aria-readonly"]) words?.removeAttribute(attribute);
  }
}

// The stock script makes the boxes when jQuery calls the document ready, and again for every row that is added; ours come behind.
window.django?.jQuery?.(nameAll);
document.addEventListener("formset:added", () => setTimeout(nameAll));
