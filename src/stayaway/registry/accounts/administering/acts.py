"""One act of an administrator: refused with every fault, or done together with its line in the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from stayaway.model import Code
from stayaway.registry.actors import Actor, Post
from stayaway.registry.models import Access
from stayaway.wording.accounts import AccountsCode as Says

WHY_MOST = 140
WHAT_MOST = 58
Record = Callable[..., None]


class Refused(Exception):
    """An act that was refused, with every fault by the field it lies in; `` where it lies in none."""

    def __init__(self, faults: Mapping[str, Code]) -> None:
        super().__init__(", ".join(f"{name or 'act'}: {code.value}" for name, code in faults.items()))
        self.faults = dict(faults)


@contextmanager
def act(actor: Actor, why: str, faults: Mapping[str, Code]) -> Iterator[Record]:
    """Refuse an act, or do all of it together with its line in the journal, or none of it."""
    why = why.strip()
    found = dict(faults)
    if not why:
        found["why"] = Says.SAY_WHY
    elif len(why) > WHY_MOST:
        found["why"] = Says.WHY_TOO_LONG
    if actor.post is not Post.ADMINISTRATOR or actor.client is not None:
        found = {"": Says.ONLY_ADMINISTRATORS}
    elif not actor.confirmed:
        found = {"": Says.CONFIRM_FIRST}
    if found:
        raise Refused(found)

    def record(what: str, on: str, *more: str) -> None:
        write(actor.account, actor.agency or "", " ".join((what, *filter(None, more)))[:WHAT_MOST], on, why)

    with transaction.atomic():
        yield record


def write(account: str, agency: str, what: str, on: str, why: str) -> None:
    """The line of an act in the journal of looks."""
    Access.objects.create(
        at=timezone.now(),
        account=account,
        post=Post.ADMINISTRATOR.value,
        agency=agency,
        how="administer",
        stream=on,
        purpose=f"{what}: {why}",
    )
