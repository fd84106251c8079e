"""Answers that were given, kept so that a repeated call gets the same one."""

from __future__ import annotations

from django.db import models


class Answered(models.Model):
    """The answer to one write. It holds ids and numbers, nothing of what was entered."""

    key = models.CharField(primary_key=True, max_length=64)
    """A digest of who called and of their `Idempotency-Key`."""
    asked = models.CharField(max_length=64)
    """A keyed digest of the call: two calls with one key have to ask for the same thing."""
    answer = models.JSONField()
    at = models.DateTimeField(db_index=True)
