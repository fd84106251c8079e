"""Draws a timeline as SVG: black on white, patterns and not colours, with its text inside for who cannot see it.

It holds no script, no style sheet and no address of anything outside. Texts are set into a tree and written by the
library, which escapes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree

from stayaway.model import Answer

SVG = "http://www.w3.org/2000/svg"
WIDTH, LEFT, RIGHT = 900, 40, 40
ROW, BAR, TOP = 74, 26, 58
FONT = "Atkinson Hyperlegible, Verdana, DejaVu Sans, sans-serif"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days with one standing. `goes_on`: it has no end in the picture."""

    standing: Answer
    start: date
    end: date
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Row:
    """An order and its stretches."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything that the picture shows and says."""

    language: str
    title: str
    text: str
    heading: str
    rows: tuple[Row, ...]
    first: date
    last: date
    day: date
    day_label: str
    ticks: tuple[tuple[date, str], ...]
    ends: tuple[str, str]
    goes_on: str
    legend: tuple[tuple[Answer, str], ...]

    def x(self, day: date, *, through: bool = False) -> float:
        """Where a day begins, or where it is over."""
        whole = max(1, self.last.toordinal() - self.first.toordinal() + 1)
        passed = day.toordinal() - self.first.toordinal() + through
        return round(LEFT + (WIDTH - LEFT - RIGHT) * min(max(passed / whole, 0.0), 1.0), 2)

    @property
    def foot(self) -> int:
        """Where the rows are over."""
        return TOP + ROW * max(1, len(self.rows)) + 18


def draw(picture: Picture) -> bytes:
    """The picture as an SVG file."""
    height = picture.foot + 134
    root = ElementTree.Element(
        "svg",
        {
            "xmlns": SVG,
            "viewBox": f"0 0 {WIDTH} {height}",
            "width": str(WIDTH),
            "height": str(height),
            "role": "img",
            "aria-labelledby": "title text",
            "lang": picture.language,
            "font-family": FONT,
            "font-size": "15",
            "fill": "#000",
        },
    )
    _add(root, "title", picture.title, id="title")
    _add(root, "desc", picture.text, id="text")
    _patterns(root)
    _add(root, "rect", width=WIDTH, height=height, fill="#fff")
    _add(root, "text", picture.heading, x=LEFT, y=34, font_size=22, font_weight="bold")
    for number, row in enumerate(picture.rows):
        _row(root, picture, row, TOP + ROW * number)
    _axis(root, picture)
    _day(root, picture)
    _legend(root, picture, picture.foot + 72)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _add(parent: ElementTree.Element, tag: str, text: str | None = None, **given: Any) -> ElementTree.Element:
    names = {name.rstrip("_").replace("_", "-"): str(value) for name, value in given.items()}
    made = ElementTree.SubElement(parent, tag, names)
    made.text = text
    return made


def _patterns(root: ElementTree.Element) -> None:
    """The hatching of what is not sure. `patternUnits` and the like are written as SVG spells them."""
    defs = _add(root, "defs")
    hatch = _add(defs, "pattern", id="hatch", width=9, height=9, patternUnits="userSpaceOnUse")
    hatch.set("patternTransform", "rotate(45)")
    _add(hatch, "rect", width=9, height=9, fill="#fff")
    _add(hatch, "rect", width=3.2, height=9, fill="#000")


def _row(root: ElementTree.Element, picture: Picture, row: Row, y: int) -> None:
    _add(root, "text", row.name, x=LEFT, y=y + 14, font_size=14, font_weight="bold")
    for bar in row.bars:
        _bar(root, bar.standing, picture.x(bar.start), picture.x(bar.end, through=True), y + 24, bar.goes_on)


def _bar(root: ElementTree.Element, standing: Answer, x: float, end: float, y: float, goes_on: bool = False) -> None:
    """In force: black. Not sure: hatched. Not in force: a dotted line. What goes on ends in a point."""
    middle = y + BAR / 2
    if standing is Answer.NO:
        _add(root, "line", x1=x, y1=middle, x2=end, y2=middle, stroke="#000", stroke_width=2, stroke_dasharray="2 5")
        return
    fill = "#000" if standing is Answer.YES else "url(#hatch)"
    width = max(end - x, 3.0)
    point = min(13.0, width / 2) if goes_on else 0.0
    corners = [(x, y), (x + width - point, y), (x + width, middle), (x + width - point, y + BAR), (x, y + BAR)]
    points = " ".join(f"{round(across, 2)},{down}" for across, down in corners)
    _add(root, "polygon", points=points, fill=fill, stroke="#000", stroke_width=1.5)


def _axis(root: ElementTree.Element, picture: Picture) -> None:
    y = picture.foot + 6
    _add(root, "line", x1=LEFT, y1=y, x2=WIDTH - RIGHT, y2=y, stroke="#000", stroke_width=1)
    for tick, label in picture.ticks:
        x = picture.x(tick)
        _add(root, "line", x1=x, y1=y, x2=x, y2=y + 6, stroke="#000", stroke_width=1)
        if LEFT + 20 < x < WIDTH - RIGHT - 20:
            _add(root, "text", label, x=x, y=y + 20, text_anchor="middle", font_size=13)
    start, end = picture.ends
    _add(root, "text", start, x=LEFT, y=y + 38, font_size=13)
    _add(root, "text", end, x=WIDTH - RIGHT, y=y + 38, text_anchor="end", font_size=13)


def _day(root: ElementTree.Element, picture: Picture) -> None:
    """The day asked about: a line through every bar, white-edged so that it is seen on black, and not through names."""
    x = picture.x(picture.day)
    for number in range(len(picture.rows)):
        y = TOP + ROW * number + 24
        ends: dict[str, Any] = {"x1": x, "y1": y - 5, "x2": x, "y2": y + BAR + 5}
        _add(root, "line", **ends, stroke="#fff", stroke_width=6)
        _add(root, "line", **ends, stroke="#000", stroke_width=2, stroke_dasharray="6 3")
    y = picture.foot + 6
    _add(root, "path", d=f"M {x} {y} l -6 -11 h 12 z")
    anchor = "start" if x < WIDTH / 3 else "end" if x > WIDTH * 2 / 3 else "middle"
    _add(root, "text", picture.day_label, x=x, y=y - 15, text_anchor=anchor, font_size=13, font_weight="bold")


def _legend(root: ElementTree.Element, picture: Picture, y: float) -> None:
    """What the bars mean, two to a line, so that longer words of another language have room."""
    entries = [(standing, label, False) for standing, label in picture.legend]
    for number, (standing, label, goes_on) in enumerate([*entries, (Answer.YES, picture.goes_on, True)]):
        x, middle = LEFT + (WIDTH - LEFT) / 2 * (number % 2), y + 38 * (number // 2)
        _bar(root, standing, x, x + 44, middle - BAR / 2, goes_on)
        _add(root, "text", label, x=x + 54, y=middle + 5, font_size=13)
