"""The shipped law files: all there, all readable, each value resting on what it names."""

import subprocess
import sys
from datetime import date

import pytest

from stayaway.law import yaml12
from stayaway.law.load import known_jurisdictions, law_book, place_law
from stayaway.law.schema import ArrestRule, Cited, EndRule, Facts
from stayaway.model import Answer, Authority, SourceKind

STATES_AND_DC = 51


def test_every_state_and_dc_has_a_file() -> None:
    assert len(known_jurisdictions()) == STATES_AND_DC


@pytest.mark.parametrize("code", known_jurisdictions())
def test_a_place_is_read_whole(code: str) -> None:
    law = place_law(code)
    assert law.known
    assert law.code == law.file.jurisdiction == code
    assert law.time_zone.key != "UTC"
    assert {kind.value for kind in {instrument.track for instrument in law.file.instruments}} == {"civil", "criminal"}


@pytest.mark.parametrize("code", ["us-zz", None, "general", "us", "US-WA", "../us-wa"])
def test_a_place_without_a_file_has_the_general_rules(code: str | None) -> None:
    law = law_book().of(code)
    assert not law.known
    assert law.code == code
    assert law.criminal_ends.on_dismissal is EndRule.UNKNOWN
    assert law.criminal_modify.authority is not None
    assert law.criminal_modify.authority.kind is SourceKind.GENERAL


def test_the_general_rules_answer_for_every_fact_that_reasoning_needs() -> None:
    law = place_law(None)
    assert law.civil_renewal.must_ask_before_expiry is True
    assert law.civil_renewal.closes_after == "P0D"
    assert law.civil_modify.who == ("petitioner", "respondent")
    assert law.criminal_pretrial.asked_by == ("prosecutor", "court")
    assert law.consent_no_defense.stated is True
    assert law.violation_criminal.release_revocation is True
    assert law.violation_civil.arrest is ArrestRule.UNKNOWN
    for name in Facts.model_fields:
        fact = getattr(law.general.facts, name)
        if isinstance(fact, Cited):
            assert [authority.kind for authority in fact.rests_on] == [SourceKind.GENERAL], name


def test_a_value_rests_on_its_sources_best_and_newest_first() -> None:
    rests_on = place_law("us-wa").criminal_modify.rests_on
    assert [authority.kind for authority in rests_on] == [
        SourceKind.STATUTE,
        SourceKind.STATUTE,
        SourceKind.SECONDARY,
    ]
    assert [authority.as_of for authority in rests_on[:2]] == ["2026-02 copy", "2021"]


def test_a_value_that_cites_the_law_itself_is_cited_so() -> None:
    violation = place_law("us-wa").violation_civil
    assert violation.authority is not None
    assert violation.authority.cite == "RCW 7.105.450"
    assert violation.rests_on[1].cite != "RCW 7.105.450"


def test_a_source_without_a_date_counts_as_read_on_the_day_of_the_research() -> None:
    guide = [found for found in place_law("us-wa").civil_petitioners.rests_on if found.kind is SourceKind.GUIDE]
    assert guide[0].as_of == date(2026, 11, 22).isoformat()


def test_instruments_rest_on_their_sources_too() -> None:
    instrument = place_law("us-wa").instruments["wa-dvpo"]
    assert isinstance(instrument.authority, Authority)
    assert instrument.authority.cite.startswith("RCW 7.105")


def test_a_place_is_read_when_first_asked_about_and_once() -> None:
    assert place_law("us-vt") is law_book().of("us-vt")


def test_only_true_and_false_are_booleans() -> None:
    text = "{a: no, b: on, c: yes, d: true, e: 'true', f: 2024-01-02, g: 5000, h: ~}"
    assert yaml12.read(text) == {
        "a": "no",
        "b": "on",
        "c": "yes",
        "d": True,
        "e": "true",
        "f": "2024-01-02",
        "g": "5000",
        "h": None,
    }


def test_the_federal_layer_knows_an_intimate_partner() -> None:
    item = law_book().federal["firearms_intimate_partner"]
    assert {relationship.value for relationship in item.relationships} == {
        "spouse",
        "former_spouse",
        "child_in_common",
        "live_together",
        "lived_together",
    }
    assert item.authority.kind is SourceKind.SECONDARY


