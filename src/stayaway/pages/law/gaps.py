"""What is known of each fact over all places, and where it is missing."""

from __future__ import annotations

from typing import Any

from stayaway.law.coverage import Covered, Known
from stayaway.wording.place import PlaceCode as Code

from ..page import Page, Tone
from ..voice import Voice

LISTED = 8
"""Where it is missing in more places than this, people get only the number; programs get all of them."""
MISSING = (Known.UNKNOWN, Known.ABSENT)


def gaps_page(found: tuple[Covered, ...], voice: Voice) -> Page:
    """A row for each fact and deciding key, named as in the law files."""
    say = voice.speaker.sentence
    shown = Page()
    count = len(found[0].places) if found else 0
    shown.text(say(Code.COVERAGE, {"count": count}), tone=Tone.STRONG)
    shown.text(say(Code.COVERAGE_COUNTS))
    shown.gap()
    headings = (say(Code.COLUMN_TOPIC), *(voice.show(known) for known in Known), say(Code.COLUMN_WHERE))
    rows = []
    for one in found:
        where = [place.removeprefix("us-") for place in one.where(*MISSING)]
        rows.append(
            (
                one.name,
                *(str(one.count(known)) for known in Known),
                ", ".join(where) if len(where) <= LISTED else "",
            )
        )
    shown.table(headings, rows, (9, 2, 2, 2, 2, 4))
    return shown


def gaps_document(found: tuple[Covered, ...]) -> dict[str, Any]:
    """The same for programs, with all places."""
    return {
        "places": len(found[0].places) if found else 0,
        "facts": [
            {
                "fact": one.fact,
                "key": one.name.partition(".")[2] or None,
                **{known.value: one.count(known) for known in Known},
                "where": {known.value: list(one.where(known)) for known in Known},
            }
            for one in found
        ],
    }
