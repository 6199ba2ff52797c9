// A classic script in the head, so that the chosen theme stands before the first paint.
(() => {
  const stored = localStorage.getItem("docs-theme");
  if (stored === "light" || stored === "dark") {
    document.documentElement.dataset.theme = stored;
  }
})();
