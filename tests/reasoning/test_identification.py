"""Which kind of order a paper is: from all its signs, and unsure where they do not settle it."""

from __future__ import annotations

import time
from dataclasses import replace
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stayaway.law.load import known_jurisdictions, law_book, place_law
from stayaway.law.paper_signs import PaperFact, paper_signs, read_paper_signs
from stayaway.model import Kind, Reason, SourceKind, Stage
from stayaway.model.paper import PaperFacts
from stayaway.reasoning.codes.identification import IdentificationCode as Code
from stayaway.reasoning.identification import Identification, identify, signs_to_look_for
from stayaway.wording.catalogue import sentence_of
from stayaway.wording.say import Speaker

CIVIL, CRIMINAL = Kind.CIVIL, Kind.CRIMINAL


def read(**facts: object) -> Identification:
    return identify(PaperFacts(**facts), law_book())  # type: ignore[arg-type]


def told(found: Identification) -> list[str]:
    return [item.reason.code.value.removeprefix("identification.") for item in found.evidence]


def test_the_no_contact_order_of_jefferson_county() -> None:
    found = read(
        jurisdiction="us-wa",
        title="No Contact Order",
        court="Jefferson County District Court",
        caption="State of Washington v. (defendant)",
        who_asked="prosecutor",
    )
    assert found.kind is CRIMINAL
    assert found.settle_by is None
    assert told(found) == ["name_criminal", "caption_criminal", "court_both", "who_asked_criminal"]


def test_a_civil_order_of_king_county() -> None:
    found = read(
        jurisdiction="us-wa",
        title="Domestic Violence Protection Order",
        court="King County Superior Court",
        caption="Rosa Marin, Petitioner v. Daniel Cole, Respondent",
        number="24-2-01234-5 SEA",
        who_asked="I did",
    )
    assert found.kind is CIVIL
    assert found.stage is Stage.FINAL
    assert found.instruments == ("wa-dvpo",)


@pytest.mark.parametrize(
    ("caption", "kind"),
    [
        ("State v. Cole", CRIMINAL),
        ("STATE OF WASHINGTON, Plaintiff, vs. DANIEL COLE, Defendant", CRIMINAL),
        ("The People of the State of New York against Daniel Cole", CRIMINAL),
        ("People v Cole", CRIMINAL),
        ("Commonwealth vs. Cole", CRIMINAL),
        ("United States of America v. Cole", CRIMINAL),
        ("City of Seattle v. Cole", CRIMINAL),
        ("El Pueblo de Puerto Rico v. Cole", CRIMINAL),
        ("Rosa Marin v. Daniel Cole", CIVIL),
        ("In re the Marriage of Marin and Cole", CIVIL),
        ("In the Matter of a Family Offense Proceeding, Rosa Marin, Petitioner, against Daniel Cole", CIVIL),
        ("State Farm Insurance v. Cole", CIVIL),
        ("Statesman v. Cole", CIVIL),
        ("State ex rel. Rosa Marin v. Daniel Cole", None),
        ("Cole v. State of Ohio", None),
        ("Superior Court of King County, Rosa Marin v. Cole", None),
        ("County of King, State of Washington, Rosa Marin v. Cole", None),
        ("Cole", None),
        ("v.", None),
        ("", None),
    ],
)
def test_a_caption_tells_who_stands_against_whom(caption: str, kind: Kind | None) -> None:
    assert read(caption=caption).kind is kind


@pytest.mark.parametrize(
    ("jurisdiction", "court", "number", "kind"),
    [
        ("us-wa", None, "24-1-01234-5", CRIMINAL),
        ("us-wa", None, "24-2-01234-5 SEA", CIVIL),
        ("us-wa", None, "24-3-01234-5 KNT", CIVIL),
        ("us-wa", None, "24-5-01234-5", None),
        ("us-or", None, "24-2-01234-5", None),
        ("us-wa", "Seattle Municipal Court", "24-2-01234", None),
        ("us-wa", None, "671234", None),
        (None, None, "CR-2024-0012", CRIMINAL),
        (None, None, "2024CF001234", CRIMINAL),
        (None, None, "24CV01234", CIVIL),
        (None, None, "PO-2024-12", CIVIL),
        (None, None, "CRANE-12", None),
    ],
)
def test_a_case_number_tells_by_its_marks(
    jurisdiction: str | None, court: str | None, number: str, kind: Kind | None
) -> None:
    assert read(jurisdiction=jurisdiction, court=court, number=number).kind is kind


