// Starts every list grid of a page: <div data-grid="delegations" data-source="id_delegations"> (news/admin/grid.py).
//
// Events for the rest of the form, all bubbling from the captions grid: `photo-marker` {number} asks to put [[ảnh number]]
// into the text; `photos-renumbered` {numbers} says {old: new or null}, so that the text can follow.

import { Agencies } from "./grid-agencies.js";
import { Captions } from "./grid-captions.js";
import { Credits } from "./grid-credits.js";
import { Delegations } from "./grid-people.js";
import { learn } from "./grid-page.js";
import { Attachments } from "./grid-tables.js";
import { Videos } from "./grid-videos.js";

const KINDS = { delegations: Delegations, agencies: Agencies, captions: Captions, attachments: Attachments, videos: Videos, credits: Credits };
const grids = new Map();

export function startAll() {
  const roots = [...document.querySelectorAll("[data-grid]:not([data-ready])")];
  const pages = roots.map((root) => json(`${root.id}-page`));
  pages.forEach((page) => learn({ ...page, labels: json("grid-labels") }));
  // A list that cannot start stays the plain text it is; the others do not suffer for it.
  roots.forEach((root, index) => {
    try {
      start(root, pages[index]);
    } catch (failure) {
      console.error(root.id, failure);
    }
  });
}

function json(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "{}");
}

function start(root, page) {
  const source = document.getElementById(root.dataset.source);
  const name = root.dataset.grid;
  // What another list of the page offers to this one.
  const offered = name === "videos" ? () => grids.get("captions")?.photos() ?? [] : () => grids.get("delegations")?.people() ?? [];
  const grid = new KINDS[name](root, source, offered, source.form?.elements.namedItem("cover"));
  grid.start();
  grid.showFaults(page.faults);
  grids.set(name, grid);
  root.querySelector("[data-plain]").hidden = true;
  root.querySelector("[data-body]").hidden = false;
  root.dataset.ready = "";
  source.form?.addEventListener("submit", settleFirst);
}

/** New names get their records before the form goes; a name that could be two people stops it at its row. */
async function settleFirst(event) {
  const form = event.currentTarget;
  const open = [...grids.values()].filter((grid) => grid.isSettled?.() === false);
  if (!open.length || event.defaultPrevented) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { submitter } = event;
  try {
    for (const grid of open) if (!(await grid.settle())) return;
    form.requestSubmit(submitter);
  } catch (failure) {
    open[0].complain(failure);
    open[0].root.scrollIntoView({ block: "start" });
  }
}

startAll();
