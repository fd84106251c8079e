"""The question whether somebody named in a form is one of those on record, answered before anything is recorded."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import QueryDict

from stayaway.pages.voice import Voice
from stayaway.web.questions import Question, one_of
from stayaway.wording.desk import DeskCode as Says

from .alike import NEW, Alike
from .compose import said


def questions_of(
    found: Mapping[str, list[Alike]], written: QueryDict, answers: QueryDict, voice: Voice
) -> list[Question]:
    """For each row with somebody alike: which of them it is, or nobody of them."""
    say = voice.speaker.sentence
    asked = []
    for row, hits in found.items():
        if not hits:
            continue
        choices = [(one.id, _shown(one, voice)) for one in hits]
        choices.append((NEW, say(Says.NOBODY_OF_THEM, {})))
        heading = say(Says.IS_IT_ONE_OF, {"name": said(written, f"{row}_name")})
        asked.append(one_of(answers, f"{row}_is", heading, choices, say(Says.IS_IT_HINT, {})))
    return asked


def _shown(one: Alike, voice: Voice) -> str:
    say = voice.speaker.sentence
    born = say(Says.BORN_ON, {"born": one.born}) if one.born is not None else say(Says.BORN_UNKNOWN, {})
    return " ".join((f"{one.name}.", born, *(voice.say(reason) for reason in one.reasons)))


def chosen_from(found: Mapping[str, list[Alike]], answers: QueryDict) -> tuple[dict[str, str], list[str]]:
    """Whom each row means; and the questions that were left open."""
    chosen, left = {}, []
    for row, hits in found.items():
        picked = answers.get(f"{row}_is", "")
        allowed = {NEW, *(one.id for one in hits)}
        if not hits:
            chosen[row] = NEW
        elif picked in allowed:
            chosen[row] = picked
        else:
            left.append(f"{row}_is")
    return chosen, left