@pytest.mark.parametrize(
    ("court", "jurisdiction", "kind"),
    [
        ("Kings County Family Court", "us-ny", CIVIL),
        ("Family Court of the State of Delaware", "us-de", None),
        ("Family Court of the First Circuit", "us-hi", None),
        ("Probate and Family Court", "us-ma", CIVIL),
        ("New York City Criminal Court", "us-ny", CRIMINAL),
        ("Superior Court, Criminal Division", None, CRIMINAL),
        ("King County Superior Court", "us-wa", None),
        ("Lynchburg Juvenile and Domestic Relations District Court", "us-va", None),
        ("Integrated Domestic Violence Court", "us-ny", None),
        ("Seattle Municipal Court", "us-wa", None),
    ],
)
def test_a_court_tells_only_where_it_hears_one_kind(court: str, jurisdiction: str | None, kind: Kind | None) -> None:
    assert read(court=court, jurisdiction=jurisdiction).kind is kind


@pytest.mark.parametrize(
    ("title", "jurisdiction", "kind"),
    [
        ("Order of Protection", "us-ny", None),
        ("Order of Protection", None, None),
        ("Protective Order", "us-tx", None),
        ("Domestic violence RESTRAINING-order after hearing", "us-ca", CIVIL),
        ("D.V.R.O.", "us-ca", CIVIL),
        ("Criminal Protective Order (Pending Case)", "us-ca", CRIMINAL),
        ("No-Contact Order", "us-wa", CRIMINAL),
        ("No-Contact Order", None, CRIMINAL),
        ("Stalking No Contact Order", "us-il", None),
        ("Stalking No-Contact Order", "us-wa", CRIMINAL),
        ("Stalking No-Contact Order", None, None),
        ("Civil No Contact Order", None, CIVIL),
        ("No Contact Order", "us-il", None),
        ("Magistrate's Order for Emergency Protection", "us-tx", CRIMINAL),
        ("Restraining Order", None, CIVIL),
        ("Conditions of Release", None, CRIMINAL),
        ("Orden de no contacto", None, CRIMINAL),
        ("ORDEN DE RESTRICCIÓN", None, CIVIL),
        ("Orden de alejamiento", None, None),
        ("Orden de protección", None, None),
        ("Order", "us-wa", None),
    ],
)
def test_a_title_is_read_as_its_place_uses_it(title: str, jurisdiction: str | None, kind: Kind | None) -> None:
    assert read(title=title, jurisdiction=jurisdiction).kind is kind


@pytest.mark.parametrize("place", known_jurisdictions())
def test_every_official_name_is_known_for_its_kind_or_as_a_name_of_both(place: str) -> None:
    """An order's own full name never leads to the other kind."""
    for instrument in place_law(place).file.instruments:
        found = read(jurisdiction=place, title=instrument.name)
        assert found.kind in (instrument.track, None), instrument.id
        assert instrument.id in found.instruments, instrument.id


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("the prosecutor", CRIMINAL),
        ("District Attorney's office", CRIMINAL),
        ("the State", CRIMINAL),
        ("nobody, the judge alone", CRIMINAL),
        ("I did", CIVIL),
        ("her mother", CIVIL),
        ("petitioner", CIVIL),
        ("the protected person", CIVIL),
        ("police", None),
        ("the state police", None),
        ("I asked the prosecutor", None),
        ("no idea", None),
    ],
)
def test_who_asked_tells_where_only_one_kind_can_be_asked_for(who: str, kind: Kind | None) -> None:
    assert read(who_asked=who).kind is kind


