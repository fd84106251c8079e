"""What is projected from the journal, for finding and listing. All of it can be remade: `stayaway registry rebuild`."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from stayaway.registry.accounts.models import Agency


class PersonRow(models.Model):
    """A person as they stand now. Secrets are not here."""

    id = models.CharField(primary_key=True, max_length=24)
    name = models.CharField(max_length=300, blank=True)
    born = models.DateField(null=True)
    version = models.IntegerField()
    same_as = models.CharField(max_length=24, blank=True)
    """The person that a human being found this one to be the same as; empty: nobody."""
    facts = models.JSONField()
    descriptors = models.JSONField(default=dict)
    keys_edition = models.SmallIntegerField(default=0, db_index=True)
    """The edition of the keys under which they stand in the index of names."""

    class Meta:
        """Few people are linked, and everybody who is looked at is asked for it."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["same_as"], condition=models.Q(same_as__gt=""), name="person_links"),
        ]


class NameKey(models.Model):
    """A key under which a recorded name is found, with the birth date beside it."""

    key = models.CharField(max_length=64)
    kind = models.CharField(max_length=12)
    born = models.DateField(null=True)
    person = models.ForeignKey(PersonRow, on_delete=models.CASCADE, related_name="keys", db_index=False)
    sketch = models.BigIntegerField(default=0)
    """Beside the key of a surname or given name: which letters the other one has (`finding.sketches`)."""

    class Meta:
        """An inquiry asks for keys of a kind, mostly with birth dates, and gets people without reading the table."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "key", "born", "person", "sketch"], name="name_key_covers"),
            # Django's own index of a reference would be two of them on PostgreSQL, in the largest table there is.
            models.Index(fields=["person"], name="name_key_person"),
        ]


class IdentifierKey(models.Model):
    """A keyed digest of a number that a person is known by, such as a licence; the number itself is a secret."""

    digest = models.CharField(max_length=64, db_index=True)
    kind = models.CharField(max_length=24)
    person = models.ForeignKey(PersonRow, on_delete=models.CASCADE, related_name="identifiers")


class CaseRow(models.Model):
    """A case as it stands now, with everything in it but the people and the secrets."""

    id = models.CharField(primary_key=True, max_length=24)
    kind = models.CharField(max_length=8)
    court = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="cases")
    """None: a court that is no agency of this registry."""
    keeper = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="kept_cases")
    """The court that records the case here: its own court, or the one at which a foreign order was registered."""
    jurisdiction = models.CharField(max_length=10, blank=True)
    number = models.CharField(max_length=80, blank=True)
    number_key = models.CharField(max_length=80, blank=True, db_index=True)
    version = models.IntegerField()
    updated = models.BigIntegerField()
    """The number of its latest entry."""
    is_sealed = models.BooleanField(default=False)
    is_foreign = models.BooleanField(default=False)
    tells_restrained = models.BooleanField(default=True)
    """Whether the restrained side may see here that the case is recorded; for a foreign order only where asked for."""
    folded = models.JSONField()
    """The case, its places and its orders as an order file holds them, without people and secrets."""


class Party(models.Model):
    """A person's part in a case."""

    case = models.ForeignKey(CaseRow, on_delete=models.CASCADE, related_name="parties")
    person = models.ForeignKey(PersonRow, on_delete=models.PROTECT, related_name="parts")
    role = models.CharField(max_length=12)
    """`restrained`, `protected`, `witness` where no order of the case protects them, or `named`: elsewhere in it."""

    class Meta:
        """One part a person, role and case."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "person", "role"], name="one_part_once"),
        ]


class OrderRow(models.Model):
    """An order as it stands now, with how its standing runs over the days as the core told it."""

    id = models.CharField(primary_key=True, max_length=24)
    case = models.ForeignKey(CaseRow, on_delete=models.CASCADE, related_name="orders")
    restrained = models.ForeignKey(PersonRow, on_delete=models.PROTECT, related_name="restraining")
    protects = models.JSONField()
    instrument = models.CharField(max_length=40, blank=True)
    stage = models.CharField(max_length=12, blank=True)
    issued = models.CharField(max_length=40, blank=True)
    served = models.CharField(max_length=40, blank=True)
    ends = models.CharField(max_length=12, blank=True)
    spans = models.JSONField()
    """`[first day, last day or null, in force, enforceable]`, by day."""
    time_zone = models.CharField(max_length=60, default="UTC")
    """Where its days begin and end."""
    law = models.CharField(max_length=64, blank=True)
    """Under which edition of law and rules the spans were told. Under another than today's, nobody believes them."""


class Task(models.Model):
    """Something that a court or an agency should do, from a day on. It goes when the journal says that it is done."""

    case = models.ForeignKey(CaseRow, on_delete=models.CASCADE, related_name="tasks")
    order = models.CharField(max_length=24, blank=True)
    kind = models.CharField(max_length=32)
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="tasks")
    begins = models.DateField()
    due = models.DateField(null=True)
    reason = models.JSONField(default=dict)

    class Meta:
        """One task of a kind for an order; listed by agency and day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "order", "kind"], name="one_task_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["agency", "begins"])]


class Appearance(models.Model):
    """A lawyer's account that appears in a case for one side."""

    case = models.ForeignKey(CaseRow, on_delete=models.CASCADE, related_name="appearances")
    account = models.CharField(max_length=24)
    agency = models.CharField(max_length=24, blank=True)
    person = models.CharField(max_length=24)
    """Whom they appear for."""


class Consent(models.Model):
    """A person's written consent that a program may see their records, until a day."""

    person = models.ForeignKey(PersonRow, on_delete=models.CASCADE, related_name="consents")
    agency = models.CharField(max_length=24)
    until = models.DateField()


class Reminder(models.Model):
    """A reminder that was sent, so that nobody is reminded of a date twice."""

    person = models.CharField(max_length=24)
    order = models.CharField(max_length=24)
    kind = models.CharField(max_length=32)
    on = models.DateField()
    sent = models.DateTimeField()

    class Meta:
        """One reminder of a date."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "order", "kind", "on"], name="one_reminder_once"),
        ]
