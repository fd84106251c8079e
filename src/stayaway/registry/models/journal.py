"""The journal. Entries are only ever added; the database itself refuses to change or remove one (migration 0002)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Head(models.Model):
    """Where the chain ends: one row, which every writer locks, so that entries follow one another."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")


class Entry(models.Model):
    """One entry of the journal. Every field but the number is in the hash.

    `stream` is the case, person or agency that it is about, and `version` counts the entries of that stream from 1.
    `facts` is the canonical JSON of what happened, in the words of the order file. What is secret of it lies in
    `Secret`, and only a salted digest of it is here: it can be encrypted anew, or erased, and the chain still holds.
    """

    number = models.BigIntegerField(primary_key=True)
    stream = models.CharField(max_length=24)
    version = models.IntegerField()
    what = models.CharField(max_length=24)
    happened = models.CharField(max_length=40)
    """When it happened: a day, or an instant with its offset, as the order file writes them."""
    recorded = models.DateTimeField()
    account = models.CharField(max_length=24)
    post = models.CharField(max_length=20)
    agency = models.CharField(max_length=24, blank=True)
    client = models.CharField(max_length=24, blank=True)
    acting = models.CharField(max_length=24, blank=True)
    """The role of the rulebook that did it, where the one who recorded it only received it."""
    court = models.CharField(max_length=24, blank=True)
    """The court, an agency of the registry, for which it is recorded; empty where the court is none of them."""
    why = models.TextField(blank=True)
    document = models.CharField(max_length=64, blank=True)
    """SHA-256 of the attached paper."""
    facts = models.TextField()
    secret_digest = models.CharField(max_length=64, blank=True)
    corrects = models.BigIntegerField(null=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        """Two entries can never be the same version of one stream, whoever writes them."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["stream", "version"], name="one_version_once"),
        ]


class Secret(models.Model):
    """What is secret of an entry, encrypted. None: erased when its time of keeping was over."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="secret")
    sealed = models.BinaryField(null=True)


class Document(models.Model):
    """An attached paper. The file itself lies encrypted in the folder of documents, under its digest."""

    digest = models.CharField(primary_key=True, max_length=64)
    media_type = models.CharField(max_length=60)
    size = models.IntegerField()
