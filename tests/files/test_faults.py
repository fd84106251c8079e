"""What is wrong with an order file, where, and what was likely meant."""

# One slip a line, however long.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from stayaway.files import FileFaults, read_text
from stayaway.files.codes import FileCode
from stayaway.law.load import law_book
from stayaway.wording.catalogue import every_sentence
from stayaway.wording.say import Speaker
from tests.files.book import TWO_ORDERS, codes, faults


def changed(old: str, new: str) -> str:
    """The two orders with one part changed."""
    assert old in TWO_ORDERS
    return TWO_ORDERS.replace(old, new, 1)


SLIPS = [
    # what stood there, what stands there now, code, path, nearest
    ("born: 1990-05-01", "born: 1990-02-30", "no_such_day", "people.rosa.born", None),
    ("born: 1990-05-01", "born: 05/01/1990", "not_a_day", "people.rosa.born", None),
    ("born: 1990-05-01", "born: 1990-5-1", "not_a_day", "people.rosa.born", "1990-05-01"),
    ("born: 1990-05-01", "born: 0090-05-01", "year_out_of_range", "people.rosa.born", None),
    ("name: Rosa Marin", "nmae: Rosa Marin", "unknown_key", "people.rosa.nmae", "name"),
    ("name: Rosa Marin", "name: [Rosa]", "wanted_text", "people.rosa.name", None),
    ("{name: Daniel Cole}", "Daniel Cole", "wanted_mapping", "people.dan", None),
    ("confidential: true", "confidential: maybe", "not_yes_or_no", "places.home.confidential", None),
    ("[47.6205, -122.3493]", "[91, -122]", "latitude", "places.home.at", None),
    ("[47.6205, -122.3493]", "[47, -181]", "longitude", "places.home.at", None),
    ("[47.6205, -122.3493]", "[nan, 1]", "not_a_position", "places.home.at", None),
    ("[47.6205, -122.3493]", "[1_0, 1]", "not_a_position", "places.home.at", None),
    ("[47.6205, -122.3493]", "47", "not_a_position", "places.home.at", None),
    ("jurisdiction: us-wa", "jurisdiction: us-wb", "unknown_jurisdiction", "jurisdiction", "us-wa"),
    ("jurisdiction: us-wa", "jurisdiction: WA", "jurisdiction_form", "jurisdiction", "us-wa"),
    ("jurisdiction: us-wa", "time_zone: Amerika/New_York\njurisdiction: us-wa", "unknown_time_zone", "time_zone", "America/New_York"),
    ("jurisdiction: us-wa", "time_zone: ../../passwd\njurisdiction: us-wa", "unknown_time_zone", "time_zone", None),
    ("kind: civil", "kind: cival", "unknown_kind", "cases.family.kind", "civil"),
    ("    kind: civil\n", "", "missing_key", "cases.family", None),
    ("    kind: civil\n", "    kind: null\n", "missing_key", "cases.family", None),
    ("petitioner: rosa", "petitioner: rose", "unknown_person", "cases.family.petitioner", "rosa"),
    ("petitioner: rosa", "petitioner: dan", "same_party_twice", "cases.family.respondent", None),
    ("petitioner: rosa", "petitioner: rosa\n    defendant: dan", "key_of_other_kind", "cases.family.defendant", None),
    ("witnesses: [sam]", "petitioner: sam", "key_of_other_kind", "cases.assault.petitioner", None),
    ("witnesses: [sam]", "witnesses: [sma]", "unknown_person", "cases.assault.witnesses[0]", "sam"),
    ("witnesses: [sam]", "witnesses: [[sam]]", "wanted_text", "cases.assault.witnesses[0]", None),
    ("witnesses: [sam]", "witnesses: ['']", "nothing_here", "cases.assault.witnesses[0]", None),
    ("category: domestic_violence", "category: domestic", "unknown_category", "cases.assault.charge.category", "domestic_violence"),
    ("level: misdemeanor", "level: misdemeanour", "unknown_level", "cases.assault.charge.level", "misdemeanor"),
    ("entry: charged", "entry: chargd", "unknown_case_entry", "cases.assault.docket[0].entry", "charged"),
    ("entry: charged", "entry: served", "entry_of_order", "cases.assault.docket[0].entry", None),
    ("{on: 2024-02-20, entry: charged}", "{entry: charged}", "missing_key", "cases.assault.docket[0]", None),
    ("on: 2024-02-20", "on: 2024-13-20", "no_such_day", "cases.assault.docket[0].on", None),
    ("on: 2024-02-20", "on: yesterday", "not_a_moment", "cases.assault.docket[0].on", None),
    ("on: 2024-02-20", "on: 2024-03-10T02:30", "no_such_time", "cases.assault.docket[0].on", None),
    ("on: 2024-02-20", "on: 2024-03-10T25:00", "no_such_time", "cases.assault.docket[0].on", None),
    ("on: 2024-02-20, entry: charged", "on: 2024-02-20, entry: probation_started, until: 2024-02-19", "ends_before_start", "cases.assault.docket[0].until", None),
    ("respondent: dan", "respondent: dan\n    docket: [{on: 2024-01-01, entry: convicted}]", "entry_of_other_kind", "cases.family.docket[0].entry", None),
    ("case: family", "case: famly", "unknown_case", "orders.civil.case", "family"),
    ("    case: family\n", "", "missing_key", "orders.civil", None),
    ("case: family\n    instrument: wa-dvpo", "case: assault\n    instrument: wa-dvpo", "instrument_of_other_kind", "orders.civil.instrument", None),
    ("instrument: wa-dvpo", "instrument: wa-dvpoo", "unknown_instrument", "orders.civil.instrument", "wa-dvpo (Domestic violence protection order)"),
    ("instrument: wa-dvpo", "instrument: order for protection", "instrument_ambiguous", "orders.civil.instrument", None),
    ("instrument: wa-dvpo", "instrument: no-contact order", "instrument_of_other_kind", "orders.civil.instrument", None),
    ("instrument: wa-dvpo", "instrument: ny-op", "instrument_elsewhere", "orders.civil.instrument", None),
    ("jurisdiction: us-wa\n", "", "instrument_needs_jurisdiction", "orders.civil.instrument", None),
    ("jurisdiction: us-wa\n", "jurisdiction: us-gu\n", "no_instruments_known", "orders.civil.instrument", None),
    ("instrument: wa-dvpo", "instrument: wa-dvpo\n    stage: temporary", "instrument_and_stage", "orders.civil.stage", "final"),
    ("instrument: wa-dvpo", "stage: pretrial", "stage_of_other_kind", "orders.civil.stage", None),
    ("stage: pretrial", "stage: final", "stage_of_other_kind", "orders.no-contact.stage", None),
    ("stage: pretrial", "stage: pre-trial", "unknown_stage", "orders.no-contact.stage", "pretrial"),
    ("stage: pretrial", "stage: pretrial\n    relationship: maried", "unknown_relationship", "orders.no-contact.relationship", None),
    ("stage: pretrial", "stage: pretrial\n    findings: {heard: perhaps}", "unknown_answer", "orders.no-contact.findings.heard", None),
    ("stage: pretrial", "stage: pretrial\n    claims: [{status: expired}]", "missing_key", "orders.no-contact.claims[0]", None),
    ("    restrained: dan\n    protects: [rosa]\n", "    protects: [rosa]\n", "missing_key", "orders.civil", None),
    ("protects: [rosa]", "protects: [rosa, dan]", "restrained_protected", "orders.civil.protects[1]", None),
    ("protects: [rosa]", "protects: [rosa, rsoa]", "unknown_person", "orders.civil.protects[1]", "rosa"),
    ("restrained: dan\n    protects: [rosa]", "restrained: sam\n    protects: [rosa]", "restrained_not_party", "orders.civil.restrained", None),
    ("restrained: dan\n    protects: [rosa, sam]", "restrained: sam\n    protects: [rosa]", "restrained_not_defendant", "orders.no-contact.restrained", "dan"),
    ("expires: 2025-03-01", "expires: 2024-02-29", "ends_before_issue", "orders.civil.expires", None),
    ("expires: 2025-03-01", "expires: nevr", "not_an_end", "orders.civil.expires", None),
    ("until: 2027-03-01", "until: 2023-03-01", "ends_before_issue", "orders.civil.docket[1].until", None),
    ("until: 2027-03-01", "until: 2024-12-01", "ends_before_entry", "orders.civil.docket[1].until", None),
    ("until: 2027-03-01", "until: 2025-02-20", "lengthened_to_earlier", "orders.civil.docket[1].until", None),
    ("renewed, until: 2027-03-01", "extended, until: 2025-02-28", "lengthened_to_earlier", "orders.civil.docket[1].until", None),
    ("renewed, until: 2027-03-01", "modified, until: 2025-02-09", "ends_before_entry", "orders.civil.docket[1].until", None),
    ("expires: 2025-03-01", "expires: never", "lengthened_but_permanent", "orders.civil.docket[1].until", None),
    (", until: 2027-03-01", "", "until_missing", "orders.civil.docket[1]", None),
    ("until: case_disposition", "until: case_disposal", "unknown_until", "orders.no-contact.until", "case_disposition"),
    ("on: 2024-03-04", "on: 2024-02-29", "entry_before_issue", "orders.civil.docket[0].on", None),
    ("on: 2024-03-04, entry: served", "on: 2024-03-02, entry: issued", "issued_disagree", "orders.civil.docket[0].on", None),
    ("entry: served", "entry: convicted", "entry_of_case", "orders.civil.docket[0].entry", None),
    ("entry: served", "entry: serve", "unknown_order_entry", "orders.civil.docket[0].entry", "served"),
    ("entry: served", "entry: served, terms: [no_abse]", "unknown_term", "orders.civil.docket[0].terms[0]", "no_abuse"),
    ("      - no_abuse\n", "      - no_abse\n", "unknown_term", "orders.civil.terms[0]", "no_abuse"),
    ("      - no_abuse\n", "      - no_contct: {}\n", "unknown_term", "orders.civil.terms[0].no_contct", "no_contact"),
    ("      - no_abuse\n", "      - {no_abuse: , no_contact: }\n", "term_several_kinds", "orders.civil.terms[0]", None),
    ("      - no_abuse\n", "      - other\n", "term_needs_text", "orders.civil.terms[0]", None),
    ("      - no_abuse\n", "      - other: ''\n", "term_needs_text", "orders.civil.terms[0].other", None),
    ("      - no_abuse\n", "      - [no_abuse]\n", "wanted_mapping", "orders.civil.terms[0]", None),
    ("      - no_abuse\n", "      -\n", "nothing_here", "orders.civil.terms[0]", None),
    ("      - no_abuse\n", "      - no_abuse: {toward: []}\n", "empty_list", "orders.civil.terms[0].no_abuse.toward", None),
    ("      - no_abuse\n", "      - no_abuse: {toward: dan}\n", "restrained_from_self", "orders.civil.terms[0].no_abuse.toward", None),
    ("      - no_abuse\n", "      - no_abuse: {toward: home}\n", "unknown_person", "orders.civil.terms[0].no_abuse.toward", None),
    ("      - no_abuse\n", "      - pay_support: no\n", "wanted_text", "orders.civil.terms[0].pay_support", None),
    ("      - no_abuse\n", "      - exchange: {required: yes, allowed: yes}\n", "exchange_both", "orders.civil.terms[0].exchange.allowed", None),
    ("      - no_abuse\n", "      - exchange: {allowed: no}\n", "exchange_both", "orders.civil.terms[0].exchange.allowed", None),
    ("      - no_abuse\n", "      - exchange: {at: home, place: home}\n", "two_names", "orders.civil.terms[0].exchange.place", None),
    ("by: text", "by: facbook", "unknown_channel", "orders.civil.terms[1].no_contact.except[0].by", "social_media"),
    ("by: text", "by: [text, emial]", "unknown_channel", "orders.civil.terms[1].no_contact.except[0].by[1]", "email"),
    ("{by: text, about: Children}", "{}", "empty_exception", "orders.civil.terms[1].no_contact.except[0]", None),
    ("{by: text, about: Children}", "{by: []}", "empty_list", "orders.civil.terms[1].no_contact.except[0].by", None),
    ("{by: text, about: Children}", "{by: text, subject: x}", "unknown_key", "orders.civil.terms[1].no_contact.except[0].subject", None),
    ("counsel, court", "lawyer, court", "unknown_exception", "orders.civil.terms[1].no_contact.except[1]", "counsel"),
    ("[home, work, rosa]", "[home, wrk, rosa]", "unknown_person_or_place", "orders.civil.terms[2].stay_away.from[1]", "work"),
    ("[home, work, rosa]", "[]", "empty_list", "orders.civil.terms[2].stay_away.from", None),
    ("of: home", "of: hom", "unknown_place", "orders.civil.terms[3].move_out.of", "home"),
    ("500 ft", "500", "distance_without_unit", "orders.civil.terms[2].stay_away.distance", None),
    ("500 ft", "500 fet", "unknown_unit", "orders.civil.terms[2].stay_away.distance", "feet"),
    ("500 ft", "0 ft", "distance_not_positive", "orders.civil.terms[2].stay_away.distance", None),
    ("500 ft", "-5 ft", "distance_not_positive", "orders.civil.terms[2].stay_away.distance", None),
    ("500 ft", "nan ft", "distance_not_positive", "orders.civil.terms[2].stay_away.distance", None),
    ("500 ft", "inf ft", "distance_not_positive", "orders.civil.terms[2].stay_away.distance", None),
    ("500 ft", "1e400 ft", "distance_not_positive", "orders.civil.terms[2].stay_away.distance", None),
    ("500 ft", "1_000 ft", "not_a_distance", "orders.civil.terms[2].stay_away.distance", None),
    ("500 ft", "e5 ft", "not_a_distance", "orders.civil.terms[2].stay_away.distance", None),
    ("500 ft", "far away", "not_a_distance", "orders.civil.terms[2].stay_away.distance", None),
    ("work: {label", "sam: {label", "person_and_place", "places.sam", None),
    ("sam: {name: Sam Ortiz}", "sam: {name: Sam Ortiz}\n  '': {}", "bad_id", 'people[""]', None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "near"), SLIPS, ids=[f"{s[2]}: {s[1].strip()[:30]}" for s in SLIPS]
)
def test_a_slip(old: str, new: str, code: str, path: str, near: str | None) -> None:
    found = [fault for fault in faults(changed(old, new)) if fault.code.value == f"file.{code}"]
    assert [fault.path for fault in found] == [path]
    (fault,) = found
    assert near is None or fault.nearest == near
    assert fault.file == "orders.yaml"
    line = changed(old, new).splitlines()[fault.line - 1]
    assert 1 <= fault.column <= len(line) + 1
    if fault.read is not None and code not in ("missing_key", "until_missing"):
        assert line[fault.column - 1 :].lstrip("'\"").startswith(fault.read[:20])


