"""Which word of a name is which part: never wrong without being called a guess, and nothing of it is lost untold."""

from __future__ import annotations

import pytest
from lxml import etree

from stayaway.model import Person, PersonId
from stayaway.registry.exchange.outward.descriptors import Descriptors
from stayaway.registry.exchange.outward.name_parts import NameParts, parts_of
from stayaway.registry.exchange.outward.names import ncic_name
from stayaway.registry.exchange.outward.niem import NAMESPACES, niem_xml
from stayaway.wording.exchange import ExchangeCode as Code

from .orders_to_export import BOOK, DAN, DAY, ORDER, PEOPLE, an_order, papers_with

NOBODY = Descriptors()


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Daniel Cole, Jr", NameParts("Daniel", "", "Cole", True, "Jr")),
        ("Daniel Cole Jr.", NameParts("Daniel", "", "Cole", True, "Jr.")),
        ("Daniel Q. Cole, M.D.", NameParts("Daniel", "Q.", "Cole", True, "M.D.")),
        ("Cole Jr., Daniel", NameParts("Daniel", "", "Cole", False, "Jr.")),
        ("Cole, Daniel Quincy III", NameParts("Daniel", "Quincy", "Cole", False, "III")),
        ("Cole, Jr., Daniel", NameParts("Daniel", "", "Cole", True, "Jr.")),
        ("Cole, Daniel, III", NameParts("Daniel", "", "Cole", True, "III")),
        ("Cole, Daniel, Esq.", NameParts("Daniel", "", "Cole", True, "Esq.")),
        ("Cole, Daniel, Quincy", NameParts("Daniel", "Quincy", "Cole", True)),
        ("Cole, Daniel V", NameParts("Daniel", "V", "Cole", True)),
        ("Cole, Daniel, V", NameParts("Daniel", "", "Cole", True, "V")),
        ("de la Cruz, Ana Maria", NameParts("Ana", "Maria", "de la Cruz")),
        ("Cole, Daniel", NameParts("Daniel", "", "Cole")),
        ("Cole,", NameParts("", "", "Cole", True)),
        ("Cole, Jr", None),
        (", Daniel", None),
        ("Jr", None),
        (",", None),
        ("", None),
        (None, None),
    ],
)
def test_what_a_written_name_says_of_its_parts(written: str | None, parts: NameParts | None) -> None:
    assert parts_of(written, NOBODY) == parts


@pytest.mark.parametrize(
    ("written", "known", "parts"),
    [
        ("Daniel Cole", Descriptors(surname="Cole"), NameParts("Daniel", "", "Cole", True)),
        ("Cole, Daniel Quincy", Descriptors(surname="Cole"), NameParts("Daniel", "Quincy", "Cole", True)),
        ("Ana García López", Descriptors(surname="Garcia Lopez"), NameParts("Ana", "", "Garcia Lopez", True)),
        ("Daniel Cole, Jr.", Descriptors(surname="Cole"), NameParts("Daniel", "", "Cole", True, "Jr.")),
        ("Daniel Cole Jr.", Descriptors(surname="Cole Jr."), NameParts("Daniel", "", "Cole", True, "Jr.")),
        (
            "Daniel Q Cole",
            Descriptors(given="Daniel", surname="Cole"),
            NameParts("Daniel", "Q", "Cole", True),
        ),
        ("Daniel Cole", Descriptors(given="Daniel", surname="Cole"), NameParts("Daniel", "", "Cole")),
        ("Danny C.", Descriptors(given="Daniel", surname="Cole"), NameParts("Daniel", "", "Cole")),
        ("Danny Coles", Descriptors(surname="Cole"), NameParts("", "", "Cole", True)),
        ("Cole", Descriptors(surname="Cole"), NameParts("", "", "Cole")),
        (None, Descriptors(surname="Cole"), NameParts("", "", "Cole")),
    ],
)
def test_what_is_not_known_beside_the_surname_is_taken_from_the_name_as_a_guess(
    written: str | None, known: Descriptors, parts: NameParts
) -> None:
    assert parts_of(written, known) == parts


@pytest.mark.parametrize(
    ("written", "known", "entered", "told"),
    [
        ("Daniel Cole, Jr.", NOBODY, "COLE, DANIEL JR", {Code.NAME_GUESSED, Code.NAME_SUFFIX}),
        ("Cole III, Daniel", NOBODY, "COLE, DANIEL III", {Code.NAME_SUFFIX}),
        ("Cole, Daniel PhD", NOBODY, "COLE, DANIEL", {Code.NAME_SUFFIX}),
        ("Daniel Cole", Descriptors(surname="Cole"), "COLE, DANIEL", {Code.NAME_GUESSED}),
    ],
)
def test_the_worksheet_tells_of_every_guess_and_every_suffix(
    written: str, known: Descriptors, entered: str, told: set[Code]
) -> None:
    value, losses = ncic_name(Person(PersonId("p"), written), known)
    assert value == entered
    assert {one.code for one in losses} == told


@pytest.mark.parametrize(
    ("written", "known", "elements"),
    [
        ("Daniel Cole, Jr", NOBODY, {"PersonFullName": "Daniel Cole, Jr"}),
        ("Cole, Jr., Daniel", NOBODY, {"PersonFullName": "Cole, Jr., Daniel"}),
        (
            "Cole Jr., Daniel",
            NOBODY,
            {
                "PersonGivenName": "Daniel",
                "PersonSurName": "Cole",
                "PersonNameSuffixText": "Jr.",
                "PersonFullName": "Cole Jr., Daniel",
            },
        ),
        (
            "Daniel Cole",
            Descriptors(surname="Cole"),
            {"PersonSurName": "Cole", "PersonFullName": "Daniel Cole"},
        ),
    ],
)
def test_niem_holds_no_guess(written: str, known: Descriptors, elements: dict[str, str], niem: etree.XMLSchema) -> None:
    papers = papers_with(an_order(), {**PEOPLE, DAN: Person(DAN, written)})
    document = etree.fromstring(niem_xml(papers, ORDER, BOOK, DAY, people={DAN: known}))
    niem.assertValid(document)
    name = document.find("j:CourtOrderDesignatedSubject/nc:EntityPerson/nc:PersonName", NAMESPACES)
    assert name is not None
    assert {etree.QName(one).localname: one.text for one in name} == elements
