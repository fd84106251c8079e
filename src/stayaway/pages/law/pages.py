"""The pages of the documentation that are made from the law files: one a place, and their index."""

from __future__ import annotations

import re

from stayaway.law.load import known_jurisdictions, place_law
from stayaway.law.marks import OLD_AFTER
from stayaway.wording.face import FaceCode as Face
from stayaway.wording.place import PlaceCode as Code

from ..markdown import render
from ..page import Page, Tone
from ..voice import Voice
from .page import place_page

INDEX = "README.md"
LINKED = re.compile(r"\| ([a-z]{2}-[a-z]{2}\.md) \|")


def pages() -> dict[str, str]:
    """The text of each page by the name of its file. It depends on the law files alone, and on no clock."""
    return {INDEX: _index(), **{f"{code}.md": _page(code) for code in known_jurisdictions()}}


def _page(code: str) -> str:
    law = place_law(code)
    voice = Voice(zone=law.time_zone, year=law.file.researched.year)
    shown = place_page(law, voice, full=True)
    voice.list_sources(shown)
    shown.gap()
    shown.text(voice.face(Face.NOTICE))
    return render(shown)


def _index() -> str:
    voice = Voice()
    say = voice.speaker.sentence
    shown = Page()
    shown.text(say(Code.PAGES), tone=Tone.STRONG)
    shown.text(say(Code.PAGES_ARE_MADE))
    shown.text(say(Code.PAGES_AGE, {"years": OLD_AFTER}))
    rows = []
    for code in known_jurisdictions():
        law = place_law(code)
        rows.append((law.name, f"{code}.md", str(len(law.file.instruments)), voice.show(law.file.researched)))
    columns = (Code.COLUMN_PLACE, Code.COLUMN_PAGE, Code.COLUMN_TYPES, Code.COLUMN_RESEARCHED)
    shown.table(tuple(say(column) for column in columns), rows, (3, 2, 2, 3))
    shown.text(voice.face(Face.NOTICE))
    return LINKED.sub(r"| [\1](\1) |", render(shown))
