// First in <head>, before any paint: puts what is saved on <html>. Must agree with accessibility/preferences.py.
(function (root) {
  var painted = {
    size: "1 3 4 5 6",
    theme: "light paper dark contrast",
    line: "2 3",
    letter: "2 3",
    font: "sans serif lexend andika",
    width: "1 2",
    plain: "on",
    images: "off",
  };
  root.dataset.js = "";
  var saved = /(?:^|; )reader=([a-z0-9.~]{1,180})(?:;|$)/.exec(document.cookie);
  (saved ? saved[1].split("~") : []).forEach(function (pair) {
    var choice = pair.split(".");
    var values = Object.prototype.hasOwnProperty.call(painted, choice[0]) ? painted[choice[0]].split(" ") : [];
    if (values.indexOf(choice[1]) >= 0) root.dataset[choice[0]] = choice[1];
  });
})(document.documentElement);
