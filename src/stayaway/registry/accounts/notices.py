"""Mail about an account: neutral, without a link unless it is an invitation, and never to people whom orders name.

Somebody else may read the mail of a protected or restrained person. They are told on the page and in person instead.
Who they are is said when their account is made, before it holds a post that would tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.mail import send_mail

from stayaway.model import Code
from stayaway.registry.actors import PARTY_POSTS
from stayaway.wording.accounts import AccountsCode as Says
from stayaway.wording.say import Speaker

from .models import Account, Holding


def may_be_written_to(account: Account) -> bool:
    """Whether mail is set up, and mail to an account is safe.

    It is not where an order may name whoever the account is for, as was said when it was made, nor where it holds or
    held the post of such a person.
    """
    if not settings.SENDS_MAIL or not account.may_be_mailed:
        return False
    return not Holding.objects.filter(account=account, post__in=[post.value for post in PARTY_POSTS]).exists()


def invited(account: Account, link: str) -> bool:
    """Send the link of an invitation. False: it has to be handed over in another way."""
    return _send(account, Says.MAIL_INVITED, {"link": link})


def password_changed(account: Any) -> None:
    """Tell an account's owner that their password was changed."""
    _send(account, Says.MAIL_PASSWORD, {})


def factor_changed(account: Any) -> None:
    """Tell an account's owner that their second factor was changed."""
    _send(account, Says.MAIL_FACTOR, {})


def _send(account: Account, text: Code, facts: Mapping[str, Any]) -> bool:
    if not may_be_written_to(account):
        return False
    speaks = Speaker(account.language)
    sent = send_mail(
        speaks.sentence(Says.MAIL_SUBJECT, {}), speaks.sentence(text, facts), None, [account.email], fail_silently=True
    )
    return bool(sent)
