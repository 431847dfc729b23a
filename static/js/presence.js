// Who else has this form open: the sentences come from the server with every answer to the heartbeat.

const line = document.getElementById("keeping-others");

export function showOthers(sentences) {
  const text = (sentences ?? []).join(" · ");
  if (line && line.textContent !== text) line.textContent = text;
}