ALONE = {"missing_key", "unknown_case", "unknown_person_or_place", "person_and_place", "instrument_needs_jurisdiction"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [slip[:3] for slip in SLIPS if slip[2] not in ALONE],
    ids=[f"{s[2]}: {s[1].strip()[:30]}" for s in SLIPS if s[2] not in ALONE],
)
def test_a_slip_is_one_fault(old: str, new: str, code: str) -> None:
    found = codes(changed(old, new))
    extra = {
        "key_of_other_kind",
        "unknown_person",
        "instrument_of_other_kind",
        "stage_of_other_kind",
        "restrained_not_party",
        "restrained_not_defendant",
        "instrument_elsewhere",
        "unknown_jurisdiction",
        "jurisdiction_form",
        "instrument_needs_jurisdiction",
        "same_party_twice",
    }
    assert set(found) - extra <= {code}


def test_every_fault_at_once() -> None:
    text = TWO_ORDERS
    for old, new in [
        ("born: 1990-05-01", "born: 1990-02-30"),
        ("kind: civil", "kind: cival"),
        ("instrument: wa-dvpo", "stage: fnal"),
        ("protects: [rosa]", "protects: [rose]"),
        ("by: text", "by: facbook"),
        ("500 ft", "500"),
        ("until: case_disposition", "until: someday"),
        ("1000 ft", "1000 ft, form: x"),
    ]:
        text = text.replace(old, new, 1)
    assert codes(text) == [
        "no_such_day",
        "unknown_kind",
        "unknown_stage",
        "unknown_person",
        "unknown_channel",
        "distance_without_unit",
        "unknown_until",
        "unknown_key",
    ]


