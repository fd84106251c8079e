"""What somebody looks like and the numbers that they are known by, as a form asks it and an entry holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from stayaway.pages.voice import Voice
from stayaway.registry.describing import LISTS, MEASURES
from stayaway.registry.exchange.outward.descriptors import Number
from stayaway.web.questions import Section, menu, text
from stayaway.wording.describing import DescribingCode as Says
from stayaway.wording.desk import DeskCode
from stayaway.wording.exchange import ExchangeCode

from .compose import known, said
from .frame import upper

NUMBERED = "number_"
"""How the field of a number begins."""


def section_of(written: QueryDict, voice: Voice, *, asks_numbers: bool) -> Section:
    """What is asked. Numbers are asked only by whom the person tells them to."""
    say = voice.speaker.sentence
    none = ("", say(DeskCode.NOT_WRITTEN, {}))
    section = Section(say(Says.SECTION, {}), hint=say(Says.SECTION_HINT, {}), is_closed=True)
    for name, members in LISTS.items():
        words = [(one.value, upper(say(Says(f"describing.{name}_{one.name.lower()}"), {}))) for one in members]
        section.questions.append(menu(written, name, say(Says(f"describing.{name}"), {}), [none, *words]))
    for name in MEASURES:
        section.questions.append(text(written, name, say(Says(f"describing.{name}"), {})))
    if asks_numbers:
        hint = say(DeskCode.SECRET_HINT, {})
        section.questions += [text(written, f"{NUMBERED}{one}", _label(one, voice), hint) for one in Number]
    return section


def _label(number: Number, voice: Voice) -> str:
    code = Says.SOC if number is Number.SOCIAL_SECURITY else ExchangeCode(f"exchange.field_{number.lower()}")
    return voice.speaker.sentence(code, {})


def fill(written: QueryDict, descriptors: Mapping[str, Any], numbers: Mapping[str, str]) -> None:
    """Write what is known into the form."""
    for name in (*LISTS, *MEASURES):
        written[name] = str(descriptors.get(name, ""))
    for one in Number:
        written[f"{NUMBERED}{one}"] = numbers.get(one, "")


def descriptors_of(written: QueryDict, before: Mapping[str, Any]) -> dict[str, Any]:
    """The descriptors, whole: what the form does not ask stays as it is."""
    measured = {name: _measure(said(written, name)) for name in MEASURES}
    return known(**{**before, **{name: said(written, name) for name in LISTS}, **measured})


def _measure(text: str) -> int | str:
    """A number of inches or pounds; what is none is refused as it was written."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else text


def numbers_of(written: QueryDict, before: Mapping[str, str]) -> dict[str, str]:
    """The numbers, whole: those of kinds that the form does not ask stay as they are."""
    return known(**{**before, **{one.value: said(written, f"{NUMBERED}{one}") for one in Number}})
