// First in <head>, before any paint: puts the saved size and theme on <html>. Must agree with accessibility/preferences.py.
(function (root) {
  root.dataset.js = "";
  var saved = /(?:^|; )reader=([a-z0-9.~]{1,120})(?:;|$)/.exec(document.cookie);
  (saved ? saved[1].split("~") : []).forEach(function (pair) {
    var choice = /^(?:(size)\.([13-6])|(theme)\.(light|paper|dark|contrast))$/.exec(pair);
    if (choice) root.dataset[choice[1] || choice[3]] = choice[2] || choice[4];
  });
})(document.documentElement);
