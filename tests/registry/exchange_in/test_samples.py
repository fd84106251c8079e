from __future__ import annotations

import pytest

from stayaway.model import Answer
from stayaway.registry import chain, projecting
from stayaway.registry.accounts.models import Account, Holding
from stayaway.registry.actors import Post
from stayaway.registry.models import CaseRow, OrderRow, PersonRow, Task
from stayaway.registry.samples import load_samples

from .courts import NOW


@pytest.mark.django_db
def test_the_samples_load_whole_and_have_what_there_is_to_show() -> None:
    samples = load_samples(NOW)
    assert list(chain.broken()) == []
    assert projecting.differences() == []
    assert CaseRow.objects.count() >= 12
    assert len({row.jurisdiction for row in CaseRow.objects.all()}) >= 4
    assert CaseRow.objects.filter(is_foreign=True, tells_restrained=False).count() == 1
    assert {one.post for one in samples.accounts} == set(Post)
    assert Holding.objects.count() == Account.objects.count() == len(samples.accounts)
    robin = PersonRow.objects.get(name="Robin Example")
    of_robin = [row for row in OrderRow.objects.all() if robin.id in row.protects]
    assert {row.case.kind for row in of_robin} == {"civil", "criminal"}, "two orders that differ"
    kinds = {task.kind for task in Task.objects.all()}
    assert {"serve", "ends_soon", "decide_after_case"} <= {kind.rpartition(".")[2] for kind in kinds}
    dismissed = OrderRow.objects.get(case__number="CR-4002")
    assert dismissed.spans[-1][2] != Answer.NO.value