def test_help_lines_name_where_the_number_was_seen() -> None:
    lines = law_book().federal.file.help_lines
    assert {line.contact for line in lines} >= {"911", "1-800-799-7233", "1-800-656-4673"}
    assert all(line.source.startswith("https://") for line in lines)
    assert not any("855-812-1001" in str(line) or "64673" in str(line) for line in lines)


def test_a_sexual_assault_no_contact_order_may_be_continued_for_a_civil_petition() -> None:
    ends = place_law("us-wa").instruments["wa-sanco"].ends
    assert ends is not None
    assert ends.on_dismissal is EndRule.AUTOMATIC
    assert ends.may_be_continued_for == ("civil_petition",)
    assert ends.authority is not None
    assert ends.authority.cite == "RCW 9A.44.210(1)-(5)"


def test_an_instrument_without_a_rule_of_its_own_ends_as_the_place_says() -> None:
    law = place_law("us-wa")
    assert law.ends_of(law.instruments["wa-nco-pretrial"]) is law.criminal_ends
    assert law.ends_of(None) is law.criminal_ends
    assert law.ends_of(law.instruments["wa-harassment-nco"]).on_dismissal is EndRule.UNKNOWN


def test_a_dismissal_is_not_said_to_end_an_emergency_order_that_has_its_own_end() -> None:
    law = place_law("us-tx")
    assert law.ends_of(law.instruments["tx-moep"]).on_dismissal is EndRule.UNKNOWN


def test_a_value_names_the_source_that_decides_where_a_nearer_one_only_touches_it() -> None:
    rests_on = place_law("us-ny").criminal_ends.rests_on
    assert "Bleau" in rests_on[0].cite
    assert rests_on[1].kind is SourceKind.STATUTE


@pytest.mark.parametrize(
    ("place", "name", "told"),
    [
        ("us-tx", "criminal_ends", "bond conditions"),
        ("us-tx", "both_orders", "which order prevails"),
        ("us-ca", "violation_criminal", "Penal Code 166(c)"),
        ("us-ca", "both_orders", "Family Code 6457"),
    ],
)
def test_what_is_cited_for_a_value_is_about_it(place: str, name: str, told: str) -> None:
    authority = getattr(place_law(place), name).authority
    assert told in authority.cite


def test_the_ladder_of_enforcement_is_data() -> None:
    rungs = place_law("us-ca").both_orders.ladder
    assert [(rung.stage, rung.term, rung.kind, rung.when, rung.pick) for rung in rungs] == [
        ("emergency", None, None, "more_restrictive", None),
        (None, "no_contact", None, None, None),
        (None, None, "criminal", "both_kinds", "latest"),
        (None, None, "civil", None, "latest"),
    ]
    assert rungs[1].unqualified


@pytest.mark.parametrize(
    ("place", "pick", "day", "answer"),
    [
        ("us-wa", "criminal_ends", date(2024, 9, 11), Answer.YES),
        ("us-wa", "criminal_ends", date(2021, 6, 1), Answer.UNSURE),
        ("us-wa", "civil_renewal", date(2025, 12, 31), Answer.UNSURE),
        ("us-wa", "civil_renewal", date(2026, 1, 1), Answer.YES),
        ("us-ak", "civil_renewal", date(2022, 1, 1), Answer.YES),
        ("us-ak", "civil_renewal", date(2021, 12, 31), Answer.UNSURE),
        ("us-ca", "violation_civil", date(2025, 1, 1), Answer.UNSURE),
        ("us-zz", "criminal_ends", date(1999, 1, 1), Answer.YES),
    ],
)
def test_the_law_of_an_earlier_day_is_known_or_unsure(place: str, pick: str, day: date, answer: Answer) -> None:
    law = place_law(place)
    assert law.holds_on(getattr(law, pick), day) is answer


def test_an_instrument_holds_from_the_day_its_data_says() -> None:
    law = place_law("us-tx")
    assert law.holds_on(law.instruments["tx-moep"], date(2025, 12, 31)) is Answer.UNSURE
    assert law.holds_on(law.instruments["tx-moep"], date(2026, 1, 1)) is Answer.YES


def test_the_public_names_are_there_and_each_comes_from_its_module() -> None:
    import stayaway.law

    assert all(getattr(stayaway.law, name) is not None for name in stayaway.law.__all__)
    assert stayaway.law.place_law is place_law
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = stayaway.law.nothing_like_it


def test_importing_the_schema_does_not_load_the_rest() -> None:
    code = "import sys, stayaway.law.schema as s; print([m for m in sys.modules if m in ('rapidfuzz', 'yaml')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
