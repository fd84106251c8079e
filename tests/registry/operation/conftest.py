"""What is written to the log while a test runs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from stayaway.registry.operation.logs import LOGGER, Lines

from .backed_up import kept as kept
from .backed_up import other as other


@pytest.fixture
def written() -> Iterator[StringIO]:
    """The log, as it goes out."""
    (handler,) = (one for one in LOGGER.handlers if isinstance(one.formatter, Lines))
    assert isinstance(handler, logging.StreamHandler)
    assert handler in logging.getLogger().handlers, "what libraries log goes the same way"
    log = StringIO()
    before = handler.setStream(log)
    yield log
    handler.setStream(before)
