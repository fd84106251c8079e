"""Pages of administration: the forms of an agency."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from stayaway.registry.actors import Actor, AgencyKind
from stayaway.web.places import places
from stayaway.wording.accounts import AccountsCode as Says

from . import administering
from .asking import Field, agency_code, asked, say
from .forms import Faults, chosen, for_a_form, form, reason, why
from .models import Agency


def _agency_fields(request: HttpRequest, faults: Faults, is_new: bool) -> list[Field]:
    kinds = [(kind.value, say(request, agency_code(kind))) for kind in AgencyKind]
    hears = [("civil", say(request, Says.HEARS_CIVIL)), ("criminal", say(request, Says.HEARS_CRIMINAL))]
    states = [("", say(request, Says.NO_STATE)), *((place.code, place.name) for place in places())]
    found = [
        asked(request, "name", Says.AGENCY_NAME, faults=faults),
        asked(request, "kind", Says.AGENCY_KIND, "menu", choices=kinds, faults=faults),
        asked(request, "jurisdiction", Says.STATE, "menu", choices=states, faults=faults),
        asked(request, "time_zone", Says.TIME_ZONE, hint=Says.TIME_ZONE_HINT, faults=faults),
        asked(request, "hears", Says.HEARS, "boxes", choices=hears, faults=faults),
        asked(request, "ori", Says.ORI, hint=Says.ORI_HINT, faults=faults),
        asked(request, "phone", Says.PHONE, "tel", hint=Says.PHONE_HINT, faults=faults),
    ]
    if not is_new:
        active = [("yes", say(request, Says.AGENCY_WORKS))]
        found.append(asked(request, "is_active", Says.AGENCY_ACTIVE, "boxes", choices=active, faults=faults))
    return [*found, why(request, faults)]


def _agency_asked(request: HttpRequest) -> dict[str, Any]:
    hears = request.POST.getlist("hears")
    return {
        "jurisdiction": request.POST.get("jurisdiction", "")[:10],
        "time_zone": request.POST.get("time_zone", "").strip() or "UTC",
        "hears_civil": "civil" in hears,
        "hears_criminal": "criminal" in hears,
        "ori": request.POST.get("ori", "").strip()[:9],
        "phone": request.POST.get("phone", "").strip()[:40],
    }


@for_a_form
def new_agency(request: HttpRequest, actor: Actor) -> HttpResponse:
    """A form for a new agency."""

    def make() -> HttpResponse:
        administering.make_agency(
            actor,
            name=request.POST.get("name", "")[:200],
            kind=chosen(AgencyKind, request, "kind"),
            why=reason(request),
            **_agency_asked(request),
        )
        return redirect("administration")

    return form(request, Says.NEW_AGENCY, lambda faults: _agency_fields(request, faults, is_new=True), make)


@for_a_form
def change_agency(request: HttpRequest, actor: Actor, agency_id: str) -> HttpResponse:
    """A form for changing an agency."""
    agency = get_object_or_404(Agency, pk=agency_id)

    def change() -> HttpResponse:
        administering.change_agency(
            actor,
            agency.pk,
            why=reason(request),
            name=request.POST.get("name", "").strip()[:200],
            is_active="is_active" in request.POST,
            **_agency_asked(request),
        )
        return redirect("administration")

    def fields(faults: Faults) -> list[Field]:
        found = [one for one in _agency_fields(request, faults, is_new=False) if one.name != "kind"]
        if request.method == "GET":
            _fill_in(found, agency)
        return found

    return form(request, Says.CHANGE_AGENCY, fields, change)


def _fill_in(fields: list[Field], agency: Agency) -> None:
    """What the agency is now."""
    for one in fields:
        one.value = str(getattr(agency, one.name, ""))
        one.chosen = [one.value]
        if one.name == "hears":
            one.chosen = [str(kind.value) for kind in agency.kinds]
        elif one.name == "is_active":
            one.chosen = ["yes"] if agency.is_active else []
