"""Django's settings of the registry. The environment says where it runs and what it trusts.

`DATABASE_URL`: the database, `postgresql://…`; without it, an SQLite file in the data folder. `STAYAWAY_DATA`: the data
folder (database file, attached documents, keys); without it, `var` below the folder it is started in.
`STAYAWAY_SECRET_KEY`: signs sessions. `STAYAWAY_KEYS`: keys of the encrypted fields, newest first, with commas between
(`stayaway registry new-key` makes one). Without these two, they are made once and kept in the data folder, readable by
its owner alone. `STAYAWAY_HOSTS`: the names it answers to, with commas between. `STAYAWAY_HTTPS=1`: it stands behind
HTTPS, so cookies are never sent without it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from stayaway.model import Code
from stayaway.web.environment import whole_number
from stayaway.web.settings import *
from stayaway.web.settings import BUILTINS, CSRF_MIDDLEWARE, FIRST_OF_ALL, SHARED_STATIC, SHARED_TEMPLATES
from stayaway.wording.accounts import AccountsCode
from stayaway.wording.desk import DeskCode

from .accounts.settings import *
from .keys import given_keys, given_secret, kept_keys, kept_secret
from .operation.holding import holds_nothing
from .operation.logs import logging_settings

HERE = Path(__file__).parent
if not os.environ.get("STAYAWAY_DATA", "var").strip():
    raise ImproperlyConfigured(
        "STAYAWAY_DATA is set and empty: name the data folder, or do not set it (then: var, here)"
    )
DATA = Path(os.environ.get("STAYAWAY_DATA", "var")).absolute()
DOCUMENTS = DATA / "documents"

ROOT_URLCONF = "stayaway.registry.urls"
WSGI_APPLICATION = "stayaway.registry.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "stayaway.registry.accounts",
    "stayaway.registry",
    "stayaway.registry.api",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.Account"
TIME_ZONE = "UTC"


WANTED_DATABASE = (
    "DATABASE_URL: the address of a database, postgresql://user:password@host:port/name or sqlite:////folder/file"
)


def database() -> dict[str, object]:
    """The database that the environment names, or the embedded one. Raises ImproperlyConfigured."""
    found = _named_database()
    if str(found["ENGINE"]).endswith("sqlite3"):
        # Writers wait for each other from the start of their transaction, and readers wait for nobody.
        found["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 60,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        }
    elif str(found["ENGINE"]).endswith("postgresql"):
        # Statements that are kept ready keep one plan: making it anew takes five times as long as carrying it out.
        asked: dict[str, str] = dict(cast(dict[str, str], found.get("OPTIONS") or {}))
        asked["options"] = f"{asked.get('options', '')} -c plan_cache_mode=force_generic_plan".strip()
        found["OPTIONS"] = asked
    return found


def _named_database() -> dict[str, object]:
    """What DATABASE_URL names. It may hold a password, so no message repeats it."""
    said = os.environ.get("DATABASE_URL") or f"sqlite:///{DATA / 'registry.sqlite3'}"
    try:
        found: dict[str, object] = dict(dj_database_url.parse(said, conn_max_age=600))
    except ValueError:
        raise ImproperlyConfigured(f"{WANTED_DATABASE}; it is no such address, or its port no number") from None
    if not str(found["ENGINE"]).endswith((".sqlite3", ".postgresql")):
        raise ImproperlyConfigured(f"{WANTED_DATABASE}; {said.partition(':')[0]} is neither")
    if not found["NAME"] or found["NAME"] == ":memory:":
        raise ImproperlyConfigured(f"{WANTED_DATABASE}; it names no database")
    return found


DATABASES = {"default": database()}


def is_new() -> bool:
    """Whether the database holds nothing that a key was needed for; only then one is made."""
    return holds_nothing(DATABASES["default"])


MIDDLEWARE = [
    "stayaway.registry.operation.watching.watch",
    *FIRST_OF_ALL,
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    CSRF_MIDDLEWARE,
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "stayaway.registry.accounts.middleware.SignedInFirst",
    "stayaway.registry.api.outside.around_the_api",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates", SHARED_TEMPLATES],
        "OPTIONS": {
            "builtins": BUILTINS,
            "context_processors": ["stayaway.registry.accounts.asking.shown_everywhere"],
        },
    }
]
SAYS: tuple[type[Code], ...] = (AccountsCode, DeskCode)
"""The lists of codes that templates say."""
STATICFILES_DIRS = [SHARED_STATIC]
API_CALLS_A_MINUTE = whole_number("STAYAWAY_API_CALLS_A_MINUTE", 1200, least=1)
"""Of one account or machine client, in one process."""
LOGGING = logging_settings()

_keys, _lookup, _secret = (
    given_keys("STAYAWAY_KEYS"),
    given_secret("STAYAWAY_LOOKUP_KEY"),
    given_secret("STAYAWAY_SECRET_KEY"),
)
# The last of all: while a setting is wrong, none is made.
FIELD_KEYS = _keys or kept_keys(DATA / "field-keys", is_new)
"""Keys of the encrypted fields, newest first: the first encrypts, all decrypt."""
LOOKUP_KEY = _lookup or kept_secret(DATA / "lookup-key", is_new)
"""Finds the numbers that people are known by without keeping them readable. It does not change: all would be lost."""
SECRET_KEY = _secret or kept_secret(DATA / "secret-key")
