"""What a password must be: 12 characters or more, none that many people use, none that is the account's own name.

There is no rule about kinds of characters (OWASP ASVS 5.0, 6.2). Django's validators check it; the words are ours.
"""

from __future__ import annotations

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from stayaway.model import Code
from stayaway.wording.accounts import AccountsCode as Says

from .models import Account

MOST = 200
"""Longer ones are refused, so that nobody makes the server work on a book."""
FAULTS = {
    "password_too_short": Says.PASSWORD_SHORT,
    "password_too_common": Says.PASSWORD_COMMON,
    "password_too_similar": Says.PASSWORD_SIMILAR,
}


def faults_of(password: str, again: str, account: Account) -> dict[str, Code]:
    """What is wrong with a new password that was written twice, by field; empty: nothing."""
    faults: dict[str, Code] = {}
    if len(password) > MOST:
        return {"password": Says.PASSWORD_LONG}
    try:
        validate_password(password, account)
    except ValidationError as refused:
        faults["password"] = FAULTS[str(refused.error_list[0].code)]
    if password != again:
        faults["again"] = Says.PASSWORD_DIFFERS
    return faults
