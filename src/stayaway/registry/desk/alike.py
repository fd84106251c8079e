"""People who may be recorded already: shown before somebody is recorded, so that nobody is recorded twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict

from stayaway.model import Reason
from stayaway.registry.accounts.models import new_id
from stayaway.registry.entries import Proposal, What
from stayaway.registry.finding.asking import ByName
from stayaway.registry.finding.searching import find
from stayaway.wording.desk import DeskCode as Says

from .compose import known, said
from .frame import Asking

MOST = 12
NEW = "new"


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody on record who may be meant, and why."""

    id: str
    name: str
    born: date | None
    reasons: tuple[Reason, ...]


def alike(asking: Asking, name: str, born: date | None) -> list[Alike]:
    """People on record, in cases that may be seen, who are named and born like this; the likeliest first."""
    asked = ByName(text=name, born=born, born_within_a_year=True)
    found = find(asking.actor, asked, asking.now, purpose=asking.say(Says.PURPOSE_NOT_TWICE), most=MOST)
    return [Alike(one.person, one.name, one.born, one.match.reasons) for one in found.hits]


def rows_named(written: QueryDict, rows: Iterable[str]) -> list[str]:
    """The rows of a form in which somebody is named."""
    return [row for row in rows if said(written, f"{row}_name")]


def day_in(written: QueryDict, name: str) -> date | None:
    """A day that was written into a field; None where it is none, which the checker says."""
    try:
        return date.fromisoformat(said(written, name))
    except ValueError:
        return None


def found_for(asking: Asking, written: QueryDict, rows: Iterable[str]) -> dict[str, list[Alike]]:
    """For each row of a form that names somebody, those on record who may be meant."""
    return {
        row: alike(asking, said(written, f"{row}_name"), day_in(written, f"{row}_born"))
        for row in rows_named(written, rows)
    }


def people_from(
    written: QueryDict, rows: Iterable[str], chosen: Mapping[str, str], now: str
) -> tuple[dict[str, str], list[Proposal]]:
    """Who stands in each row, by id: somebody on record as chosen, or somebody new with the entry that records them.

    `now` is when that happens, as an entry says it.
    """
    ids: dict[str, str] = {}
    new: list[Proposal] = []
    for row in rows_named(written, rows):
        picked = chosen.get(row, NEW)
        if picked != NEW:
            ids[row] = picked
            continue
        ids[row] = new_id("p")
        facts: dict[str, Any] = known(name=said(written, f"{row}_name"), born=said(written, f"{row}_born"))
        phone, email = said(written, f"{row}_phone"), said(written, f"{row}_email")
        secrets = known(phones=[phone] if phone else [], emails=[email] if email else [])
        new.append(Proposal(What.PERSON_RECORDED, ids[row], now, facts, secrets))
    return ids, new
