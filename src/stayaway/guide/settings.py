"""Django's settings for the guide, on top of those that the web faces share.

Besides what `stayaway.web.settings` reads from the environment, `STAYAWAY_EXIT` says where leaving leads.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from stayaway.web.settings import *
from stayaway.web.settings import BUILTINS, CSRF_MIDDLEWARE, FIRST_OF_ALL, SHARED_STATIC, SHARED_TEMPLATES
from stayaway.wording.guide import GuideCode
from stayaway.wording.papers import PapersCode

HERE = Path(__file__).parent

SECRET_KEY = get_random_secret_key()
"""Made anew at each start: nothing that it signs outlives the process."""
EXIT_TO = os.environ.get("STAYAWAY_EXIT", "https://www.weather.gov/")

ROOT_URLCONF = "stayaway.guide.urls"
WSGI_APPLICATION = "stayaway.guide.wsgi.application"
INSTALLED_APPS: list[str] = []
DATABASES: dict[str, object] = {}

MIDDLEWARE = [
    *FIRST_OF_ALL,
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    CSRF_MIDDLEWARE,
    "stayaway.guide.middleware.explain_exit_first",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates", SHARED_TEMPLATES],
        "OPTIONS": {
            "builtins": BUILTINS,
            "context_processors": ["stayaway.guide.asking.shown_everywhere"],
        },
    }
]
SAYS = (GuideCode, PapersCode)
"""The lists of codes that templates say; those of the first need no question before them."""
STATICFILES_DIRS = [HERE / "static", SHARED_STATIC]

# A visit is kept in memory, and its cookie says only which visit it is.
SESSION_ENGINE = "stayaway.guide.sessions"
SESSION_COOKIE_NAME = "visit"
CSRF_FAILURE_VIEW = "stayaway.guide.front.form_too_old"

# A file that somebody opens here is never written to this machine's disk.
MOST_BYTES = 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = MOST_BYTES
DATA_UPLOAD_MAX_MEMORY_SIZE = MOST_BYTES
