"""Which keys the record needs. The keys themselves are never in the database."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class KnownKey(models.Model):
    """A key that something may be encrypted or found under, by its fingerprint. `kind`: `field` or `lookup`."""

    kind = models.CharField(max_length=8)
    fingerprint = models.CharField(max_length=16)

    class Meta:
        """Each is known once."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["kind", "fingerprint"], name="one_key_once"),
        ]
