"""A person at the desk: each field filled and button pressed is a step that takes time."""

from time import perf_counter

# Card, Moran and Newell's keystroke-level model, in seconds: to think of what comes next,
# to point at it, and to press a key as somebody does who types now and then.
THINK, POINT, KEY = 1.35, 1.1, 0.28


class Person:
    """Somebody who works on a page, and counts."""

    def __init__(self, page):
        self.page = page
        self.steps = self.keys = 0
        self._begun = perf_counter()

    def _step(self, keys: int = 0) -> None:
        self.steps += 1
        self.keys += keys

    def type(self, label: str, text: str) -> None:
        self._step(len(text))
        self.page.get_by_label(label, exact=True).first.fill(text)

    def type_into(self, selector: str, text: str) -> None:
        self._step(len(text))
        self.page.locator(selector).fill(text)

    def paste(self, label: str, text: str) -> None:
        self._step(2)
        self.page.get_by_label(label).fill(text)

    def choose(self, selector: str, label: str) -> None:
        self._step(2)
        self.page.locator(selector).select_option(label=label)

    def search(self, name: str, words: str) -> None:
        """Choose in a field with suggestions: type some of the words, take the first."""
        self._step(len(words) + 1)
        box = self.page.locator(f"#id_{name} + .select2")
        box.click()
        self.page.keyboard.type(words)
        found = self.page.locator(".select2-results__option--highlighted")
        found.filter(has_text=words).first.wait_for()
        self.page.keyboard.press("Enter")

    def press(self, name: str) -> None:
        self._step()
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=name, exact=True).first.click()

    def follow(self, name: str) -> None:
        self._step()
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name, exact=True).first.click()

    def open(self, words: str) -> None:
        self._step()
        self.page.get_by_text(words, exact=True).first.click()

    def open_in(self, row) -> None:
        self._step()
        row.locator("summary").first.click()

    def tick(self, label: str, on: bool = True) -> None:
        self._step()
        self.page.get_by_label(label).first.set_checked(on)

    def hit(self, selector: str, *keys: str) -> None:
        """Go to a field and press keys in it."""
        self._step(len(keys))
        self.page.locator(selector).focus()
        for key in keys:
            self.page.keyboard.press(key)

    def hand_in(self, label: str, name: str, content: bytes) -> None:
        self._step()
        file = {"name": name, "mimeType": "", "buffer": content}
        self.page.get_by_label(label).set_input_files(file)

    @property
    def report(self) -> str:
        needed = self.steps * (THINK + POINT) + self.keys * KEY
        return (
            f"{self.steps} steps and {self.keys} keys: {needed / 60:.1f} minutes for a "
            f"person, {perf_counter() - self._begun:.0f} seconds for the browser."
        )
