"""What axe cannot see, as scripts that run in a page and return a list of faults; empty means that the criterion holds."""

# 1.4.10, 1.4.4: nothing is wider than the window.
WIDER = """() => {
  const room = document.documentElement.clientWidth + 1;
  return [...document.body.querySelectorAll("*")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width && box.right > room && !element.closest(".hidden, .skip, table, .report__trap");
  }).map((element) => element.outerHTML.slice(0, 80));
}"""

# 1.4.8: lines of at most 80 characters, not justified, 1.5 lines apart, paragraphs 1.5 times as far.
READABLE = """() => {
  const faults = [];
  for (const paragraph of [...document.querySelectorAll(".prose p")].slice(0, 4)) {
    const own = getComputedStyle(paragraph), size = parseFloat(own.fontSize), line = parseFloat(own.lineHeight);
    if (own.textAlign === "justify") faults.push("justified");
    if (line < 1.5 * size - 0.1) faults.push(`lines ${line / size}`);
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = document.createRange(), lines = new Map();
    while (walker.nextNode()) for (let at = 0; at < walker.currentNode.length; at++) {
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + 1);
      const place = Math.round(range.getBoundingClientRect().bottom / 8);
      lines.set(place, (lines.get(place) || 0) + 1);
    }
    const longest = Math.max(...lines.values());
    if (longest > 80) faults.push(`${longest} characters`);
  }
  return faults;
}"""

# 1.4.12: with the spacing a reader may ask for, no text is cut off.
CUT = """() => [...document.body.querySelectorAll("p, li, h1, h2, h3, a, button, summary, label, figcaption, dd, dt, td")]
  .filter((element) => element.getClientRects().length && !element.closest(".hidden, .skip, .player__word, .report__trap, dialog"))
  .filter((element) => {
    const own = getComputedStyle(element);
    if (own.clipPath !== "none") return false;
    const cuts = ["hidden", "clip"].includes(own.overflowY) || ["hidden", "clip"].includes(own.overflowX);
    return cuts && (element.scrollHeight > element.clientHeight + 2 || element.scrollWidth > element.clientWidth + 2);
  }).map((element) => element.outerHTML.slice(0, 80))"""
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""

# 2.5.5: targets of at least 44 px; links in running text, and one that stretches over its card, are exempt.
SMALL = """() => [...document.querySelectorAll("button, summary, input:not([type=hidden]), select, nav a")]
  .filter((control) => control.getClientRects().length && !control.closest(".breadcrumb, .hidden, .report__trap, dialog:not([open])"))
  .map((control) => [control, (control.closest("label") || control).getBoundingClientRect()])
  .filter(([control, box]) => box.height < 43.5 || (control.localName !== "a" && box.width < 43.5))
  .map(([control]) => control.outerHTML.slice(0, 80))"""

# 2.5.3: what is printed on a control is in its name. 4.1.2 beside it: no control is without a name.
NAMELESS = """() => [...document.querySelectorAll("button, summary, a[href]")]
  .filter((control) => control.getClientRects().length && !control.closest(".hidden"))
  .filter((control) => {
    const printed = control.innerText.trim().replace(/[▾▴]/g, "").trim().toLowerCase();
    const label = control.getAttribute("aria-label");
    return label !== null && printed && !label.toLowerCase().includes(printed);
  }).map((control) => control.outerHTML.slice(0, 80))"""

# 1.4.1: what is chosen is told by a line and not by a colour alone.
CHOSEN_BY_COLOUR = """() => [...document.querySelectorAll(".choice:has(:checked)")].filter((chosen) => {
  const other = chosen.parentElement.querySelector(".choice:not(:has(:checked))");
  const drawn = (label) => {
    const own = getComputedStyle(label);
    return [own.boxShadow.replace(/rgb[^)]*\\)/g, ""), own.fontWeight, own.borderWidth].join();
  };
  return other && drawn(chosen) === drawn(other);
}).map((chosen) => chosen.textContent.trim())"""

# 3.1.4: every abbreviation the site knows is explained where it stands first.
UNEXPLAINED = """(known) => {
  const text = [...document.querySelectorAll(".article__lead, .prose p, .prose li")];
  const words = text.map((element) => element.textContent).join(" ");
  const explained = new Set([...document.querySelectorAll("abbr[title]")].map((abbr) => abbr.textContent.trim()));
  return known.filter(([short, full]) =>
    new RegExp(`(^|[^\\\\p{L}\\\\p{N}])${short.replace(/[.*+?^$()|{}[\\]\\\\&]/g, "\\\\$&")}(?![\\\\p{L}\\\\p{N}])`, "u").test(words) &&
    !explained.has(short) && !words.toLowerCase().includes(full.toLowerCase())).map(([short]) => short);
}"""

# 2.4.11, 2.4.12: what has the focus lies under nothing else. Asked after each Tab.
COVERED = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  if (element === document.body || !box.width) return null;
  const spots = [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5]].map(([x, y]) => [box.left + box.width * x, box.top + box.height * y]);
  const bad = spots.filter(([x, y]) => {
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return true;
    const there = document.elementFromPoint(x, y);
    return !there || !(element.contains(there) || there.contains(element) || there.closest("label")?.contains(element));
  });
  return bad.length === spots.length ? element.outerHTML.slice(0, 80) : null;
}"""

# 2.4.7, 2.4.13: a ring of at least 2 px, around the control or the card that is one link. Asked after each Tab.
RINGLESS = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  const drawn = [getComputedStyle(element), getComputedStyle(element, "::after"), getComputedStyle(element.closest(".card") ?? element)];
  const ringed = drawn.some((own) => own.outlineStyle !== "none" && parseFloat(own.outlineWidth) >= 2);
  return ringed ? null : element.outerHTML.slice(0, 80);
}"""
