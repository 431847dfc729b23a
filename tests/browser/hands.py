"""Two ways to work a page, by mouse and by keys alone, that count what a person does: one act is one press, one field
filled, one choice. Tests read the same for both; the keyboard also looks at every stop it makes on its way."""

from playwright.sync_api import Locator, Page

# More stops than any page of the newsroom has; a field that is not met by then cannot be reached.
MOST_STOPS = 400

# What is wrong with the place where the keyboard stands: no ring to be seen, out of sight, or under something else.
FAULT = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "";
  const name = one.outerHTML.slice(0, 140);
  const ringed = [one, one.closest("label"), one.closest(".cke")].some((place) => {
    if (!place) return false;
    const own = getComputedStyle(place);
    return own.outlineStyle !== "none" && parseFloat(own.outlineWidth) >= 2;
  });
  if (!ringed) return `no ring: ${name}`;
  const place = one.matches("input[type=file]") ? one.closest("label") : one;
  const boxes = [...place.getClientRects()];
  const seen = boxes.some((box) => [[0.5, 0.5], [0.05, 0.5], [0.95, 0.5], [0.5, 0.1], [0.5, 0.9]].some(([x, y]) => {
    const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return top && (place.contains(top) || top.contains(place));
  }));
  if (seen) return "";
  const { left, top, width, height } = place.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2)?.outerHTML.slice(0, 80) ?? "out of sight";
  return `covered: ${name} at ${Math.round(top)} of ${innerHeight}, under ${over}`;
}"""
# -1 when the place asked for stands before the one in focus, 1 behind it, 0 when it is the one.
DIRECTION = """(place) => {
  const one = document.activeElement;
  if (one === place) return 0;
  return one !== document.body && place.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}"""
STOP = f"(place) => [({DIRECTION})(place), ({FAULT})()]"


class Mouse:
    """Clicks what it sees."""

    def __init__(self, page: Page):
        self.page, self.acts = page, []

    def press(self, place: Locator, says: str = "") -> None:
        self.acts.append(f"press {says or place.inner_text().strip()}")
        place.click()

    def write(self, place: Locator, text: str) -> None:
        self.acts.append(f"write {text[:30]}")
        place.click()
        self.page.keyboard.insert_text(text)

    def choose(self, place: Locator, label: str) -> None:
        self.acts.append(f"choose {label}")
        place.select_option(label=label)

    def paste(self, place: Locator, text: str) -> None:
        self.acts.append(f"paste {len(text.splitlines())} lines")
        place.click()
        paste(self.page, text)

    def skip(self, place: Locator) -> None:
        """A short way that only the keyboard needs."""

    def give(self, place: Locator, files: list[dict]) -> None:
        """`place` is the file field; a person presses the label around it."""
        self.acts.append(f"give {len(files)} files")
        with self.page.expect_file_chooser() as chooser:
            place.locator("xpath=ancestor::label").click()
        chooser.value.set_files(files)


class Keys:
    """Never calls the mouse. `stops` counts the Tab presses, `faults` names places where one cannot see where one is."""

    def __init__(self, page: Page):
        self.page, self.acts, self.stops, self.faults = page, [], 0, []

    def reach(self, place: Locator) -> None:
        direction, _fault = place.evaluate(STOP)
        for _stop in range(MOST_STOPS):
            if direction == 0:
                return
            self.page.keyboard.press("Tab" if direction > 0 else "Shift+Tab")
            self.stops += 1
            direction, fault = place.evaluate(STOP)
            if fault:
                self.faults.append(fault)
        raise AssertionError(f"the keyboard does not come to {place}")

    def press(self, place: Locator, says: str = "") -> None:
        self.acts.append(f"press {says or place.inner_text().strip()}")
        self.reach(place)
        self.page.keyboard.press("Enter")

    def skip(self, place: Locator) -> None:
        """By a link that is only seen while it has the focus; no act, but a way to one."""
        self.reach(place)
        self.page.keyboard.press("Enter")

    def write(self, place: Locator, text: str) -> None:
        self.acts.append(f"write {text[:30]}")
        self.reach(place)
        self.page.keyboard.insert_text(text)

    def choose(self, place: Locator, label: str) -> None:
        """With the arrow keys, as in every list of choices."""
        self.acts.append(f"choose {label}")
        self.reach(place)
        said = "list => list.selectedOptions[0].textContent.trim()"
        for _step in range(place.locator("option").count()):
            if place.evaluate(said) == label:
                return
            self.page.keyboard.press("ArrowDown")
        assert place.evaluate(said) == label

    def paste(self, place: Locator, text: str) -> None:
        self.acts.append(f"paste {len(text.splitlines())} lines")
        self.reach(place)
        paste(self.page, text)

    def give(self, place: Locator, files: list[dict]) -> None:
        self.acts.append(f"give {len(files)} files")
        self.reach(place)
        with self.page.expect_file_chooser() as chooser:
            self.page.keyboard.press("Space")
        chooser.value.set_files(files)


def paste(page: Page, text: str) -> None:
    """By the clipboard and its keys, as a person pastes."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+V")
