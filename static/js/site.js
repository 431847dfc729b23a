// What every public page starts with: today's date in the masthead (the page itself is the same bytes on every day), buttons that need
// a script, and the photo viewer, fetched when the first photo is asked for. Nothing here is needed to read.

const ZONE = "Asia/Ho_Chi_Minh";

function today(language, now = new Date()) {
  const words = (options) => new Intl.DateTimeFormat(language, { timeZone: ZONE, ...options }).format(now);
  if (language !== "vi") return words({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const [day, month, year] = ["day", "month", "year"].map((part) => words({ [part]: "numeric" }).replace(/\D/g, ""));
  return `${words({ weekday: "long" })}, ngày ${day} tháng ${month} năm ${year}`;
}

async function openViewer(link) {
  try {
    const { open } = await import(document.getElementById("viewer").dataset.module);
    open(link);
  } catch {
    location.href = link.href;
  }
}

async function copy(button) {
  const said = document.getElementById(button.getAttribute("aria-describedby"));
  const text = button.dataset.copy || location.href;
  try {
    await navigator.clipboard.writeText(text);
    if (said) said.textContent = button.dataset.done;
  } catch {
    if (said) said.textContent = text;
  }
}

for (const place of document.querySelectorAll("[data-today]")) {
  place.textContent = today(document.documentElement.lang);
}

for (const button of document.querySelectorAll("button[data-copy], button[data-print]")) button.hidden = false;

document.addEventListener("click", (event) => {
  const photo = event.target.closest("a[data-photo]");
  if (photo && document.getElementById("viewer") && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openViewer(photo);
  }
  const button = event.target.closest("button[data-copy], button[data-print]");
  if (button?.matches("[data-print]")) print();
  else if (button) copy(button);
});
