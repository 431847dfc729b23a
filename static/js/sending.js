// One file to the server, with its progress, and a clear answer: taken, refused for good, or to be tried again.

import { say, token } from "./grid-page.js";

/** The server said no: sending the same file again would not help. */
export class Refused extends Error {}

/** The server is busy; `seconds` says when to come again. */
export class Busy extends Error {
  constructor(sentence, seconds) {
    super(sentence);
    this.seconds = seconds;
  }
}

/** The request of old, because fetch does not tell how far it got. `fields` go along; `progressed(share)` counts to 1. */
export function sent(url, file, fields = {}, progressed = () => {}) {
  return new Promise((taken, failed) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("X-CSRFToken", token());
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) progressed(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      if (request.status === 201 && request.response) taken(request.response);
      else failed(fault(request));
    });
    request.addEventListener("error", () => failed(new Error(say("unreachable"))));
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    if (file) body.append("file", file);
    request.send(body);
  });
}

function fault(request) {
  const sentence = request.response?.error ?? say("unreachable");
  if (request.status === 503) return new Busy(sentence, Number(request.getResponseHeader("Retry-After")) || 5);
  // Signed out, or parts that are no longer there: to be tried again.
  return request.status >= 400 && request.status < 500 && ![401, 409].includes(request.status) ? new Refused(sentence) : new Error(sentence);
}
