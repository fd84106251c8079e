"""An invented registry to look at: agencies, somebody in each post, and the cases of an order file.

Never one in use: it goes only into an empty registry, its names say that they are invented, and what signs in to it
stands readable in the data folder.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.conf import settings
from django.db import transaction

from stayaway.files.read import read_text
from stayaway.law.load import law_book
from stayaway.registry.accounts.models import Account, Agency, Holding
from stayaway.registry.actors import Actor, AgencyKind, Post
from stayaway.registry.exchange.inward.loading import carry_out
from stayaway.registry.exchange.inward.order_files import plan_import
from stayaway.registry.models import Entry, Party

SIGN_INS = "samples.txt"
"""In the data folder: an e-mail, a password and the secret of a second factor, by account."""
INVENTED = "(invented)"
OFFICES: Mapping[AgencyKind, tuple[str, tuple[Post, ...]]] = {
    AgencyKind.PROSECUTION: ("Sample prosecutor", (Post.PROSECUTOR,)),
    AgencyKind.DEFENSE: ("Sample defender", (Post.DEFENSE_LAWYER,)),
    AgencyKind.LAW_ENFORCEMENT: ("Sample police", (Post.OFFICER,)),
    AgencyKind.VICTIM_PROGRAM: ("Sample victim program", (Post.ADVOCATE,)),
    AgencyKind.OVERSIGHT: ("Sample oversight", (Post.AUDITOR, Post.ADMINISTRATOR, Post.ADMINISTRATOR)),
}


class NotLoaded(Exception):
    """Samples were not loaded. The message says why."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """What signs in to an invented account."""

    email: str
    password: str
    secret: str
    post: str


def load(file: Path, now: datetime) -> list[SignIn]:
    """Fill an empty registry. Everything or nothing is loaded. Raises NotLoaded."""
    if Agency.objects.exists() or Account.objects.exists() or Entry.objects.exists():
        raise NotLoaded("this registry is not empty; samples go only into one that is")
    with transaction.atomic():
        courts = _load_cases(file, now)
        found = list(_people(courts))
        path = settings.DATA / SIGN_INS
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as kept:  # noqa: PTH123
            kept.writelines(f"{one.email} {one.password} {one.secret} {one.post}\n" for one in found)
    return found


def sign_ins() -> list[SignIn]:
    """What signs in to the samples that were loaded here; nothing where none were."""
    try:
        lines = (settings.DATA / SIGN_INS).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return []
    return [SignIn(*line.split()) for line in lines]


def code_of(one: SignIn) -> str:
    """The code that the second factor of an invented account shows at this moment."""
    return str(format_hotp_value(hotp_value(one.secret, int(time.time()) // settings.MFA_TOTP_PERIOD)))


def _load_cases(file: Path, now: datetime) -> Agency:
    """The cases of an order file, as a judge of a court that hears all of them records them."""
    text = file.read_text("utf-8")
    names = {
        (case.court or "", case.jurisdiction or "") for case in read_text(text, str(file), law_book()).cases.values()
    }
    if len(names) != 1:
        raise NotLoaded(f"{file}: the samples are of one court; this file names {len(names)}")
    name, place = names.pop()
    court = Agency.objects.create(
        name=f"{name} {INVENTED}",
        kind=AgencyKind.COURT.value,
        jurisdiction=place,
        hears_civil=True,
        hears_criminal=True,
    )
    judge = Actor("u-samples", Post.JUDGE, court.pk, court.kinds, confirmed=True)
    planned = plan_import(judge, text, file.name, now)
    report = planned.report if planned.problems else carry_out(planned)
    if report.problems:
        raise NotLoaded("\n".join(report.lines()))
    return court


def _people(court: Agency) -> Iterator[SignIn]:
    """Somebody in each post, and an account for each of the two whom the orders name."""
    for post in (Post.CIVIL_CLERK, Post.CRIMINAL_CLERK, Post.JUDGE):
        yield _somebody(post, agency=court)
    for kind, (name, posts) in OFFICES.items():
        agency = Agency.objects.create(name=f"{name} {INVENTED}", kind=kind.value, jurisdiction=court.jurisdiction)
        for number, post in enumerate(posts):
            yield _somebody(post, agency=agency, number=number)
    for post, role in ((Post.PROTECTED_PERSON, "protected"), (Post.RESTRAINED_PERSON, "restrained")):
        named = Party.objects.filter(role=role).order_by("person_id").first()
        if named is not None:
            yield _somebody(post, person=named.person_id)


def _somebody(post: Post, *, agency: Agency | None = None, person: str = "", number: int = 0) -> SignIn:
    called = post.value.replace("_", "-") + (f"-{number}" if number else "")
    made = SignIn(f"{called}@sample.example", secrets.token_urlsafe(12), generate_totp_secret(), post.value)
    account = Account.objects.create_user(made.email, made.password, name=f"{called} {INVENTED}")
    Holding.objects.create(account=account, post=post.value, agency=agency, person=person)
    TOTP.activate(account, made.secret)
    return made
