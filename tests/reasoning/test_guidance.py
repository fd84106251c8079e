"""What somebody under an order is told to do next, and what holds for whoever reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from string import Formatter

import pytest

from stayaway.law.load import known_jurisdictions
from stayaway.model import (
    EVERY_CHANNEL,
    Answer,
    AsOf,
    CaseEntry,
    CaseEvent,
    Channel,
    Charge,
    ChargeCategory,
    Custody,
    Exemption,
    Findings,
    MoveOut,
    Never,
    NoAbuse,
    NoContact,
    Order,
    OrderEvent,
    OrderId,
    Other,
    PaySupport,
    PersonId,
    Place,
    PlaceId,
    Relationship,
    StayAway,
    SurrenderFirearms,
)
from stayaway.reasoning.codes.guidance import GuidanceCode as C
from stayaway.reasoning.guidance import Urgency
from stayaway.wording.say import Speaker
from stayaway.wording.sentences.guidance import SENTENCES
from tests.reasoning.making_orders import (
    DAN,
    ROSA,
    SAM,
    civil_case,
    civil_order,
    criminal_case,
    criminal_order,
    entry,
    on,
    papers_of,
    with_entries,
)
from tests.reasoning.steps_told import DROPPED, MAY_2024, codes, said, the, told, with_terms

# The restrained side.


@pytest.mark.parametrize("order", [civil_order(), criminal_order()])
def test_under_an_order_one_is_told_no_contact_even_if_they_make_it_and_to_call_a_lawyer(order: Order) -> None:
    text = said(papers_of(order), DAN)
    assert "Do not contact Rosa Marin in any way, even if they contact you first." in text
    assert "call your lawyer at once" in text
    assert codes(papers_of(order), DAN)[0] is C.NO_CONTACT


def test_with_several_protected_people_each_sentence_speaks_of_any_one_of_them() -> None:
    kept_apart = replace(civil_order(), protects=(ROSA, SAM))
    text = said(papers_of(kept_apart), DAN)
    assert "Do not contact Rosa Marin or Sam Ortiz in any way" in text
    assert "If Rosa Marin or Sam Ortiz contacts you: do not answer" in text
    assert "Do not send messages to Rosa Marin or Sam Ortiz" in text
    some_left = replace(kept_apart, terms=(NoContact(exemptions=(Exemption(about="children"),)),))
    assert "If Rosa Marin or Sam Ortiz contacts you in any other way" in said(papers_of(some_left), DAN)


def test_a_civil_order_is_contested_through_the_court_and_never_by_ignoring_it() -> None:
    found = codes(papers_of(civil_order()), DAN)
    assert C.OBEY_EVERY_TERM in found
    assert C.CONTEST_IN_COURT in found
    assert "never by ignoring" in said(papers_of(civil_order()), DAN)


def test_an_exception_counts_only_where_every_order_has_it() -> None:
    allowed = civil_order(terms=(NoContact(exemptions=(Exemption(about="children"),)),))
    assert C.NO_CONTACT not in codes(papers_of(allowed), DAN)
    assert C.NO_CONTACT_BEYOND_EXCEPTIONS in codes(papers_of(allowed), DAN)
    both = papers_of(allowed, criminal_order())
    assert the(C.NO_CONTACT, both, DAN).reason.facts["protected"] == (ROSA,)
    assert C.NO_CONTACT_BEYOND_EXCEPTIONS not in codes(both, DAN)


def test_an_order_that_has_ended_no_longer_takes_an_exception_away() -> None:
    allowed = civil_order(terms=(NoContact(exemptions=(Exemption(about="children"),)),))
    lifted = with_entries(criminal_order(), entry(OrderEvent.LIFTED, date(2024, 4, 1)))
    assert C.NO_CONTACT not in codes(papers_of(allowed, lifted), DAN)


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        (None, C.NO_CONTACT),
        ((NoContact(by=EVERY_CHANNEL - {Channel.MAIL}),), C.NO_CONTACT_BEYOND_EXCEPTIONS),
        ((StayAway(away_from=(ROSA,)),), C.NO_CONTACT_BEYOND_EXCEPTIONS),
    ],
)
def test_how_much_contact_is_left_follows_the_terms(terms: object, code: C) -> None:
    found = codes(papers_of(civil_order(terms=terms)), DAN)
    assert code in found
    assert len({C.NO_CONTACT, C.NO_CONTACT_BEYOND_EXCEPTIONS} & set(found)) == 1


def test_an_order_that_only_forbids_abuse_is_not_read_as_a_ban_on_contact() -> None:
    found = codes(with_terms(NoAbuse()), DAN)
    assert not {C.NO_CONTACT, C.NO_CONTACT_BEYOND_EXCEPTIONS} & set(found)
    assert C.OBEY_EVERY_TERM in found


def test_possible_jail_brings_the_right_to_an_appointed_lawyer_with_its_authority() -> None:
    step = the(C.APPOINTED_LAWYER, papers_of(criminal_order()), DAN)
    assert step.reason.authority is not None
    assert "Gideon v. Wainwright" in step.reason.authority.cite
    assert "public defender" in said(papers_of(criminal_order()), DAN)


@pytest.mark.parametrize(
    ("charge", "told_so"),
    [(None, True), (Charge(), True), (Charge(jail_possible=True), True), (Charge(jail_possible=False), False)],
)
def test_only_where_jail_is_ruled_out_is_the_right_to_a_lawyer_left_out(charge: Charge | None, told_so: bool) -> None:
    papers = papers_of(criminal_order(case=criminal_case(charge=charge)))
    assert (C.APPOINTED_LAWYER in codes(papers, DAN)) is told_so


def test_a_civil_order_alone_brings_no_right_to_an_appointed_lawyer() -> None:
    assert C.APPOINTED_LAWYER not in codes(papers_of(civil_order()), DAN)


def test_under_both_kinds_one_is_sent_to_the_criminal_defense_lawyer_about_both() -> None:
    both = papers_of(civil_order(), criminal_order())
    assert the(C.BOTH_ORDERS, both, DAN).reason.facts["orders"] == ("civil", "no-contact")
    assert "criminal defense lawyer about both" in said(both, DAN)
    assert C.BOTH_ORDERS not in codes(papers_of(civil_order()), DAN)


def test_when_it_is_unclear_whether_it_stands_it_is_treated_as_in_force() -> None:
    papers = papers_of(criminal_order(case=criminal_case(docket=(DROPPED,))))
    found = codes(papers, DAN)
    assert C.UNCLEAR_RESTRAINED in found
    assert C.NO_CONTACT in found
    assert "Treat it as in force" in said(papers, DAN)


def test_an_ended_order_is_not_told_as_if_in_force() -> None:
    after = on(2025, 3, 2)
    papers = papers_of(civil_order("us-wa"))
    found = codes(papers, DAN, after)
    assert the(C.ENDED_RESTRAINED, papers, DAN, after).reason.facts["on"] == date(2025, 3, 1)
    assert not {C.OBEY_EVERY_TERM, C.NO_CONTACT, C.STANDS_THROUGH, C.FIREARMS_FEDERAL} & set(found)


@pytest.mark.parametrize("person", [ROSA, DAN])
def test_an_order_in_force_is_not_told_as_ended(person: PersonId) -> None:
    ended = {C.ENDED_RESTRAINED, C.ENDED_RESTRAINED_NO_DAY, C.ENDED_PROTECTED, C.ENDED_PROTECTED_NO_DAY}
    for papers in (papers_of(civil_order()), papers_of(criminal_order())):
        assert not ended & set(codes(papers, person))


def test_a_change_whose_terms_are_not_known_leaves_no_exception_to_rely_on() -> None:
    allowed = civil_order(terms=(NoContact(exemptions=(Exemption(about="children"),)),))
    changed = with_entries(allowed, entry(OrderEvent.MODIFIED, date(2024, 4, 1)))
    assert C.NO_CONTACT in codes(papers_of(changed), DAN)
    assert C.NO_CONTACT not in codes(papers_of(changed), DAN, on(2024, 3, 31))


def test_a_criminal_case_that_is_over_brings_no_lawyer_and_no_prosecutor() -> None:
    papers = papers_of(criminal_order(case=criminal_case(docket=(DROPPED,))))
    for person, code in ((DAN, C.APPOINTED_LAWYER), (ROSA, C.ASK_PROSECUTOR_FOR_CONDITIONS)):
        assert code not in codes(papers, person)
        assert code in codes(papers, person, on(2024, 3, 31))


def test_an_order_that_is_yet_to_be_made_has_not_ended() -> None:
    papers = papers_of(civil_order())
    assert C.ENDED_RESTRAINED not in codes(papers, DAN, on(2024, 2, 1))
    assert C.OBEY_EVERY_TERM not in codes(papers, DAN, on(2024, 2, 1))


def test_a_fixed_end_is_a_dated_step_with_a_warning() -> None:
    step = the(C.STANDS_THROUGH, papers_of(civil_order()), DAN)
    assert step.by == date(2025, 3, 1)
    assert step.order == "civil"
    assert C.STANDS_THROUGH not in codes(papers_of(civil_order(expires=Never.NEVER)), DAN)


def test_duties_of_the_order_are_told_one_by_one() -> None:
    terms = (SurrenderFirearms(), MoveOut(PlaceId("home")), PaySupport("$300 a month"), Custody(), Other("No dogs."))
    papers = papers_of(civil_order(terms=terms), places=(Place(PlaceId("home"), "The house on Elm Street"),))
    text = said(papers, DAN)
    for words in ("may not have a firearm", "The house on Elm Street", "$300 a month", "children", "No dogs."):
        assert words in text


def test_a_confidential_place_is_never_named_to_the_restrained_side() -> None:
    home = Place(PlaceId("home"), "Rosa's new flat", confidential=True)
    papers = papers_of(civil_order(terms=(MoveOut(PlaceId("home")),)), places=(home,))
    assert C.MOVE_OUT in codes(papers, DAN)
    assert "flat" not in said(papers, DAN)
    assert all("home" not in step.reason.facts for step in told(papers, DAN))


def test_firearms_are_told_of_unless_the_federal_rule_cannot_apply() -> None:
    papers = papers_of(civil_order())
    step = the(C.FIREARMS_FEDERAL, papers, DAN)
    assert step.reason.authority is not None
    assert "922(g)(8)" in step.reason.authority.cite
    never_heard = papers_of(civil_order(findings=Findings(heard=Answer.NO)))
    dating = papers_of(civil_order(relationship=Relationship.DATING, terms=(NoAbuse(),)))
    assert C.FIREARMS_FEDERAL not in codes(never_heard, DAN)
    assert C.FIREARMS_FEDERAL not in codes(dating, DAN)


def test_the_restrained_side_is_shown_only_lines_that_speak_with_them() -> None:
    found = codes(papers_of(civil_order()), DAN)
    assert C.HOTLINE_FOR_OWN_CONDUCT in found
    assert not {C.OTHER_LINE, C.HOTLINE} & set(found)


def test_somebody_asked_into_court_without_an_order_yet_is_told_to_obey_and_to_go() -> None:
    case = civil_case(docket=(CaseEntry(CaseEvent.HEARING_SET, date(2024, 4, 1), hearing=date(2024, 5, 6)),))
    papers = papers_of(cases=(case,))
    found = codes(papers, DAN)
    assert {C.OBEY_THE_ORDER, C.GO_TO_EVERY_HEARING, C.CONTEST_THROUGH_THE_COURT} <= set(found)
    assert the(C.HEARING_RESTRAINED, papers, DAN).by == date(2024, 5, 6)


# Hearings.


@pytest.mark.parametrize(
    ("set_on", "hearing", "at", "wanted"),
    [
        (date(2024, 4, 20), date(2024, 5, 9), MAY_2024, date(2024, 5, 9)),
        (date(2024, 5, 9), None, MAY_2024, date(2024, 5, 9)),
        (date(2024, 5, 1), None, MAY_2024, date(2024, 5, 1)),
        (date(2024, 4, 20), date(2024, 4, 30), MAY_2024, None),
        (date(2024, 4, 20), None, MAY_2024, None),
        (date(2024, 5, 2), date(2024, 5, 9), MAY_2024, None),
        (date(2024, 4, 20), datetime(2024, 5, 2, 3, 30, tzinfo=UTC), MAY_2024, date(2024, 5, 1)),
    ],
)
def test_a_hearing_ahead_is_told_with_its_day(
    set_on: date, hearing: date | datetime | None, at: AsOf, wanted: date | None
) -> None:
    order = with_entries(civil_order(), entry(OrderEvent.HEARING_SET, set_on, hearing=hearing))
    for person, code in ((DAN, C.HEARING_RESTRAINED), (ROSA, C.HEARING_PROTECTED)):
        found = [step.by for step in told(papers_of(order), person, at) if step.reason.code is code]
        assert found == ([wanted] if wanted else [])


def test_a_hearing_set_on_an_order_that_its_court_has_ended_is_not_told() -> None:
    coming = entry(OrderEvent.HEARING_SET, date(2024, 4, 1), hearing=date(2024, 5, 9))
    order = with_entries(civil_order(), coming, entry(OrderEvent.TERMINATED, date(2024, 4, 20)))
    assert C.HEARING_PROTECTED not in codes(papers_of(order), ROSA)
    assert C.HEARING_PROTECTED in codes(papers_of(order), ROSA, on(2024, 4, 19))


def test_a_hearing_of_the_case_counts_once_for_two_orders_of_it() -> None:
    hearing = CaseEntry(CaseEvent.HEARING_SET, date(2024, 4, 20), hearing=date(2024, 5, 9))
    case = criminal_case(docket=(hearing,))
    papers = papers_of(criminal_order(case=case), criminal_order(case=case, id=OrderId("second")))
    assert codes(papers, DAN).count(C.HEARING_RESTRAINED) == 1


# Both sides at once, and neither.


def test_orders_in_both_directions_bring_the_steps_of_both_sides() -> None:
    other_way = replace(civil_order(id=OrderId("other-way")), restrained=ROSA, protects=(DAN,))
    papers = papers_of(civil_order(), other_way)
    for person in (ROSA, DAN):
        found = set(codes(papers, person))
        assert {C.ORDERS_BOTH_WAYS, C.OBEY_EVERY_TERM, C.REPORT_VIOLATION, C.CARRY_ORDER} <= found


def test_somebody_beside_the_papers_helps_carries_no_messages_and_reports() -> None:
    found = set(codes(papers_of(civil_order()), SAM))
    assert {C.HELP_THEM_ASK, C.CARRY_NO_MESSAGES, C.REPORT_ANY_VIOLATION, C.LAWYER_READS_THE_ORDERS} <= found
    assert not {C.OBEY_EVERY_TERM, C.RENEWAL_OPENS, C.PETITION} & found


def test_a_witness_is_sent_to_the_prosecutor() -> None:
    papers = papers_of(criminal_order(case=criminal_case(witnesses=(SAM,))))
    assert C.ASK_PROSECUTOR_FOR_CONDITIONS in codes(papers, SAM)


def test_a_witness_whom_the_order_protects_is_on_the_protected_side() -> None:
    order = replace(criminal_order(case=criminal_case(witnesses=(SAM,))), protects=(ROSA, SAM))
    assert C.REPORT_VIOLATION in codes(papers_of(order), SAM)


def test_papers_without_any_order_send_to_the_civil_court() -> None:
    assert C.PETITION in codes(papers_of(), ROSA)


# Order and wording.


def test_the_most_urgent_comes_first_and_nothing_twice() -> None:
    papers = papers_of(civil_order("us-wa"), criminal_order("us-wa"), civil_order("us-wa", id=OrderId("second")))
    for person in (ROSA, DAN, SAM):
        found = told(papers, person)
        assert [step.urgency for step in found] == sorted(step.urgency for step in found)
        keys = [(step.reason.code, tuple(step.reason.facts.items()), step.order) for step in found]
        assert len(keys) == len(set(keys))


def test_what_is_due_soon_moves_up() -> None:
    papers = papers_of(civil_order("us-ma"))
    assert the(C.RENEWAL_BEFORE_END, papers, ROSA, on(2025, 2, 14)).urgency is Urgency.LATER
    assert the(C.RENEWAL_BEFORE_END, papers, ROSA, on(2025, 2, 15)).urgency is Urgency.DUE


def test_every_code_has_a_sentence_whose_placeholders_are_among_the_facts() -> None:
    assert set(SENTENCES) == set(C)
    terms = (NoContact(), SurrenderFirearms(), MoveOut(), PaySupport(), PaySupport("a sum"), Other("x"), Custody())
    charged = criminal_case("us-tx", charge=Charge(category=ChargeCategory.DOMESTIC_VIOLENCE))
    for place in (None, *known_jurisdictions()):
        papers = papers_of(civil_order(place, terms=terms), criminal_order(case=charged))
        for person in (ROSA, DAN, SAM):
            for at in (MAY_2024, on(2025, 2, 20), on(2025, 4, 1)):
                for step in told(papers, person, at):
                    needed = {name for _, name, _, _ in Formatter().parse(SENTENCES[step.reason.code]) if name}
                    assert needed <= set(step.reason.facts), step.reason.code
                    assert "not known" not in Speaker(papers=papers).say(step.reason)


def test_no_step_blames_the_protected_side_or_shows_the_restrained_side_a_way_around() -> None:
    for sentence in SENTENCES.values():
        for word in ("your fault", "victim", "abuser", "loophole", "avoid being", "get away", "unless you want"):
            assert word not in sentence.casefold()
