"""The six journeys, walked in both languages, with scripts and without, on a wide window and on a small phone."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import Visiting
from tests.browser.walking import DAY, Visitor

WAYS = [("en", True, 1280), ("en", False, 320), ("es", True, 320), ("es", False, 1280)]

SAID = {
    "en": {
        "which": ("CRIMINAL: this is a no-contact order",),
        "now": ("For: April 1, 2025", "IN FORCE “family-order”", "IN FORCE “criminal-order”"),
        "contact": ("NO. This is prohibited.", "For: April 1, 2025"),
        "lawyer": ("No order here forbids this.",),
        "change": ("Robin Example", "MAY ASK (the court decides)"),
        "mine": ("Next steps for Robin Example", "call 911"),
        "next": ("Next steps in Washington", "call 911", "Ask the civil court"),
        "place": ("The law of Washington", "Civil orders in Washington"),
        "compare": ("Two kinds of order, side by side", "A criminal court, as part of its case."),
        "faq": ("Four questions people ask", "Both count."),
        "beside": ("Washington", "California"),
    },
    "es": {
        "which": ("PENAL: esta es una orden de no contacto",),
        "now": ("1 de abril de 2025", "VIGENTE “family-order”", "VIGENTE “criminal-order”"),
        "contact": ("NO. Esto está prohibido.", "1 de abril de 2025"),
        "lawyer": ("Ninguna de las órdenes anotadas aquí prohíbe esto.",),
        "change": ("Robin Example", "PUEDE PEDIRLO (la corte decide)"),
        "mine": ("Próximos pasos para Robin Example", "llame al 911"),
        "next": ("Próximos pasos en Washington", "llame al 911", "Pida a la corte civil"),
        "place": ("La ley de Washington", "Órdenes civiles en Washington"),
        "compare": ("Dos tipos de orden, lado a lado", "Una corte penal, como parte de su caso."),
        "faq": ("Cuatro preguntas", "Las dos cuentan."),
        "beside": ("Washington", "California"),
    },
}


@pytest.fixture(params=WAYS, ids=lambda way: f"{way[0]}-{'scripts' if way[1] else 'no_scripts'}-{way[2]}")
def visitor(visiting: Visiting, request: pytest.FixtureRequest) -> Visitor:
    return visiting(*request.param)


def test_which_order_is_this(visitor: Visitor) -> None:
    said = SAID[visitor.language]
    visitor.begin("/which/")
    visitor.fill(title="No-Contact Order", caption="State v. Cole")
    visitor.send()
    visitor.reads(*said["which"])


def test_from_the_sample_to_what_governs_to_a_contact_to_who_can_change_it_to_the_next_steps(visitor: Visitor) -> None:
    said = SAID[visitor.language]
    visitor.open_sample()
    visitor.reads(*said["now"])

    visitor.follow("/contact/")
    visitor.fill(**{"from": "alex", "to": "robin", "by": "text", "about": "children", "on": DAY})
    visitor.send()
    visitor.reads(*said["contact"])
    visitor.follow("/contact/")
    visitor.fill(through="counsel")
    visitor.send()
    visitor.reads(*said["lawyer"])

    visitor.follow("/change/")
    visitor.choose("robin")
    visitor.reads(*said["change"])

    visitor.goto("/next/mine/")
    visitor.choose("robin")
    visitor.reads(*said["mine"])


def test_an_order_written_down_is_answered(visitor: Visitor) -> None:
    visitor.begin("/now/")
    visitor.pick("kind-civil")
    visitor.fill(place="us-wa")
    visitor.send("/papers/add/")
    visitor.reads("Washington")
    visitor.press(visitor.page.locator("main .actions button[name=done]"))
    assert urlsplit(visitor.page.url).path == "/now/"
    assert visitor.page.locator("main section.order").count() == 1


def test_the_next_steps_without_papers(visitor: Visitor) -> None:
    visitor.begin("/next/")
    visitor.pick("who-seeking_protection")
    visitor.fill(place="us-wa")
    visitor.send()
    visitor.reads(*SAID[visitor.language]["next"])


def test_the_law_of_a_place_and_of_two_side_by_side_and_the_quick_reference(visitor: Visitor) -> None:
    said = SAID[visitor.language]
    visitor.begin("/law/")
    visitor.follow("/law/us-wa/")
    visitor.reads(*said["place"])
    visitor.goto("/law/us-wa/all/")
    visitor.reads(*said["place"])
    visitor.goto("/law/")
    visitor.follow("/law/compare/")
    visitor.reads(*said["compare"])
    visitor.goto("/law/")
    visitor.follow("/law/questions/")
    visitor.reads(*said["faq"])
    visitor.goto("/law/beside/")
    visitor.fill(first="us-wa", second="us-ca")
    visitor.send()
    visitor.reads(*said["beside"])
    visitor.goto("/law/known/")
    visitor.reads("51")


@pytest.mark.parametrize("scripts", [True, False])
def test_the_language_changes_on_the_page_and_keeps_the_answer(visiting: Visiting, scripts: bool) -> None:
    visitor = visiting(scripts=scripts)
    visitor.open_sample()
    visitor.reads(*SAID["en"]["now"])
    visitor.language = "es"
    visitor.press(visitor.page.locator("button[name=language][value=es]"))
    visitor.reads(*SAID["es"]["now"])
    visitor.language = "en"
    visitor.press(visitor.page.locator("button[name=language][value=en]"))
    visitor.reads(*SAID["en"]["now"])
