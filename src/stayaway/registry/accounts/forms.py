"""One form for each act of administration: it does the act, or is shown again with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from stayaway.model import Code
from stayaway.wording.accounts import AccountsCode as Says

from .administering import Refused
from .administration import Page, for_administrators
from .asking import Field, asked, say


def for_a_form(page: Page) -> Page:
    """A page with a form, for administrators who gave both factors a moment ago."""
    return for_administrators(confirmed=True)(require_http_methods(["GET", "POST"])(page))


Faults = Mapping[str, Code]


def form(
    request: HttpRequest,
    title: Says,
    fields: Callable[[Faults], list[Field]],
    do: Callable[[], HttpResponse],
    *,
    send: Says = Says.DO_IT,
) -> HttpResponse:
    """One form; and when it is sent, what it does, or what is wrong with it."""
    faults: Faults = {}
    if request.method == "POST":
        try:
            return do()
        except Refused as refused:
            faults = refused.faults
    wrong = faults.get("") or (Says.LOOK_AGAIN if faults else None)
    shown = {"title": title, "fields": fields(faults), "wrong": say(request, wrong) if wrong else "", "send": send}
    return render(request, "accounts/form.html", shown, status=422 if faults else 200)


Listed = TypeVar("Listed", bound=StrEnum)


def chosen(members: type[Listed], request: HttpRequest, name: str) -> Listed:
    """What a menu sent. Raises Refused: no member of the list."""
    try:
        return members(request.POST.get(name, ""))
    except ValueError:
        raise Refused({name: Says.CHOOSE}) from None


def why(request: HttpRequest, faults: Faults) -> Field:
    """The field that asks for the reason of an act."""
    return asked(request, "why", Says.WHY, hint=Says.WHY_HINT, faults=faults)


def reason(request: HttpRequest) -> str:
    """The reason that was written."""
    return request.POST.get("why", "")
