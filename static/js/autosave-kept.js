// What this browser keeps of forms that are not saved: one entry a form, by person and article.
// An entry: {form, edition, base_version, count, at (milliseconds), fields {name: text}}.

const DAYS = 30;

const key = (page, form) => `ban-tin:${page.user}:${page.article}:${form}`;

/** False when the browser keeps nothing (no room, or storage forbidden). */
export function keep(page, entry) {
  try {
    localStorage.setItem(key(page, entry.form), JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}

export function forget(page, form) {
  try {
    localStorage.removeItem(key(page, form));
  } catch {
    // Nothing can have been kept either.
  }
}

/** Entries of this person and article that were never saved, the newest first; saved and old ones are taken away. */
export function unsaved(page) {
  const found = [];
  for (const entry of entries(key(page, ""))) {
    if (page.saved.includes(entry.form) || Date.now() - entry.at > DAYS * 86400000) forget(page, entry.form);
    else found.push(entry);
  }
  return found.sort((one, other) => other.at - one.at);
}

function entries(start) {
  try {
    const keys = Object.keys(localStorage).filter((name) => name.startsWith(start));
    return keys.map((name) => JSON.parse(localStorage.getItem(name))).filter((entry) => entry?.fields);
  } catch {
    return [];
  }
}