def test_faults_of_one_order_do_not_hide_each_other() -> None:
    """A key that is missing hides nothing else that is wrong in the same mapping."""
    text = TWO_ORDERS.replace("    restrained: dan\n    protects: [rosa]\n", "    protects: [rose]\n", 1)
    assert codes(text) == ["missing_key", "unknown_person"]


def test_what_is_possible_is_no_fault() -> None:
    """A hearing is set before the order; a renewal may be granted late; an end may be the day of issue."""
    for old, new in [
        ("on: 2024-03-04, entry: served", "on: 2024-02-01, entry: hearing_set, hearing: 2024-03-01"),
        ("on: 2025-02-10, entry: renewed", "on: 2025-03-10, entry: renewed"),
        ("expires: 2025-03-01", "expires: 2024-03-01\n    until: hearing"),
        ("on: 2024-03-04, entry: served", "on: 2024-03-01T00:30, entry: served"),
        ("on: 2024-03-04, entry: served", "on: 2024-03-01, entry: issued"),
        ("petitioner: rosa\n    respondent: dan", "respondent: rosa"),
        ("defendant: dan\n", "\n"),
    ]:
        assert codes(changed(old, new)) == []


def test_a_fault_says_what_was_read_what_was_meant_and_what_would_be_right() -> None:
    (fault,) = faults(changed("by: text", "by: facbook"))
    said = " ".join(Speaker().say(reason) for reason in fault.reasons())
    assert f"{fault.place}: {said}" == (
        "orders.yaml:37:36: “facbook” is not a way of contact that stayaway knows. Did you mean “social_media”? "
        "Wanted one of: in_person, phone, text, email, mail, social_media, gift, through_others, surveillance."
    )