@pytest.mark.parametrize(
    ("conditions", "kind", "stage"),
    [
        (("condition of bail",), CRIMINAL, Stage.PRETRIAL),
        (("Released on own recognizance", "until trial"), CRIMINAL, Stage.PRETRIAL),
        (("report to the probation officer",), CRIMINAL, Stage.PROBATION),
        (("suspended sentence",), CRIMINAL, Stage.SENTENCE),
        (("bail", "probation"), CRIMINAL, None),
        (("bajo fianza",), CRIMINAL, Stage.PRETRIAL),
        (("until the hearing",), None, None),
        (("the Respondent shall move out",), CIVIL, None),
    ],
)
def test_conditions_tell_the_stage_too(conditions: tuple[str, ...], kind: Kind | None, stage: Stage | None) -> None:
    found = read(conditions=conditions)
    assert (found.kind, found.stage) == (kind, stage)


@pytest.mark.parametrize(
    ("facts", "kind", "settle"),
    [
        ({}, None, Code.SETTLE_NOTHING_FOUND),
        ({"court": "Superior Court"}, None, Code.SETTLE_NOTHING_FOUND),
        ({"caption": "State v. Cole", "who_asked": "I did"}, None, Code.SETTLE_CONFLICT),
        ({"court": "Municipal Court"}, None, Code.SETTLE_TOO_WEAK),
        ({"court": "Municipal Court", "number": "24-M-12"}, CRIMINAL, None),
        ({"court": "Municipal Court", "number": "FA-24-12"}, None, Code.SETTLE_CONFLICT),
        ({"caption": "State v. Cole", "number": "FA-24-12"}, CRIMINAL, None),
        ({"who_asked": "I did", "court": "Municipal Court", "number": "24-M-12"}, CIVIL, None),
    ],
)
def test_a_strong_sign_decides_weak_ones_only_together_and_strong_against_strong_nothing(
    facts: dict[str, str], kind: Kind | None, settle: Code | None
) -> None:
    found = read(**facts)
    assert found.kind is kind
    assert (found.settle_by.code if found.settle_by else None) is settle


def test_adding_a_strong_sign_of_the_other_kind_never_leaves_an_answer_standing() -> None:
    for other in (
        {"court": "Family Court"},
        {"number": "24CV1"},
        {"title": "Petition"},
        {"who_asked": "her sister"},
        {"signed_by": "Judge, Family Division"},
    ):
        assert read(caption="State v. Cole", **other).kind is None


def test_the_stage_comes_only_from_signs_of_the_kind_that_was_found() -> None:
    found = read(caption="State v. Cole", conditions=("until the hearing",))
    assert (found.kind, found.stage) == (CRIMINAL, None)


def test_what_fits_is_offered_by_kind_and_stage() -> None:
    found = read(jurisdiction="us-wa", caption="State v. Cole", conditions=("judgment, sentence",))
    expected = [
        item.id
        for item in place_law("us-wa").file.instruments
        if (item.track, item.stage) == (CRIMINAL, Stage.SENTENCE)
    ]
    assert list(found.instruments) == expected
    assert read(jurisdiction="us-wa").instruments == ()
    assert read(caption="State v. Cole").instruments == ()


def test_evidence_says_which_fact_and_rests_on_something() -> None:
    found = read(
        jurisdiction="us-wa",
        title="Petition",
        court="Family Court",
        caption="A v. B",
        number="24-2-01234-5",
        who_asked="me",
        conditions=("respondent shall",),
        signed_by="Family Division",
    )
    assert [item.fact for item in found.evidence] == [
        "title",
        "caption",
        "court",
        "number",
        "who_asked",
        "conditions",
        "signed_by",
    ]
    (number,) = [item.reason.authority for item in found.evidence if item.fact == "number"]
    (caption,) = [item.reason.authority for item in found.evidence if item.fact == "caption"]
    assert number is not None
    assert number.kind is SourceKind.OFFICIAL
    assert caption is not None
    assert caption.kind is SourceKind.GENERAL


def test_a_sign_for_one_place_has_a_source_that_is_no_mere_practice() -> None:
    signs = paper_signs()
    for sign in signs.signs:
        if sign.only_in:
            assert "practice" not in sign.source, sign
        assert set(sign.only_in) | set(sign.not_in) <= set(known_jurisdictions())


