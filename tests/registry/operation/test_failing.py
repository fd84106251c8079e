"""What somebody is told when the database or the disk fails, or the program."""

from __future__ import annotations

import errno
import json

import pytest
from django.db import OperationalError

from stayaway.registry.actors import Post
from tests.registry.signing_in import holding_of, new_account, new_agency, signed_in

LOST, FULL, FAULT = OperationalError("MARK lost"), OSError(errno.ENOSPC, "MARK full"), KeyError("MARK fault")


@pytest.mark.django_db
@pytest.mark.parametrize(("error", "status"), [(LOST, 503), (FULL, 503), (FAULT, 500)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_failure_says_what_to_do_and_nothing_of_what_was_asked(
    monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, language: str
) -> None:
    account = new_account()
    browser = signed_in(account, holding_of(account, Post.CIVIL_CLERK, new_agency()))
    browser.raise_request_exception = False

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("stayaway.registry.desk.work_list.show", fail)
    page = browser.get("/tasks/", headers={"accept-language": language})
    said = page.content.decode()
    assert page.status_code == status
    assert f'lang="{language}"' in said
    assert {"en": "may not be on record", "es": "Puede que no se haya guardado"}[language] in said
    assert "MARK" not in said
    assert ("Retry-After" in page.headers) is (status == 503)


@pytest.mark.django_db
def test_a_program_is_told_in_its_own_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    account = new_account()
    browser = signed_in(account, holding_of(account, Post.CIVIL_CLERK, new_agency()))
    browser.raise_request_exception = False

    def fail(*_: object, **__: object) -> None:
        raise LOST

    monkeypatch.setattr("stayaway.registry.accounts.middleware.SignedInFirst.process_view", fail)
    answer = browser.get("/api/work")
    assert (answer.status_code, answer.headers["Content-Type"]) == (503, "application/problem+json")
    assert json.loads(answer.content)["code"] == "record.storage_failed"
