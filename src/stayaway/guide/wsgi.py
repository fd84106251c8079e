"""The guide as a WSGI application, for any server that speaks it. It must run in one process: visits live in memory."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stayaway.guide.settings")

application = get_wsgi_application()