def test_every_sign_and_every_code_can_be_said() -> None:
    for sign in paper_signs().signs:
        for word in sign.words or (sign.shape or "",):
            shown = word.replace("9", "1") if sign.shape else word
            given = {str(sign.fact): (shown,) if sign.fact == "conditions" else shown}
            found = read(jurisdiction=(*sign.only_in, None)[0], **given)
            assert sign.kind in {item.points_to for item in found.evidence if item.fact == sign.fact}, (sign.fact, word)
            for item in found.evidence:
                said(item.reason)
    for reason in (*signs_to_look_for(), *(read(**facts).settle_by for facts in ({}, {"court": "Municipal Court"}))):
        assert reason is not None
        said(reason)
    assert [code for code in Code if not sentence_of(code).strip()] == []


def said(reason: Reason) -> str:
    wanted = {name for _, name, _, _ in Formatter().parse(sentence_of(reason.code)) if name}
    assert wanted <= reason.facts.keys(), reason.code
    return Speaker().say(reason)


def test_what_to_look_for_covers_every_fact_of_a_paper() -> None:
    found = {reason.code for reason in signs_to_look_for()}
    assert {code for code in Code if code.name.startswith("LOOK_")} == found
    assert len(found) == len(PaperFact.__args__) + 1  # type: ignore[attr-defined]


TEXT = st.text(max_size=60) | st.sampled_from(
    [
        "State v. Cole",
        "A v. B",
        "CR-1",
        "24CV1",
        "bail",
        "Family Court",
        "petition",
        "Order of Protection",
        "prosecutor",
    ]
)
PAPERS = st.builds(
    PaperFacts,
    jurisdiction=st.sampled_from(["us-wa", "us-ny", "us-il", "us-zz", None]),
    title=TEXT | st.none(),
    court=TEXT | st.none(),
    caption=TEXT | st.none(),
    number=TEXT | st.none(),
    who_asked=TEXT | st.none(),
    conditions=st.lists(TEXT, max_size=3).map(tuple),
    signed_by=TEXT | st.none(),
)


@given(PAPERS)
def test_an_answer_always_has_evidence_and_no_answer_always_says_who_can_settle_it(paper: PaperFacts) -> None:
    found = identify(paper, law_book())
    assert (found.kind is None) == (found.settle_by is not None)
    if found.kind is not None:
        assert found.kind in {item.points_to for item in found.evidence}
    else:
        assert found.stage is None


@given(PAPERS)
def test_case_accents_and_punctuation_do_not_matter(paper: PaperFacts) -> None:
    if all((text or "").isascii() for text in (paper.title, paper.court, paper.caption, paper.number, paper.who_asked)):
        louder = replace(
            paper, caption=paper.caption and paper.caption.upper(), title=paper.title and paper.title.upper()
        )
        assert identify(louder, law_book()).kind is identify(paper, law_book()).kind


def test_long_and_hostile_text_is_read_in_no_time() -> None:
    started = time.perf_counter()
    for text in ("v " * 500_000, "(" * 1_000_000, "a" * 1_000_000, "state of " * 200_000, "\u0301" * 1_000_000):
        read(
            jurisdiction="us-wa",
            title=text,
            court=text,
            caption=text,
            number=text,
            who_asked=text,
            conditions=(text,) * 1000,
            signed_by=text,
        )
    assert time.perf_counter() - started < 5


def test_no_more_conditions_are_read_than_a_paper_has() -> None:
    assert len(read(conditions=("bail",) * 1000).evidence) < 100


def test_a_sign_file_with_a_fault_is_refused() -> None:
    good = (
        "sources: {s: {title: T, kind: general}}\nbetween_sides: [v]\ngovernment: [state]\nacting_for: [for]\n"
        "signs: [{fact: title, words: [x], points_to: civil, source: [s]}]\n"
    )
    assert read_paper_signs(good).signs[0].authority is not None
    for wrong in (
        good.replace("source: [s]", "source: [t]"),
        good.replace("words: [x]", "shape: 99-9"),
        good.replace("words: [x], ", ""),
        good.replace("civil", "family"),
    ):
        with pytest.raises(ValueError, match=r"source|shape|words|points_to"):
            read_paper_signs(wrong)