@pytest.mark.parametrize(
    ("old", "new"), [slip[:2] for slip in SLIPS], ids=[f"{s[2]}: {s[1].strip()[:30]}" for s in SLIPS]
)
def test_every_fault_can_be_said(old: str, new: str) -> None:
    for fault in faults(changed(old, new)):
        for reason in fault.reasons():
            said = Speaker().say(reason)
            assert said
            assert "not known" not in said


def test_every_code_has_a_sentence() -> None:
    assert set(FileCode) <= set(every_sentence())


def test_no_fault_says_where_somebody_lives() -> None:
    wrongs = [
        ("address: 12 Elm Street", "adress: 12 Elm Street"),
        ("address: 12 Elm Street", "address: [12 Elm Street]"),
        ("address: 12 Elm Street", "address: {12 Elm Street: x}"),
        ("address: 12 Elm Street", "12 Elm Street: x"),
        ("address: 12 Elm Street", "12 Elm Street: x, 12 Elm Street: y"),
        ("address: 12 Elm Street", "address: 12 Elm Street, address: 12 Elm Street"),
        ("address: 12 Elm Street", "address: !x 12 Elm Street"),
        ("of: home", "of: 12 Elm Street"),
        ("work: {label: Rosa's work}", "work: 12 Elm Street"),
        ("work: {label: Rosa's work}", "work: {confidential: 12 Elm Street}"),
        ("of: home", "of: 12 elm street, by: 12 Elm Street"),
        ("[47.6205, -122.3493]", "[47.6205, -1229.3493]"),
        ("address: 12 Elm Street", "address: 12 Elm Street: x"),
        ("address: 12 Elm Street", 'address: "12 Elm Street'),
    ]
    for old, new in wrongs:
        with pytest.raises(FileFaults) as wrong:
            read_text(changed(old, new), "orders.yaml", law_book())
        shown = [str(wrong.value), repr(wrong.value)]
        shown += [Speaker().say(reason) for fault in wrong.value.faults for reason in fault.reasons()]
        for text in shown:
            assert "elm st" not in text.casefold(), new
            assert "1229" not in text
        assert wrong.value.__cause__ is None
        assert wrong.value.__suppress_context__ or wrong.value.__context__ is None
