// Ask before a page with unsaved text is left. Without this script nothing is lost
// either: a browser keeps the fields of a form when one comes back to it.
for (const form of document.querySelectorAll("form[data-warn-unsaved]")) {
  // A preview, and what somebody else was quicker to save, are not saved yet either.
  let changed = form.dataset.warnUnsaved === "now";
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}
