"""The registry as any WSGI server runs it."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "stayaway.registry.settings"
application = get_wsgi_application()
