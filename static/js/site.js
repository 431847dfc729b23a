// What every public page starts with: today's date in the masthead (the page itself is the same bytes on every day), and the
// modules that wait until somebody asks for them. Nothing here is needed to read.

const ZONE = "Asia/Ho_Chi_Minh";

export function today(language, now = new Date()) {
  const words = (options) => new Intl.DateTimeFormat(language, { timeZone: ZONE, ...options }).format(now);
  if (language !== "vi") return words({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const weekday = words({ weekday: "long" });
  const [day, month, year] = ["day", "month", "year"].map((part) => words({ [part]: "numeric" }).replace(/\D/g, ""));
  return `${weekday}, ngày ${day} tháng ${month} năm ${year}`;
}

for (const place of document.querySelectorAll("[data-today]")) {
  place.textContent = today(document.documentElement.lang);
}
