"""An invented registry to look at: agencies, an account for each post, and a dozen cases in several states.

What they are stands in `sample_files/`. Days there count from the day of loading, so that one order always ends soon.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from django.db import transaction

from stayaway.law import yaml12

from .accounts.models import Account, Agency, Holding
from .actors import Actor, Post
from .exchange.inward.loading import carry_out
from .exchange.inward.order_files import plan_import
from .exchange.inward.report import Report
from .models import PersonRow

FOLDER = files(__package__) / "sample_files"
_DAYS = re.compile(r'"@([+-]\d{1,4})"')


@dataclass(frozen=True, slots=True)
class SampleAccount:
    """An account that was made, and the password with which it signs in first."""

    post: Post
    name: str
    email: str
    password: str


@dataclass(frozen=True, slots=True)
class Samples:
    """What was loaded."""

    accounts: tuple[SampleAccount, ...]
    reports: tuple[Report, ...]


class NotLoaded(Exception):
    """A sample was not taken. The message is its report."""


def load_samples(now: datetime) -> Samples:
    """Make the agencies and accounts, and load their cases, all of it or nothing. Raises NotLoaded."""
    about = yaml12.read(_text("agencies"))
    with transaction.atomic():
        agencies = {key: _agency(one) for key, one in about["agencies"].items()}
        reports = tuple(_load(one, agencies[one["at"]], now) for one in about["files"])
        accounts = tuple(_account(one, agencies) for one in about["accounts"])
    return Samples(accounts, reports)


def sample_text(name: str, now: datetime) -> str:
    """One of the order files, with its days as they are today."""
    return _DAYS.sub(lambda found: (now + timedelta(days=int(found[1]))).date().isoformat(), _text(name))


def _text(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text("utf-8")


def _agency(about: Mapping[str, Any]) -> Agency:
    hears = about.get("hears", ())
    return Agency.objects.create(
        **{key: value for key, value in about.items() if key != "hears"},
        hears_civil="civil" in hears,
        hears_criminal="criminal" in hears,
    )


def _load(about: Mapping[str, Any], court: Agency, now: datetime) -> Report:
    judge = Actor("samples", Post.JUDGE, court.id, court.kinds, confirmed=True)
    text, name, foreign = sample_text(about["file"], now), f"{about['file']}.yaml", bool(about.get("foreign"))
    plan = plan_import(judge, text, name, now, foreign=foreign)
    if about.get("same"):
        known = {one.person: one.record for one in plan.candidates if one.person in about["same"]}
        plan = plan_import(judge, text, name, now, foreign=foreign, same=known)
    report = carry_out(plan)
    if report.problems:
        raise NotLoaded("\n".join(report.lines()))
    return report


def _account(about: Mapping[str, Any], agencies: Mapping[str, Agency]) -> SampleAccount:
    email = f"{about['name'].replace(' ', '.').casefold()}@samples.example"
    password = secrets.token_urlsafe(12)
    account = Account.objects.create_user(email, password, name=about["name"])
    person = PersonRow.objects.get(name=about["person"]).id if "person" in about else ""
    agency = agencies[about["at"]] if "at" in about else None
    Holding.objects.create(account=account, post=about["post"], agency=agency, person=person)
    return SampleAccount(Post(about["post"]), about["name"], email, password)
