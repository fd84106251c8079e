"""Every place through every question: what the answers say and cite is what the file of the place says.

What is expected is read from the data. A general rule may answer only where the data is silent.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import stayaway
from stayaway.api import moment
from stayaway.law import law_book, place_law
from stayaway.law.schema import ArrestRule, Asker, CivilRenewal, EndRule, EnforceableFrom, Instrument
from stayaway.model import Answer, Kind, OrderId, Reason, SourceKind
from stayaway.reasoning.authority import Act, Role, Ruling, RulingFinding
from stayaway.reasoning.codes.exposure import ExposureCode
from stayaway.reasoning.codes.guidance import GuidanceCode
from stayaway.reasoning.guidance import Audience, steps_without_papers
from stayaway.reasoning.renewal import renewal_window
from tests.cli.asking import answered
from tests.law.papers_of import ENDS, ON, PLACES, civil_text, criminal, instrument_of, instruments_of, of_type

ORDER = OrderId("order")
END = date.fromisoformat(ENDS)
SERVED, NOTICED = "{on: 2027-02-03, entry: served}", "{on: 2027-02-03, entry: noticed}"
DISMISSED = "{on: 2027-04-01, entry: dismissed}"

everywhere = pytest.mark.parametrize("code", PLACES)
TYPES = [(code, one) for code in PLACES for kind in Kind for one in instruments_of(code, kind)]
each_type = pytest.mark.parametrize(("code", "instrument"), TYPES, ids=[one.id for _, one in TYPES])


def test_every_place_has_both_kinds() -> None:
    assert {(code, one.track) for code, one in TYPES} == {(code, kind) for code in PLACES for kind in Kind}


# ---- now: is it in force, and can a break of it be punished? -----------------------------------------------------

ENFORCEABLE = {
    EnforceableFrom.ISSUANCE: (Answer.YES, Answer.YES, Answer.YES),
    EnforceableFrom.NOTICE: (Answer.UNSURE, Answer.YES, Answer.YES),
    EnforceableFrom.SERVICE: (Answer.UNSURE, Answer.NO, Answer.YES),
    EnforceableFrom.UNKNOWN: (Answer.UNSURE, Answer.UNSURE, Answer.YES),
}
"""By rule: where neither is written down, where the restrained person knew of the order, and where it was served."""


@each_type
def test_from_when_a_break_is_punished_is_the_rule_of_the_order_type(code: str, instrument: Instrument) -> None:
    for docket, expected in zip(((), (NOTICED,), (SERVED,)), ENFORCEABLE[instrument.enforceable_from], strict=True):
        found = stayaway.standing(of_type(code, instrument, *docket), "order", on=ON)
        assert found.in_force is Answer.YES
        assert found.enforceable is expected, docket
        cited = [reason.authority for reason in found.enforceable_reasons if reason.authority is not None]
        assert all(authority == instrument.authority for authority in cited)
        if instrument.enforceable_from is not EnforceableFrom.UNKNOWN:
            assert cited, docket


ENDED = {
    EndRule.AUTOMATIC: (Answer.NO, Answer.NO),
    EndRule.NEEDS_ORDER: (Answer.YES, Answer.UNSURE),
    EndRule.BY_ITS_TERMS: (Answer.UNSURE, Answer.NO),
    EndRule.UNKNOWN: (Answer.UNSURE, Answer.UNSURE),
}
"""By rule, on a dismissal: where the paper is silent, and where it says that it lasts until the end of the case."""


@each_type
def test_a_dismissal_does_what_the_place_says(code: str, instrument: Instrument) -> None:
    if instrument.track is Kind.CIVIL:
        return
    rules = place_law(code).ends_of(instrument)
    for until, expected in zip(("", "case_disposition"), ENDED[rules.on_dismissal], strict=True):
        found = stayaway.standing(criminal(code, case=DISMISSED, until=until, instrument=instrument.id), "order", on=ON)
        assert found.in_force is expected, until
        if rules.on_dismissal is not EndRule.UNKNOWN:
            assert rules.authority in [reason.authority for reason in found.reasons]
            assert rules.authority is not None
            assert rules.authority.kind is not SourceKind.GENERAL


# ---- contact: what can breaking it bring? -------------------------------------------------------------------------


def exposed(code: str, instrument: Instrument) -> dict[ExposureCode, Reason]:
    found = stayaway.exposure(of_type(code, instrument), "order", on=ON)
    return {one.reason.code: one.reason for one in found if isinstance(one.reason.code, ExposureCode)}


@each_type
def test_the_offense_its_weight_and_its_penalty_are_those_of_the_place(code: str, instrument: Instrument) -> None:
    law = place_law(code).violation_of(instrument.track, instrument)
    found = exposed(code, instrument)
    charges = [reason for code_, reason in found.items() if code_.name.startswith("CHARGE")]
    assert [str(reason.facts["offense"]) for reason in charges] == [law.offense]
    assert [reason.authority for reason in charges] == [law.authority]
    if law.grade is not None:
        assert str(charges[0].facts["grade"]) == law.grade
    penalties = [reason for code_, reason in found.items() if code_.name.startswith("PENALTY")]
    given = {name: value for name in ("max_jail", "max_fine") if (value := getattr(law, name)) is not None}
    assert [dict(reason.facts) for reason in penalties] == ([given] if given else [])
    assert all(reason.authority == law.authority for reason in penalties)


ARRESTS = {
    ArrestRule.MANDATORY: ExposureCode.ARREST_MANDATORY,
    ArrestRule.PERMITTED: ExposureCode.ARREST_PERMITTED,
    ArrestRule.UNKNOWN: ExposureCode.ARREST_UNKNOWN,
}


@each_type
def test_arrest_contempt_and_release_are_as_the_place_says(code: str, instrument: Instrument) -> None:
    law = place_law(code).violation_of(instrument.track, instrument)
    found = exposed(code, instrument)
    assert {code_ for code_ in ARRESTS.values() if code_ in found} == {ARRESTS[law.arrest]}
    if law.arrest is not ArrestRule.UNKNOWN:
        assert found[ARRESTS[law.arrest]].authority == law.authority
    contempt = {True: ExposureCode.CONTEMPT, False: ExposureCode.CONTEMPT_NOT_LISTED}
    if law.contempt != "unknown":
        assert found[contempt[law.contempt]].authority == law.authority
    if instrument.track is Kind.CRIMINAL and law.release_revocation is True:
        assert found[ExposureCode.RELEASE_REVOKED].authority == law.authority
    if instrument.track is Kind.CRIMINAL and law.release_revocation is False:
        assert ExposureCode.RELEASE_REVOKED not in found


@each_type
def test_every_way_to_a_felony_is_told_in_the_order_of_the_file(code: str, instrument: Instrument) -> None:
    law = place_law(code).violation_of(instrument.track, instrument)
    reasons = [one.reason for one in stayaway.exposure(of_type(code, instrument), "order", on=ON)]
    told = [
        (str(reason.facts.get("law", reason.facts.get("condition"))), reason.authority)
        for reason in reasons
        if isinstance(reason.code, ExposureCode) and reason.code.name.startswith("FELONY")
    ]
    assert told == [(text, law.authority) for text in law.felony_when]


# ---- steps: when may renewal be asked for? ------------------------------------------------------------------------


def days(rule: CivilRenewal, general: CivilRenewal) -> tuple[date | None, date | None]:
    """The first and the last day for asking, counted from what the rule says."""
    opens = rule.opens_before.before(END) if rule.opens_before is not None else None
    if rule.closes_after is not None:
        return opens, rule.closes_after.after(END)
    before = rule.must_ask_before_expiry
    before = general.must_ask_before_expiry if before is None else before
    return opens, END if before else None


@each_type
def test_the_days_for_asking_to_renew_are_those_of_the_place(code: str, instrument: Instrument) -> None:
    if instrument.track is Kind.CRIMINAL:
        return
    law = place_law(code)
    general = law.general.facts.civil_renewal
    assert general is not None
    rule = law.renewal_of(instrument)
    papers = of_type(code, instrument, SERVED)
    window = renewal_window(papers.orders[ORDER], law_book(), moment(ON))
    assert (window.opens, window.closes) == days(rule, general)
    steps = {step.reason.code: step for step in stayaway.steps(papers, "rosa", on=ON)}
    if window.opens is not None and window.opens > date.fromisoformat(ON):
        assert steps[GuidanceCode.RENEWAL_OPENS].by == window.opens
        assert steps[GuidanceCode.RENEWAL_OPENS].reason.authority == rule.authority
    is_open = window.opens is not None and window.opens <= date.fromisoformat(ON)
    asked = steps[GuidanceCode.RENEW_NOW if is_open else GuidanceCode.RENEWAL_BEFORE_END]
    assert asked.by == END
    if is_open or rule.must_ask_before_expiry is not None:
        assert asked.reason.authority == rule.authority


@each_type
def test_the_steps_cite_the_place(code: str, instrument: Instrument) -> None:
    law = place_law(code)
    found = {step.reason.code: step.reason for step in stayaway.steps(of_type(code, instrument), "rosa", on=ON)}
    broken = law.violation_of(instrument.track, instrument)
    assert found[GuidanceCode.REPORT_VIOLATION].authority == broken.authority
    assert found[GuidanceCode.ONLY_THE_COURT_CHANGES_IT].authority == law.consent_no_defense.authority
    assert law.help is not None
    assert found[GuidanceCode.LOCAL_HELP].authority == law.help.authority


@everywhere
def test_the_steps_of_who_seeks_protection_cite_the_place(code: str) -> None:
    own = place_law(code).own
    found = steps_without_papers(Audience.SEEKING_PROTECTION, law_book(), code, moment(ON))
    cited = {step.reason.code: step.reason.authority for step in found}
    assert own.civil_petitioners is not None
    assert cited[GuidanceCode.PETITION] == own.civil_petitioners.authority
    if own.fees is not None and own.fees.petition_free is True:
        assert cited[GuidanceCode.FILING_IS_FREE] == own.fees.authority


# ---- who: whom does the law let ask? ------------------------------------------------------------------------------

ROLES = {
    Asker.PROTECTED_PERSON: Role.PROTECTED_PERSON,
    Asker.RESTRAINED_PERSON: Role.RESTRAINED_PERSON,
    Asker.PROSECUTOR: Role.PROSECUTOR,
}


def asking(code: str, instrument: Instrument, role: Role) -> RulingFinding:
    found = stayaway.rulings(of_type(code, instrument), on=ON)
    return next(one for one in found if (one.role, one.act) == (role, Act.ASK_TO_CHANGE))


@each_type
def test_whom_the_place_names_may_ask_by_its_own_law(code: str, instrument: Instrument) -> None:
    law = place_law(code)
    rule = law.modify_of(instrument.track, instrument)
    for asker in rule.asks or ():
        if asker in ROLES:
            found = asking(code, instrument, ROLES[asker])
            assert found.ruling is Ruling.MAY_ASK, asker
            assert found.reasons[0].authority == rule.authority, asker


@each_type
def test_whom_the_place_leaves_out_may_not_ask(code: str, instrument: Instrument) -> None:
    sides = {
        Kind.CIVIL: (Asker.PROTECTED_PERSON, Asker.RESTRAINED_PERSON, Asker.PROSECUTOR),
        Kind.CRIMINAL: (Asker.PROTECTED_PERSON,),
    }
    rule = place_law(code).modify_of(instrument.track, instrument)
    for asker in sides[instrument.track]:
        if rule.asks is not None and asker not in rule.asks:
            assert asking(code, instrument, ROLES[asker]).ruling is Ruling.MAY_NOT, asker


# ---- and as programs get it ---------------------------------------------------------------------------------------


@everywhere
def test_the_documents_say_and_cite_the_same(code: str, tmp_path: Path) -> None:
    law, instrument = place_law(code), instrument_of(code, Kind.CIVIL)
    path = tmp_path / "orders.yaml"
    path.write_text(civil_text(code, SERVED), "utf-8")
    order = answered("now", str(path), "--on", ON)["orders"][0]
    assert (order["instrument"], order["name"], order["in_force"]) == (instrument.id, instrument.name, "yes")
    found = answered("contact", str(path), "--from", "dan", "--to", "rosa", "--by", "text", "--on", ON)
    assert found["prohibited"] == "yes"
    broken = law.violation_of(Kind.CIVIL, instrument)
    assert broken.authority is not None
    charge = next(one for one in found["exposure"] if one["code"].startswith("exposure.charge"))
    assert broken.offense in charge["text"]
    assert charge["authority"]["cite"] == broken.authority.cite
    assert charge["authority"]["kind"] != "general"
    json.dumps(found)
