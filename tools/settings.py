"""Django's settings as the type checker knows them: those of the registry, which has tables, and what the guide adds.

The registry's settings make and keep keys where the environment gives none; so here it gives some, and nothing is kept.
"""

from __future__ import annotations

import os

from cryptography.fernet import Fernet

for _name in ("STAYAWAY_SECRET_KEY", "STAYAWAY_KEYS", "STAYAWAY_LOOKUP_KEY"):
    os.environ.setdefault(_name, Fernet.generate_key().decode())

from stayaway.guide.settings import EXIT_TO as EXIT_TO  # noqa: E402
from stayaway.registry.settings import *  # noqa: E402, F403
