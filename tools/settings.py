"""Django's settings as the type checker knows them: those of the registry, which has tables, and what the guide adds.

The registry's settings keep a secret in the data folder when they are read; here that folder goes again.
"""

from __future__ import annotations

import os
import tempfile

_folder = tempfile.TemporaryDirectory(prefix="stayaway-")
os.environ["STAYAWAY_DATA"] = _folder.name

from stayaway.guide.settings import EXIT_TO as EXIT_TO  # noqa: E402
from stayaway.registry.settings import *  # noqa: E402, F403
