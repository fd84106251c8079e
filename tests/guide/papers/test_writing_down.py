"""Orders written down by form: what becomes of them, and what is said where something is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http.response import HttpResponseBase
from django.test import Client

from stayaway.files import read_text
from stayaway.guide.papers.samples import SAMPLE
from stayaway.law.load import law_book
from stayaway.model import EVERY_CHANNEL, Channel, Kind, NoContact, Papers, StayAway, Unit
from tests.guide.browsing import html_of, shown

ROOT = Path(__file__).parents[3]
CIVIL = {
    "kind": "civil",
    "place": "us-wa",
    "type": "wa-dvpo",
    "issued": "2024-03-01",
    "expires": "2025-03-01",
    "terms": ["no_abuse", "no_contact"],
    "except": ["counsel", "children"],
    "except_by": ["text"],
    "near": ["person", "home"],
    "distance": "500",
    "unit": "ft",
    "served": "served",
    "served_on": "2024-03-04",
}
CRIMINAL = {
    "kind": "criminal",
    "place": "us-wa",
    "type": "stage:pretrial",
    "issued": "2024-02-21",
    "until": "case_disposition",
    "terms": ["no_contact"],
    "charge": "domestic_violence",
    "event1": "charged",
    "event1_on": "2024-02-20",
}


def write(client: Client, order: dict[str, Any], **more: Any) -> HttpResponseBase:
    client.post("/papers/add/", {"kind": order["kind"], "place": order["place"]})
    return client.post("/papers/new/", {**order, **more})


def copy_of(client: Client) -> Papers:
    kept = client.post("/papers/copy/")
    return read_text(html_of(kept), "kept", law_book())


def test_an_order_written_down_says_what_the_file_would(client: Client) -> None:
    assert write(client, CIVIL).headers["Location"] == "/now/"
    papers = copy_of(client)
    (order,) = papers.orders.values()
    assert (order.kind, order.instrument, order.case.jurisdiction) == (Kind.CIVIL, "wa-dvpo", "us-wa")
    no_contact = next(term for term in order.terms or () if isinstance(term, NoContact))
    assert no_contact.by == EVERY_CHANNEL
    assert [(one.about, one.by) for one in no_contact.exemptions if one.about] == [
        ("children", frozenset({Channel.TEXT}))
    ]
    stay_away = next(term for term in order.terms or () if isinstance(term, StayAway))
    assert stay_away.distance is not None
    assert (stay_away.distance.value, stay_away.distance.unit) == (500, Unit.FEET)


def test_nothing_ticked_means_that_the_terms_are_not_known(client: Client) -> None:
    write(client, {"kind": "criminal", "place": ""})
    (order,) = copy_of(client).orders.values()
    assert order.terms is None
    assert "NOT SURE" in shown(client.get("/now/"))


def test_two_orders_about_the_same_people_without_names(client: Client) -> None:
    assert write(client, CIVIL, more="1").headers["Location"] == "/papers/"
    add = client.post("/papers/add/", {"kind": "criminal", "place": ""})
    form = client.get(add.headers["Location"])
    assert 'value="us-wa" selected' in html_of(form)
    assert "Only if you chose “Somebody else” above." in shown(form)
    papers = copy_of(client)
    restrained, protected = map(str, papers.people)
    write(client, CRIMINAL, restrained=restrained, protected=protected)
    papers = copy_of(client)
    assert [order.kind for order in papers.orders.values()] == [Kind.CIVIL, Kind.CRIMINAL]
    assert len(papers.people) == 2
    page = shown(client.get("/now/"))
    assert "the restrained person" in page


def test_a_person_without_a_name_is_the_same_in_every_order(client: Client) -> None:
    write(client, CIVIL)
    write(client, CRIMINAL)
    assert len(copy_of(client).people) == 2


def test_the_orders_of_a_state_are_shown_without_scripts(client: Client) -> None:
    client.post("/papers/add/", {"kind": "civil", "place": ""})
    assert "wa-dvpo" not in html_of(client.get("/papers/new/"))
    looked = client.post("/papers/new/", {"kind": "civil", "place": "us-wa", "court": "A court", "look": "1"})
    assert looked.status_code == 200
    assert 'value="wa-dvpo"' in html_of(looked)
    assert 'value="A court"' in html_of(looked)


@pytest.mark.parametrize(
    ("wrong", "field", "told"),
    [
        ({"expires": "2023-01-01"}, "expires", "before the order was made"),
        ({"issued": "2024-02-31"}, "issued", "no day"),
        ({"distance": "far"}, "distance", "not a distance"),
        ({"served_on": ""}, "served_on", "Please fill this in"),
        ({"change1": "renewed", "change1_on": "2024-05-01"}, "change1_until", "new end is missing"),
        ({"type": "ca-dvro"}, "type", "order of California"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client: Client, wrong: dict[str, str], field: str, told: str) -> None:
    page = write(client, CIVIL, **wrong)
    assert page.status_code == 422
    html = html_of(page)
    assert f'id="{field}-wrong"' in html
    assert told in html.split(f'id="{field}-wrong"')[1].split("</span>")[0]
    assert 'value="2024-03-04"' in html or wrong.get("served_on") == ""
    assert "file" not in shown(page).split("Please look")[1].split("The paper")[0]


def test_an_order_can_be_changed_and_taken_out(client: Client) -> None:
    write(client, CIVIL)
    write(client, CRIMINAL)
    assert 'value="2025-03-01"' in html_of(client.get("/papers/1/"))
    client.post("/papers/1/", {**CIVIL, "expires": "2026-03-01"})
    first, second = copy_of(client).orders.values()
    assert str(first.expires) == "2026-03-01"
    assert second.kind is Kind.CRIMINAL
    client.post("/papers/1/remove/")
    papers = copy_of(client)
    assert [order.kind for order in papers.orders.values()] == [Kind.CRIMINAL]
    assert len(papers.cases) == 1
    client.post("/papers/1/remove/")
    assert "What do your orders say?" in shown(client.get("/now/"))


def test_a_dismissed_case_shows_in_its_order(client: Client) -> None:
    write(client, CRIMINAL, event2="dismissed", event2_on="2024-09-10")
    (order,) = copy_of(client).orders.values()
    assert [entry.event.value for entry in order.case.docket] == ["charged", "dismissed"]
    assert "NOT IN FORCE" in shown(client.get("/now/"))


def test_a_copy_can_be_opened_again(client: Client) -> None:
    write(client, CIVIL)
    before = copy_of(client)
    text = html_of(client.post("/papers/copy/"))
    client.post("/papers/delete/")
    assert "What do your orders say?" in shown(client.get("/papers/"))
    client.post("/papers/open/", {"file": SimpleUploadedFile("mine.yaml", text.encode())})
    assert copy_of(client) == before


def test_a_wrong_file_is_told_by_line_and_nothing_is_kept(client: Client) -> None:
    text = "people:\n  ann: {nam: Ann}\n"
    page = client.post("/papers/open/", {"file": SimpleUploadedFile("mine.yaml", text.encode())})
    assert page.status_code == 422
    assert "Line 2:" in shown(page)
    assert "Did you mean “name”?" in shown(page)
    assert "What do your orders say?" in shown(client.get("/now/"))


def test_deleting_forgets_what_was_written(client: Client) -> None:
    write(client, CIVIL, court="A court far away")
    client.post("/papers/delete/")
    assert client.get("/papers/1/").status_code == 404
    assert "far away" not in html_of(client.get("/papers/"))


def test_deleting_forgets_what_was_asked(client: Client) -> None:
    """The next papers may have a person of the same name."""
    for path in ("/change/", "/next/mine/"):
        client.post("/papers/sample/")
        client.post(path, {"person": "robin"})
        assert 'value="robin" selected' in html_of(client.get(path))
        client.post("/papers/delete/")
        client.post("/papers/sample/")
        assert 'value="robin" selected' not in html_of(client.get(path))


def test_what_is_written_is_text_and_never_markup(client: Client) -> None:
    write(client, CIVIL, restrained_name="<script>x</script>", other="<b>No pets</b>")
    for path in ("/now/", "/papers/", "/contact/", "/change/", "/papers/1/"):
        assert "<script>x" not in html_of(client.get(path))
        assert "<b>No" not in html_of(client.get(path))


def test_without_papers_the_journeys_ask_for_them(client: Client) -> None:
    for path in ("/now/", "/contact/", "/change/", "/next/mine/", "/papers/", "/papers/documents/"):
        assert "What do your orders say?" in shown(client.get(path))
    assert client.get("/papers/7/").status_code == 404


def test_the_sample_is_the_one_of_the_repository(client: Client) -> None:
    assert SAMPLE.read_bytes() == (ROOT / "samples" / "two-orders.yaml").read_bytes()
    client.post("/papers/sample/")
    assert "family-order" in shown(client.get("/now/"))
