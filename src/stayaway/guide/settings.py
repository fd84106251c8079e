"""Django's settings. The environment may say where the guide answers and where its exit leads.

`STAYAWAY_HOSTS`: the names it answers to, with commas between. `STAYAWAY_EXIT`: where leaving leads.
`STAYAWAY_HTTPS=1`: it stands behind HTTPS, so cookies are never sent without it.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

HERE = Path(__file__).parent

DEBUG = False
SECRET_KEY = get_random_secret_key()
"""Made anew at each start: nothing that it signs outlives the process."""
ALLOWED_HOSTS = os.environ.get("STAYAWAY_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
EXIT_TO = os.environ.get("STAYAWAY_EXIT", "https://www.weather.gov/")
IS_HTTPS = os.environ.get("STAYAWAY_HTTPS") == "1"

ROOT_URLCONF = "stayaway.guide.urls"
WSGI_APPLICATION = "stayaway.guide.wsgi.application"
INSTALLED_APPS: list[str] = []
DATABASES: dict[str, object] = {}
USE_TZ = True
USE_I18N = False
"""The texts are those of `stayaway.wording`; Django's own are not shown."""

MIDDLEWARE = [
    "stayaway.guide.middleware.headers",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "stayaway.guide.csrf.Csrf",
    "stayaway.guide.middleware.explain_exit_first",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "OPTIONS": {
            "builtins": ["stayaway.guide.tags", "django.templatetags.static"],
            "context_processors": ["stayaway.guide.asking.shown_everywhere"],
        },
    }
]

STATIC_URL = "/static/"
STATIC_ROOT = HERE / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False

# A visit is kept in memory, and its cookie says only which visit it is.
SESSION_ENGINE = "stayaway.guide.sessions"
SESSION_COOKIE_NAME = "visit"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = IS_HTTPS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

CSRF_COOKIE_NAME = "form"
CSRF_COOKIE_AGE = None
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_FAILURE_VIEW = "stayaway.guide.front.form_too_old"

# A file that somebody opens here is never written to this machine's disk.
MOST_BYTES = 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = MOST_BYTES
DATA_UPLOAD_MAX_MEMORY_SIZE = MOST_BYTES

# Neither what is asked nor by whom is logged; of a failure only where in the code it happened.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"place": {"()": "stayaway.guide.logs.OnlyThePlace"}},
    "handlers": {
        "nowhere": {"class": "logging.NullHandler"},
        "place": {"class": "logging.StreamHandler", "formatter": "place"},
    },
    "loggers": {
        "django": {"handlers": ["nowhere"], "propagate": False},
        "django.request": {"handlers": ["place"], "level": "ERROR", "propagate": False},
        "django.server": {"handlers": ["nowhere"], "propagate": False},
        "waitress": {"handlers": ["nowhere"], "propagate": False},
    },
}
