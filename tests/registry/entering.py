"""An entry put straight into the table, for tests of what lies below recording. Nobody in it exists."""

from __future__ import annotations

from datetime import UTC, datetime

from stayaway.registry.models import Entry

AT = datetime(2025, 4, 1, 12, tzinfo=UTC)


def enter(number: int = 1) -> Entry:
    """An entry that is chained to nothing."""
    return Entry.objects.create(
        number=number,
        stream="c1",
        version=number,
        what="case_opened",
        happened="2025-04-01",
        recorded=AT,
        facts="{}",
        hash=f"{number:064x}",
    )
