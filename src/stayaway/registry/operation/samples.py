"""Signing in to the samples: each invented account has a second factor, and what signs in stands in the data folder.

Never in a registry in use: samples go only into an empty one, and one with samples is served to this machine alone.
"""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from datetime import datetime

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.conf import settings
from django.db import transaction

from stayaway.files.whole import write_whole
from stayaway.registry.accounts.models import Account, Agency
from stayaway.registry.models import Entry
from stayaway.registry.samples import SampleAccount, load_samples

SIGN_INS = "samples.json"
"""In the data folder: what signs in to each account."""


class NotEmpty(Exception):
    """There is something in this registry already."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """What signs in to an invented account: `secret` makes the codes of its second factor."""

    email: str
    password: str
    secret: str
    post: str


def load(now: datetime) -> list[SignIn]:
    """Fill an empty registry, with everything or nothing. Raises NotEmpty, and NotLoaded of the samples."""
    if Agency.objects.exists() or Account.objects.exists() or Entry.objects.exists():
        raise NotEmpty("this registry is not empty; samples go only into one that is")
    with transaction.atomic():
        found = [_with_second_factor(one) for one in load_samples(now).accounts]
        write_whole(settings.DATA / SIGN_INS, json.dumps([asdict(one) for one in found], indent=1).encode())
    return found


def sign_ins() -> list[SignIn]:
    """What signs in to the samples that were loaded here; nothing where none were."""
    try:
        return [SignIn(**one) for one in json.loads((settings.DATA / SIGN_INS).read_text("utf-8"))]
    except FileNotFoundError:
        return []


def code_of(one: SignIn) -> str:
    """The code that the second factor of an invented account shows at this moment."""
    return str(format_hotp_value(hotp_value(one.secret, int(time.time()) // settings.MFA_TOTP_PERIOD)))


def _with_second_factor(one: SampleAccount) -> SignIn:
    secret = str(generate_totp_secret())
    TOTP.activate(Account.objects.get(email=one.email), secret)
    return SignIn(one.email, one.password, secret, one.post.value)
