// Rows move in place, the people of a party are offered, and Enter goes on to the next
// field. Without this script each button asks the server, which does the same.
const form = document.getElementById("programme");

if (form) {
  const rowOf = (button) => {
    const own = button.closest("fieldset.programme-row");
    return own && own.contains(button) ? own : button.closest("li");
  };

  const number = () => {
    form.querySelectorAll(".programme-number").forEach((place, at) => {
      place.textContent = `${at + 1}.`;
    });
  };

  const move = (button) => {
    const row = rowOf(button);
    const down = button.dataset.move === "1";
    const other = down ? row.nextElementSibling : row.previousElementSibling;
    if (other && other.tagName === row.tagName && other.className === row.className) {
      if (down) other.after(row);
      else other.before(row);
      number();
      form.dispatchEvent(new Event("input"));
    }
    button.focus();
  };

  const offer = (input) => {
    const person = document.getElementById(input.id.replace(/party$/, "person"));
    const party = input.value.trim().toLowerCase();
    const list = [...document.querySelectorAll("datalist[data-party]")]
      .find((each) => each.dataset.party.toLowerCase() === party);
    person?.setAttribute("list", list ? list.id : "all-people");
  };

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-move]");
    if (!button) return;
    event.preventDefault();
    move(button);
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches('input[list="who"]')) offer(event.target);
  });
  form.addEventListener("keydown", (event) => {
    const { target } = event;
    if (event.key !== "Enter" || !target.matches('input[type="text"], input[type="date"]')) return;
    event.preventDefault();
    const fields = [...form.querySelectorAll("input:not([type=hidden]), select, textarea")]
      .filter((field) => field.checkVisibility());
    fields[fields.indexOf(target) + 1]?.focus();
  });

  // What was entered before this page was answered is not saved either.
  if ("unsaved" in form.dataset) form.dispatchEvent(new Event("input"));
}
