"""Agencies, accounts, the posts that accounts hold, machine clients, invitations and sessions."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from stayaway.model import Kind
from stayaway.registry.actors import AgencyKind, Post


def new_id(letter: str) -> str:
    """A new id: a letter that says of what, and 80 random bits, so that no id tells of another."""
    return letter + secrets.token_hex(10)


def new_agency_id() -> str:
    """The id of a new agency."""
    return new_id("a")


def new_account_id() -> str:
    """The id of a new account."""
    return new_id("u")


class Agency(models.Model):
    """A court, an office or a program. A court says which kinds of case it hears."""

    id = models.CharField(primary_key=True, max_length=24, default=new_agency_id, editable=False)
    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in AgencyKind])
    jurisdiction = models.CharField(max_length=10, blank=True)
    time_zone = models.CharField(max_length=60, default="UTC")
    hears_civil = models.BooleanField(default=False)
    hears_criminal = models.BooleanField(default=False)
    ori = models.CharField(max_length=9, blank=True)
    """The identifier that national files know the agency by."""
    phone = models.CharField(max_length=40, blank=True)
    """Where somebody confirms, at any hour, that an order stands."""
    is_active = models.BooleanField(default=True)

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of case that this court hears."""
        heard = ((Kind.CIVIL, self.hears_civil), (Kind.CRIMINAL, self.hears_criminal))
        return frozenset(kind for kind, hears in heard if hears)

    def __str__(self) -> str:
        return self.name


class Accounts(BaseUserManager["Account"]):
    """Makes accounts."""

    def create_user(self, email: str, password: str | None = None, **more: Any) -> Account:
        """A new account; without a password it cannot sign in until one is set."""
        account = self.model(email=self.normalize_email(email).casefold(), **more)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """One human being who signs in. Nobody shares an account."""

    id = models.CharField(primary_key=True, max_length=24, default=new_account_id, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    language = models.CharField(max_length=2, default="en")
    is_active = models.BooleanField(default=True)
    may_be_mailed = models.BooleanField(default=True)
    """False: an order names, or may name, whoever it is for. Somebody else may read their mail."""
    created = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name


class Holding(models.Model):
    """A post that an account holds: in an agency, or as a person whom orders name. Ended, never deleted."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="holdings")
    post = models.CharField(max_length=20, choices=[(post.value, post.value) for post in Post])
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="holdings")
    person = models.CharField(max_length=24, blank=True)
    since = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True, blank=True)
    asked_by = models.CharField(max_length=24, blank=True)
    """The administrator who gave it; empty where no administrator did."""
    awaits_second = models.BooleanField(default=False)
    """It counts for nothing until an administrator other than `asked_by` confirms it."""

    class Meta:
        """A post in an agency, or a person: never both, never neither."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(agency__isnull=False, person="")
                | (models.Q(agency__isnull=True) & ~models.Q(person="")),
                name="agency_or_person",
            ),
        ]


class Client(models.Model):
    """A machine that acts for a post. Its token is shown once, and kept only as a digest."""

    id = models.CharField(primary_key=True, max_length=24, editable=False)
    name = models.CharField(max_length=200)
    holding = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="clients")
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.CharField(max_length=200)
    """What it may do, with spaces between: `find`, `read`, `write`, `import`, `export`, `feed`."""
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    ended = models.DateTimeField(null=True, blank=True)
    asked_by = models.CharField(max_length=24, blank=True)
    awaits_second = models.BooleanField(default=False)
    """Its token opens nothing until an administrator other than `asked_by` confirms it."""


class Invitation(models.Model):
    """A link that sets an account's password and second factor, once. Only a digest of what it says is kept."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(auto_now_add=True)
    expires = models.DateTimeField()
    used = models.DateTimeField(null=True, blank=True)
    """When it was used, or taken back."""
    asked_by = models.CharField(max_length=24, blank=True)
    awaits_second = models.BooleanField(default=False)
    """It opens nothing until an administrator other than `asked_by` confirms it."""


class Session(AbstractBaseSession):
    """A visit to the registry, from signing in to its end. Its key is kept only as a digest."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="sessions")
    """None: nobody has signed in yet."""
    holding = models.ForeignKey(Holding, on_delete=models.CASCADE, null=True, related_name="sessions")
    """The post that was chosen."""
    began = models.DateTimeField()
    seen = models.DateTimeField()
    """When it last asked for something, to the minute."""
    device = models.CharField(max_length=120, blank=True)
    """What the browser says of itself, so that the account's owner can tell sessions apart."""

    @classmethod
    def get_session_store_class(cls) -> type[Any]:
        """The store that reads and writes it."""
        from .sessions import SessionStore

        return SessionStore
