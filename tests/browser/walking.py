"""What somebody does in a browser, and what has to hold on every page on the way."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Request

NEUTRAL = "Weather"
"""The title of the page that leaving leads to."""

DAY = "2025-04-01"
"""The day that the sample is asked about."""


class Visitor:
    """Somebody with a browser of their own, without cookies at first."""

    def __init__(self, page: Page, language: str, hosts: tuple[str, ...]) -> None:
        self.page = page
        self.language = language
        self.hosts = hosts
        self.called: list[str] = []
        self.complaints: list[str] = []
        page.context.on("request", self._note)
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _note(self, request: Request) -> None:
        self.called.append(request.url)

    # ---- what holds on every page ----

    def called_nobody_else(self) -> None:
        """No request went to another host, and no page complained about a script or the policy of content."""
        strangers = [url for url in self.called if not url.startswith((*self.hosts, "data:"))]
        assert strangers == []
        assert {urlsplit(url).hostname for url in self.called if not url.startswith("data:")} == {"127.0.0.1"}
        assert self.complaints == []

    def fits(self) -> None:
        """The page is in the visitor's language, and as wide as the window."""
        wide, window, language = self.page.evaluate(
            "[document.documentElement.scrollWidth, window.innerWidth, document.documentElement.lang]"
        )
        assert wide <= window, f"{self.page.url} scrolls sideways: {wide} px in {window}"
        assert language == self.language

    def reads(self, *words: str) -> None:
        """The page fits, and its main part shows these words."""
        self.fits()
        shown = self.shown
        for some in words:
            assert some in shown, f"{some!r} is not on {self.page.url}: {shown[:600]}"

    @property
    def shown(self) -> str:
        """What can be read in the main part."""
        return " ".join(self.page.locator("main").inner_text().split())

    # ---- what a visitor does ----

    def press(self, leads: Locator) -> None:
        """Click what leads to another page, which fits as every page does."""
        with self.page.expect_navigation(wait_until="load"):
            leads.click()
        self.fits()

    def begin(self, path: str) -> None:
        """From home to a journey, past the page about leaving."""
        self.page.goto("/")
        self.fits()
        self.press(self.page.locator(f"main .journeys a[href='{path}']"))
        self.press(self.page.locator(f"main a[href='{path}?seen=1']"))

    def goto(self, path: str) -> None:
        """Open an address."""
        self.page.goto(path)

    def follow(self, path: str) -> None:
        """Click the first link in the main part that leads to an address."""
        self.press(self.page.locator(f"main a[href='{path}']").first)

    def send(self, action: str = "") -> None:
        """Press the button of a form of the main part."""
        self.press(self.page.locator(f"main form[action='{action}'] button" if action else "main form button").first)

    def pick(self, label_for: str) -> None:
        """Choose a radio button by its label, as the eye does."""
        self.page.locator(f"label[for='{label_for}']").click()

    def fill(self, **fields: str) -> None:
        """Fill in fields, and choose from menus."""
        for name, value in fields.items():
            field = self.page.locator(f"main [name='{name}']")
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def open_sample(self) -> None:
        """From home to the answer about the sample, on its day."""
        self.begin("/now/")
        self.send("/papers/sample/")
        self.page.locator("details.other-day summary").click()
        self.fill(on=DAY)
        self.send("/papers/day/")

    def choose(self, person: str) -> None:
        """Choose whom a page is about."""
        self.fill(person=person)
        self.press(self.page.locator("form.filter button"))

    def tab_to(self, wanted: Locator) -> None:
        """Press Tab until something has the focus; whatever has it on the way shows that it has."""
        for _ in range(120):
            self.page.keyboard.press("Tab")
            shows_focus(self.page)
            if wanted.evaluate("wanted => wanted === document.activeElement"):
                return
        raise AssertionError(f"the keyboard does not get to {wanted}")


VISIBLE = """() => {
  const has = document.activeElement;
  if (has === document.body) { return ""; }
  const seen = (element) => {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const line = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    const inside = box.width > 1 && box.height > 1 && box.right > 0 && box.left < innerWidth;
    return inside && (line || style.boxShadow !== "none");
  };
  const drawn = [has, ...(has.labels || [])].some((element) => seen(element) || seenIn(element));
  function seenIn(element) {
    return ["::before", "::after"].some((part) => {
      const style = getComputedStyle(element, part);
      return style.content !== "none" && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    });
  }
  return drawn ? "" : has.outerHTML.slice(0, 200);
}"""


def shows_focus(page: Page) -> None:
    """What has the focus can be seen, and is drawn as having it."""
    unseen = page.evaluate(VISIBLE)
    assert unseen == "", f"the focus cannot be seen on {unseen}"
