// Says so when a passkey was refused or the question was closed; the library itself only writes to the console.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const problem = document.getElementById("passkey-problem");
  problem.hidden = false;
  problem.scrollIntoView({ block: "nearest" });
});
