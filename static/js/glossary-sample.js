// *Nghe thử* of what is typed: the address of the sound follows the form, and nothing is fetched before a press.
// The rules are those of GlossaryEntry.said (news/models/glossary.py).

const home = document.querySelector("[data-glossary-sample]");
const parts = Object.fromEntries(["short", "full", "spoken", "mode", "language"].map((name) => [name, document.getElementById(`id_${name}`)]));

function asked() {
  const { short, full, spoken, mode, language } = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.value.trim()]));
  const said = spoken || { words: full, word: short }[mode] || "";
  const query = new URLSearchParams({ text: said || short, language });
  if (!said) query.set("spelt", "1");
  return query.get("text") ? `${home.dataset.glossarySample}?${query}` : "";
}

function follow() {
  const audio = home.querySelector("audio");
  const told = home.querySelector("[data-told]");
  const address = asked();
  home.hidden = !address;
  home.querySelector("[data-failed]").hidden = true;
  if (!address || audio.getAttribute("src") === address) return;
  audio.src = address;
  told.textContent = told.dataset.typed;
}

// Somebody who may only look has no fields.
if (home && Object.values(parts).every(Boolean)) {
  for (const part of Object.values(parts)) part.addEventListener("input", follow);
  home.querySelector("audio").addEventListener("error", () => (home.querySelector("[data-failed]").hidden = false));
  follow();
}
