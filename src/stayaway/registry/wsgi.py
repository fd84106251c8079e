"""The registry as any WSGI server runs it."""

from __future__ import annotations

import os
from importlib import import_module

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application
from django.db import DatabaseError, connection
from django.template import engines

os.environ["DJANGO_SETTINGS_MODULE"] = "stayaway.registry.settings"
application = get_wsgi_application()


def load_everything() -> None:
    """Load what otherwise the first who asks would wait for, most of a second in each process.

    Every page and operation with what they need, the sentences of each language, and the nicknames.
    """
    from stayaway.registry.finding.nicknames import same_person_names
    from stayaway.wording.finding import FindingCode
    from stayaway.wording.language import LANGUAGES
    from stayaway.wording.say import Speaker

    engines.all()
    import_module(settings.ROOT_URLCONF)
    for language in LANGUAGES:
        Speaker(language).sentence(FindingCode.NEEDS_CONFIRMING, {})
    same_person_names("robert")


def refuse_other_keys() -> None:
    """Not to begin with other keys than those of the database. Raises ImproperlyConfigured.

    Where the database cannot be asked, or has no tables yet, `/health/` tells of it.
    """
    from stayaway.registry.operation.known_keys import OtherKeys, know_keys

    try:
        know_keys()
    except OtherKeys as wrong:
        raise ImproperlyConfigured(str(wrong)) from None
    except DatabaseError:
        pass
    finally:
        connection.close()  # a server that forks does not hand it on


refuse_other_keys()
load_everything()
