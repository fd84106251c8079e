"""The part of Django's settings that is the same for every web face.

A face begins its own settings with `from stayaway.web.settings import *`, and adds `ROOT_URLCONF`, `TEMPLATES`,
`STATICFILES_DIRS`, `MIDDLEWARE` and `SAYS` (see `stayaway.web.tags`). Its middleware begins with `FIRST_OF_ALL`; its
templates have `SHARED_TEMPLATES` among their directories and `BUILTINS` as built-in tags; its static files have
`SHARED_STATIC` among their directories.

The environment: `STAYAWAY_HOSTS`, the names that the face answers to, with commas between; `STAYAWAY_HTTPS=1`, it
stands behind HTTPS, so cookies are never sent without it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .environment import hosts, is_on

SHARED = Path(__file__).parent
SHARED_TEMPLATES = SHARED / "templates"
SHARED_STATIC = SHARED / "static"
BUILTINS = ["stayaway.web.tags", "django.templatetags.static"]

DEBUG = False
ALLOWED_HOSTS = hosts("STAYAWAY_HOSTS", "localhost,127.0.0.1,[::1]")
IS_HTTPS = is_on("STAYAWAY_HTTPS")
USE_TZ = True
USE_I18N = False
"""The texts are those of `stayaway.wording`; Django's own are not shown."""

FIRST_OF_ALL = [
    "stayaway.web.headers.headers",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
]
"""The headers are the outermost, so that also a static file and a failure carry them."""
CSRF_MIDDLEWARE = "stayaway.web.csrf.Csrf"
"""In place of Django's own."""

STATIC_URL = "/static/"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True
"""Files are served from the directories where they lie; nothing has to be collected."""
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Cookies are for this site alone, closed to scripts, and end with the browser.
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = IS_HTTPS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "form"
CSRF_COOKIE_AGE = None
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = IS_HTTPS

# Neither what is asked nor by whom is logged; of a failure only where in the code it happened.
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"place": {"()": "stayaway.web.logs.OnlyThePlace"}},
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
