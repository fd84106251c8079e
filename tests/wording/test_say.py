"""Facts as a reader sees them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from stayaway.model import (
    Channel,
    Distance,
    Errand,
    Exemption,
    Never,
    OneOf,
    OrderId,
    Papers,
    Period,
    Person,
    PersonId,
    Place,
    PlaceId,
    Unit,
)
from stayaway.wording import Speaker, language
from stayaway.wording.periods import spell

ROSA, HOME = PersonId("rosa"), PlaceId("home")
PAPERS = Papers(
    people={ROSA: Person(ROSA, name="Rosa Marin")},
    places={HOME: Place(HOME, label="Rosa's home", confidential=True, address="12 Elm Street")},
    cases={},
    orders={},
)


@pytest.mark.parametrize(
    ("fact", "shown"),
    [
        (None, "not known"),
        (ROSA, "Rosa Marin"),
        (PersonId("dan"), "dan"),
        (HOME, "Rosa's home"),
        (OrderId("civil"), "“civil”"),
        (Channel.TEXT, "text message"),
        (Never.NEVER, "no end date"),
        (Distance(500, Unit.FEET), "500 feet"),
        (Period("P90D"), "90 days"),
        (date(2024, 3, 1), "March 1, 2024"),
        ((Channel.TEXT, Channel.EMAIL, Channel.GIFT), "text message, email, and gifts"),
        ((ROSA,), "Rosa Marin"),
        (OneOf((ROSA, PersonId("dan"))), "Rosa Marin or dan"),
        (OneOf((ROSA,)), "Rosa Marin"),
        (frozenset({Channel.PHONE, Channel.MAIL}), "mail and phone"),
        (3, "3"),
        (Exemption(errand=Errand.COUNSEL), "contact through lawyers"),
        (Exemption(about="children", by=frozenset({Channel.TEXT})), "contact about children (text message)"),
        (Exemption(through="rosa", when="Sundays"), "contact through Rosa Marin, Sundays"),
        (
            (Exemption(at=HOME, by=frozenset({Channel.PHONE, Channel.MAIL})), Exemption(errand=Errand.COURT)),
            "contact at Rosa's home (mail or phone) and being in court",
        ),
    ],
)
def test_a_fact_is_shown_in_words(fact: object, shown: str) -> None:
    assert Speaker(papers=PAPERS).show(fact) == shown


def test_an_instant_is_shown_in_the_courts_time_zone() -> None:
    midnight_in_london = datetime(2024, 7, 2, 0, 30, tzinfo=UTC)
    assert Speaker(zone=ZoneInfo("America/Los_Angeles")).show(midnight_in_london).startswith("July 1, 2024, 5:30")


@pytest.mark.parametrize(
    ("period", "english", "spanish"),
    [
        ("P90D", "90 days", "90 días"),
        ("P1D", "1 day", "1 día"),
        ("P2Y6M", "2 years and 6 months", "2 años y 6 meses"),
        ("P11M29D", "11 months and 29 days", "11 meses y 29 días"),
        ("PT72H", "72 hours", "72 horas"),
        ("P36M", "36 months", "36 meses"),
        ("P2W", "2 weeks", "2 semanas"),
        ("P0D", "0 days", "0 días"),
        ("P1Y0M", "1 year", "1 año"),
        ("PT1H30M", "1 hour and 30 minutes", "1 hora y 30 minutos"),
    ],
)
def test_a_duration_is_spelled_as_it_is_written(period: str, english: str, spanish: str) -> None:
    assert spell(Period(period), "en") == english
    assert spell(Period(period), "es") == spanish


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A Spanish catalogue for one test."""
    path = tmp_path / "es.po"
    monkeypatch.setattr(language, "_catalogue", lambda _: path)
    language.translator.cache_clear()
    yield path
    language.translator.cache_clear()


def test_a_language_is_added_by_its_file_alone(spanish: Path) -> None:
    assert not language.is_available("es")
    assert Speaker("es").show(Channel.PHONE) == "phone"
    language.translator.cache_clear()

    spanish.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "phone"\nmsgstr "teléfono"\n\nmsgid "mail"\nmsgstr ""\n\n#, fuzzy\nmsgid "email"\nmsgstr "correo"\n',
        encoding="utf-8",
    )
    assert language.is_available("es")
    speaker = Speaker("es")
    assert speaker.show(Channel.PHONE) == "teléfono"
    assert speaker.show(Channel.MAIL) == "mail", "what is not translated is said in English"
    assert speaker.show(Channel.EMAIL) == "email", "what a translator has yet to check is said in English"


def test_a_language_that_is_not_offered_reads_no_file() -> None:
    assert not language.is_available("../../etc")
    assert language.translator("../../etc")("phone") == "phone"


def test_speaking_loads_no_locale_data_until_a_date_or_a_list_is_shown() -> None:
    loaded = "import sys, stayaway.wording.say; sys.exit('babel' in sys.modules or 'pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0
