"""Agencies: the courts, offices and programs in which there are posts."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django.db.models import Q

from stayaway.law.load import known_jurisdictions
from stayaway.model import Code
from stayaway.registry.accounts import acting
from stayaway.registry.accounts.models import Agency
from stayaway.registry.actors import Actor, AgencyKind
from stayaway.wording.accounts import AccountsCode as Says

from .acts import act
from .posts import leaves_nobody


def make_agency(actor: Actor, *, name: str, kind: AgencyKind, why: str, **more: Any) -> Agency:
    """A new agency. `more`: jurisdiction, time_zone, hears_civil, hears_criminal, ori, phone. Raises Refused."""
    agency = Agency(name=name.strip(), kind=kind.value, **more)
    with act(actor, why, _faults_of(agency)) as record:
        agency.save()
        record("make_agency", agency.pk)
    return agency


def change_agency(actor: Actor, agency_id: str, *, why: str, **changed: Any) -> Agency:
    """Change an agency; `is_active=False` ends the powers of all posts in it at once. Raises Refused."""
    agency = Agency.objects.get(pk=agency_id)
    for name, value in changed.items():
        setattr(agency, name, value)
    faults = _faults_of(agency)
    if not agency.is_active and leaves_nobody(Q(agency_id=agency_id)):
        faults[""] = Says.LAST_ADMINISTRATOR
    with act(actor, why, faults) as record:
        agency.save()
        record("change_agency", agency.pk, *sorted(changed))
    acting.forget_tokens()
    return agency


def _faults_of(agency: Agency) -> dict[str, Code]:
    faults: dict[str, Code] = {}
    if not agency.name:
        faults["name"] = Says.FILL_IN
    elif Agency.objects.filter(name=agency.name).exclude(pk=agency.pk).exists():
        faults["name"] = Says.NAME_TAKEN
    if agency.jurisdiction and agency.jurisdiction not in known_jurisdictions():
        faults["jurisdiction"] = Says.CHOOSE
    if agency.time_zone not in zoneinfo.available_timezones():
        faults["time_zone"] = Says.CHOOSE
    is_court = agency.kind == AgencyKind.COURT
    if is_court != (agency.hears_civil or agency.hears_criminal):
        faults["hears"] = Says.COURT_HEARS if is_court else Says.ONLY_A_COURT_HEARS
    return faults
