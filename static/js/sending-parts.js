// A file in parts, so that a lost connection costs only what had not arrived. Small files go in one piece.

import { ask, say, urls } from "./grid-page.js";
import { sent } from "./sending.js";

const PART = 2 * 1024 * 1024;

/** As `sent`; `key` names the file from one try to the next (32 hexadecimal digits). */
export async function sentInParts(url, file, fields, progressed, key) {
  if (file.size <= PART || !urls.parts) return sent(url, file, fields, progressed);
  let { have } = await ask(urls.parts, { key });
  while (have < file.size) {
    const begun = have;
    const told = (share) => progressed((begun + share * Math.min(PART, file.size - begun)) / file.size);
    ({ have } = await sent(urls.parts, file.slice(begun, begun + PART), { key, offset: begun }, told));
    if (have <= begun) throw new Error(say("unreachable"));
  }
  return sent(url, null, { ...fields, part: key, name: file.name, size: file.size });
}

export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
