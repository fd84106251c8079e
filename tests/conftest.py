"""What the tests share: how hard Hypothesis looks, and where Django finds its settings."""

from __future__ import annotations

import os

from tests import profiles as profiles

# Tests of the words and doctests read every module, also those of the website.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "stayaway.guide.settings")
