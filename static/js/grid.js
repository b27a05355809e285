// The grid by keyboard: arrows move, p, a and space mark, totals follow. Without this
// script each cell is an ordinary choice, and the totals follow when one previews.
const form = document.getElementById("grid");

if (form) {
  const rows = [...form.querySelectorAll(".grid tbody tr")]
    .map((row) => [...row.querySelectorAll("select.grid-cell")])
    .filter((cells) => cells.length);

  const count = () => {
    for (const total of form.querySelectorAll("[data-counts]")) {
      const { counts, column } = total.dataset;
      total.textContent = rows.filter((cells) => cells[column].value === counts).length;
    }
  };

  const mark = (cell, value) => {
    if (cell.value === value) return;
    cell.value = value;
    cell.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const moves = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
  };
  const marks = { p: "present", a: "apologies", Delete: "", Backspace: "" };

  const press = (cell, event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const y = rows.findIndex((cells) => cells.includes(cell));
    const x = rows[y].indexOf(cell);
    if (event.key in moves) {
      const [down, right] = moves[event.key];
      rows[y + down]?.[x + right]?.focus();
    } else if (event.key in marks) {
      mark(cell, marks[event.key]);
    } else if (event.key === " ") {
      mark(cell, cell.value === "present" ? "" : "present");
    } else if (event.key === "P" || event.key === "A") {
      rows[y].forEach((each) => mark(each, marks[event.key.toLowerCase()]));
    } else {
      return false;
    }
    return true;
  };

  form.addEventListener("keydown", (event) => {
    const target = event.target;
    if (target.matches("select.grid-cell") && press(target, event)) {
      event.preventDefault();
    } else if (event.key === "Enter" && target.dataset.presses) {
      event.preventDefault();
      document.getElementById(`press-${target.dataset.presses}`).click();
    }
  });
  form.addEventListener("input", count);
  form.classList.add("grid-scripted");

  // What was entered before this page was answered is not saved either.
  if ("unsaved" in form.dataset) form.dispatchEvent(new Event("input"));
}
