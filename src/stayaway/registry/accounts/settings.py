"""Settings of signing in: what allauth, sessions, passwords and the count of failed tries go by.

`STAYAWAY_PROXIES`: how many proxies of one's own stand before the registry, so that the address of whoever asks is read
rightly from `X-Forwarded-For`; 0, the default: none. `STAYAWAY_MAIL`: the mail server, `smtp://user:password@host:port`
(`smtps://` for TLS from the start); without it no mail is sent, and links are handed over by hand.
`STAYAWAY_MAIL_FROM`: the sender.
"""

from __future__ import annotations

import os
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from stayaway.web.environment import whole_number

AUTHENTICATION_BACKENDS = ["stayaway.registry.accounts.adapters.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"

# Passwords: OWASP ASVS 5.0, 6.2.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Sessions. The cookie ends with the browser; what counts is kept in the database.
SESSION_ENGINE = "stayaway.registry.accounts.sessions"
SESSION_COOKIE_NAME = "session"
SESSION_HOURS = 12
SESSION_IDLE_MINUTES = 30

# Failed tries and used codes are counted in the database, so that all processes count together. Entries that are over
# go first when the table is full; it must never be so small that a flood of made-up e-mails pushes out real counts.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}

ACCOUNT_ADAPTER = "stayaway.registry.accounts.adapters.Accounts"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = False
"""Allauth's own mails are not sent; ours are in `notices`."""
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_LOGIN_TIMEOUT = 5 * 60
ACCOUNT_RATE_LIMITS = {
    # Five tries for an account, whoever makes them; after that none for 15 minutes. An office may share one address.
    "login_failed": "60/m/ip,5/15m/key",
    "login": "300/m/ip",
    "invitation": "30/m/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = whole_number("STAYAWAY_PROXIES", 0, least=0, most=100)

MFA_ADAPTER = "stayaway.registry.accounts.adapters.Factors"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "stayaway.registry.accounts.signing_in.SecondFactor",
    "reauthenticate": "stayaway.registry.accounts.signing_in.SecondFactorAgain",
}
MFA_TOTP_PERIOD = 30
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "stayaway"
MFA_RECOVERY_CODES_SHOW_ONCE = True


def mail_server() -> SplitResult:
    """The mail server that the environment names; nothing of one where it names none. Raises ImproperlyConfigured."""
    said = os.environ.get("STAYAWAY_MAIL", "").strip()
    found = urlsplit(said)
    try:
        is_one = found.scheme in ("smtp", "smtps") and bool(found.hostname) and found.port != 0
    except ValueError:  # a port that is no number
        is_one = False
    if said and not is_one:
        read = "" if "@" in said else f", not {said!r}"  # it may hold a password
        raise ImproperlyConfigured(f"STAYAWAY_MAIL: smtp://user:password@host:port, or smtps://{read}")
    return found


_mail = mail_server()
SENDS_MAIL = bool(_mail.hostname)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if SENDS_MAIL else 'dummy'}.EmailBackend"
EMAIL_HOST = _mail.hostname or ""
EMAIL_PORT = _mail.port or (465 if _mail.scheme == "smtps" else 587)
EMAIL_HOST_USER = unquote(_mail.username or "")
EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
EMAIL_USE_SSL = _mail.scheme == "smtps"
EMAIL_USE_TLS = SENDS_MAIL and not EMAIL_USE_SSL
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("STAYAWAY_MAIL_FROM") or "registry@localhost"
if "@" not in DEFAULT_FROM_EMAIL:
    raise ImproperlyConfigured(f"STAYAWAY_MAIL_FROM: an e-mail address, not {DEFAULT_FROM_EMAIL!r}")
