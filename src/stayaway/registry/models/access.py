"""Who looked. Rows are only ever added; the database itself refuses to change or remove one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Access(models.Model):
    """One look at records, or one that was refused: who, in which post, at what, for what purpose, and when."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    account = models.CharField(max_length=24)
    post = models.CharField(max_length=20)
    agency = models.CharField(max_length=24, blank=True)
    client = models.CharField(max_length=24, blank=True)
    how = models.CharField(max_length=24)
    """What was done: `find`, `read`, `reveal`, `export`, `document`, `audit`, `refused`…"""
    stream = models.CharField(max_length=24, blank=True)
    asked = models.CharField(max_length=64, blank=True)
    """A keyed digest of what was searched for, so that equal searches can be told without keeping names here."""
    found = models.TextField(blank=True)
    """The ids of the records that were shown, with spaces between."""
    purpose = models.CharField(max_length=200, blank=True)

    class Meta:
        """Auditors ask who looked at a record, and what somebody looked at."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["stream", "at"]),
            models.Index(fields=["account", "at"]),
        ]
