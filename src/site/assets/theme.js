// Loaded before the page is drawn, so that a remembered theme does not flash. Without a choice, the system's.
(function () {
  "use strict";
  var chosen = null;
  try {
    chosen = localStorage.getItem("sojourn-theme");
  } catch {
    // storage is shut (a private window): the system's theme then
  }
  var dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
