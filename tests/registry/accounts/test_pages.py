"""The pages: who reaches which, in both languages, with nothing that is not ours to say."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.test import Client

from stayaway.registry.accounts import inviting
from stayaway.registry.accounts.acting import SCOPES
from stayaway.registry.accounts.asking import MENU, begins_at
from stayaway.registry.accounts.models import Account, Agency, Holding
from stayaway.registry.accounts.models import Client as MachineClient
from stayaway.registry.actors import PARTY_POSTS, AgencyKind, Post
from stayaway.registry.models import Access
from tests.registry.accounts.deeds import administrators_post
from tests.registry.pages import html_of, shown
from tests.registry.signing_in import PASSWORD, code_now, enrol, holding_of, new_account, new_agency, signed_in

WHY = "because the test says so"
ENGLISH = re.compile(
    r"\b(the|your|you|this|is|are|and|or|of|with|not|to|it|sign|password|code|email|account|wait|try|please|new|"
    r"post|save|agency|name|until|ended|menu|administrator|clerk(?!\)))\b",
    re.IGNORECASE,
)
OWN = (
    "/account/",
    "/account/post/",
    "/account/sessions/",
    "/account/password/",
    "/account/codes/new/",
    "/account/confirm/",
)
LIST = re.compile(r"/administration/(accounts/u\w+/)?")


@pytest.fixture
def ada() -> Holding:
    Agency.objects.create(name="Example Oversight", kind=AgencyKind.OVERSIGHT.value)
    return administrators_post()


def reading(post: Holding, language: str = "en", *, confirmed: bool = True) -> Client:
    Account.objects.filter(pk=post.account_id).update(language=language)
    return signed_in(post.account, post, confirmed=confirmed)


def administration(post: Holding) -> Iterator[str]:
    """Every page of administration, about somebody."""
    somebody = new_account("rosa@example.org", name="Rosa Inventada")
    court = new_agency("Corte de Prueba")
    clerk = holding_of(somebody, Post.CIVIL_CLERK, court)
    judge = Holding.objects.create(
        account=somebody, post=Post.JUDGE.value, agency=court, awaits_second=True, asked_by="u0"
    )
    invitation, _ = inviting.make(somebody, asked_by="u0", awaits=True)
    client = MachineClient.objects.create(
        id="m01", name="Programa de Prueba", holding=clerk, digest="d", scopes=" ".join(SCOPES), expires=clerk.since
    )
    yield from (
        "/administration/",
        "/administration/agencies/new/",
        f"/administration/agencies/{court.pk}/",
        "/administration/accounts/new/",
        f"/administration/accounts/{somebody.pk}/",
        f"/administration/accounts/{somebody.pk}/link/",
        f"/administration/accounts/{somebody.pk}/post/",
        f"/administration/posts/{clerk.pk}/client/",
        f"/administration/end/post/{clerk.pk}/",
        f"/administration/end/account/{somebody.pk}/",
        f"/administration/end/client/{client.pk}/",
        f"/administration/confirm/post/{judge.pk}/",
        f"/administration/confirm/invitation/{invitation.pk}/",
    )
    assert post.pk


def english_in(html: str) -> set[str]:
    """English words of a page besides those in names, addresses and the other language's own name."""
    text = re.sub(r"<(style|script)\b.*?</\1>", "", html, flags=re.DOTALL)
    text = re.sub(r'<option value="us-.*?</option>', "", text)  # the names of states
    said = " ".join(re.findall(r'(?:alt|aria-label|placeholder|title)="([^"]*)"', text))
    said += " " + re.sub(r"<[^>]+>", " ", text.replace("English", ""))
    return {found.group().lower() for found in ENGLISH.finditer(re.sub(r"\S+@\S+|America/\S+", " ", said))}


def test_no_english_on_spanish_pages_before_signing_in(browser: Client) -> None:
    browser.defaults["HTTP_ACCEPT_LANGUAGE"] = "es"
    account = new_account("rosa@example.org", name="Rosa Inventada", password=PASSWORD, language="es")
    enrol(account)
    pages = [
        browser.get("/sign-in/"),
        browser.post("/sign-in/", {}),
        browser.post("/sign-in/", {"login": "x", "password": "y"}),
    ]
    pages += [browser.post("/sign-in/", {"login": "a@example.org", "password": "y"}) for _ in range(6)]
    pages += [browser.get("/invitation/x/"), browser.get("/invitation/")]
    browser.post("/sign-in/", {"login": "rosa@example.org", "password": PASSWORD})
    pages += [browser.get("/sign-in/code/")] + [browser.post("/sign-in/code/", {"code": "1"}) for _ in range(6)]
    other = Client(headers={"accept-language": "es"})
    other.get(f"/invitation/{inviting.make(account)[1]}/")
    pages += [other.get("/invitation/"), other.post("/invitation/", {"password": "a", "again": "b"})]
    other.post("/invitation/", {"password": PASSWORD, "again": PASSWORD})
    pages += [other.get("/account/app/"), other.post("/account/app/", {"code": "1"})]
    for page in pages:
        assert 'lang="es"' in html_of(page)
        assert english_in(html_of(page)) == set(), shown(page)


def test_no_english_on_spanish_pages_after_signing_in(ada: Holding) -> None:
    Account.objects.filter(pk=ada.account_id).update(name="Ada Inventada")
    Agency.objects.update(name="Supervisión de Prueba")
    ada.account.refresh_from_db()
    browser = reading(ada, "es")
    pages = {path: browser.get(path) for path in (*OWN, *administration(ada))}
    pages |= {
        f"posted to {path}": browser.post(path, {}) for path in pages if path not in OWN and not LIST.fullmatch(path)
    }
    pages["posted"] = browser.post("/account/password/", {"old": "x", "password": "a", "again": "b"})
    pages["again"] = browser.post("/account/confirm/", {"password": "x"})
    for path, page in pages.items():
        assert page.status_code in (200, 422), path
        assert english_in(html_of(page)) == set(), path


def test_english_pages_have_english_words(ada: Holding) -> None:
    """So that the tests above would see some."""
    browser = reading(ada)
    assert english_in(html_of(browser.get("/account/sessions/"))) >= {"the", "your", "you", "is", "not"}


def test_nothing_of_allauth_shows_through(browser: Client) -> None:
    messages = {
        str(text) for adapter in (DefaultAccountAdapter, DefaultMFAAdapter) for text in adapter.error_messages.values()
    }
    assert len(messages) > 15
    account = new_account("rosa@example.org", password=PASSWORD)
    enrol(account)
    pages = [
        browser.post("/sign-in/", {"login": "rosa@example.org", "password": "x"}),
        browser.post("/sign-in/", {"login": "x"}),
    ]
    browser.post("/sign-in/", {"login": "rosa@example.org", "password": PASSWORD})
    pages += [browser.post("/sign-in/code/", {"code": code}) for code in ("", *"123456")]
    for page in pages:
        assert page.status_code == 200
        assert not [text for text in messages if text in shown(page)]


@pytest.mark.parametrize("post", [post for post in Post if post is not Post.ADMINISTRATOR])
def test_administration_is_not_there_for_anybody_else(ada: Holding, post: Post) -> None:
    account = new_account("someone@example.org")
    held = holding_of(account, post, person="p1") if post in PARTY_POSTS else holding_of(account, post, ada.agency)
    browser = signed_in(account, held)
    for path in administration(ada):
        assert browser.get(path).status_code == 404, path
        assert browser.post(path, {"why": WHY}).status_code == 404, path
    assert not Access.objects.exists()


def test_administration_leads_whoever_is_not_signed_in_to_sign_in(ada: Holding, browser: Client) -> None:
    for path in administration(ada):
        assert browser.get(path).headers["location"].startswith("/sign-in/")


def test_acts_of_administration_ask_for_both_factors_again(ada: Holding) -> None:
    browser = reading(ada, confirmed=False)
    for path in administration(ada):
        if LIST.fullmatch(path):
            assert browser.get(path).status_code == 200
        else:
            assert browser.get(path).headers["location"].startswith("/account/confirm/?next=%2Fadministration"), path
            assert browser.post(path, {"why": WHY}).headers["location"].startswith("/account/confirm/"), path
    assert not Access.objects.exists()


def test_giving_both_factors_again_leads_on(ada: Holding) -> None:
    ada.account.set_password(PASSWORD)
    ada.account.save()
    browser = reading(ada, confirmed=False)
    path = "/administration/accounts/new/"
    for wrong in ({"password": PASSWORD, "code": "000000"}, {"password": "wrong", "code": code_now()}):
        assert "is not right" in shown(browser.post("/account/confirm/", wrong | {"next": path}))
        assert browser.get(path).status_code == 302
    right = {"password": PASSWORD, "code": code_now(), "next": path}
    assert browser.post("/account/confirm/", right).headers["location"] == path
    assert browser.get(path).status_code == 200
    evil = {"password": PASSWORD, "code": code_now(1), "next": "//evil.example/"}
    assert browser.post("/account/confirm/", evil).headers["location"] == "/"


def test_the_forms_do_what_they_say(ada: Holding) -> None:
    browser = reading(ada)
    new = {"name": "Example Court", "kind": "court", "hears": ["civil"], "time_zone": "America/Denver", "why": WHY}
    assert browser.post("/administration/agencies/new/", new).status_code == 302
    court = Agency.objects.get(name="Example Court")
    assert (court.hears_civil, court.hears_criminal, court.time_zone) == (True, False, "America/Denver")
    person = {"name": "Rosa", "email": "Rosa@Example.org", "language": "es", "why": WHY}
    made = shown(browser.post("/administration/accounts/new/", person))
    rosa = Account.objects.get(email="rosa@example.org")
    link = re.search(r"http://testserver/invitation/(\S+)/", made)
    assert link
    assert inviting.open_by(link[1]) is not None
    path = f"/administration/accounts/{rosa.pk}/post/"
    assert browser.post(path, {"post": "civil_clerk", "agency": court.pk, "why": WHY}).status_code == 302
    assert "This waits for another administrator" in shown(browser.get("/administration/"))
    second = signed_in(*_second(ada))
    awaiting = Holding.objects.get(account=rosa)
    confirming = f"/administration/confirm/post/{awaiting.pk}/"
    assert "Wait until the person has used their link" in shown(second.post(confirming, {"why": WHY}))
    invitation = inviting.open_by(link[1])
    assert invitation is not None
    inviting.use(invitation, PASSWORD)
    assert second.post(f"/administration/confirm/post/{awaiting.pk}/", {"why": WHY}).status_code == 302
    assert not Holding.objects.get(account=rosa).awaits_second
    answer = browser.post(
        f"/administration/posts/{awaiting.pk}/client/",
        {"name": "Program", "scopes": ["read"], "days": "30", "why": WHY},
    )
    assert re.search(r"m\w{20}\.\S{43}", shown(answer))
    assert browser.post(f"/administration/end/post/{awaiting.pk}/", {"why": WHY}).status_code == 302
    assert Holding.objects.get(account=rosa).ended
    assert Access.objects.filter(how="administer").count() == 6


def _second(ada: Holding) -> tuple[Account, Holding]:
    held = administrators_post("bob@example.org")
    assert held.agency == ada.agency
    return held.account, held


def test_a_refused_form_keeps_what_was_written_and_says_every_fault(ada: Holding) -> None:
    answer = reading(ada).post("/administration/accounts/new/", {"name": "Rosa", "email": "none", "language": "en"})
    assert answer.status_code == 422
    html = html_of(answer)
    assert 'value="Rosa"' in html
    assert "Write an email" in html
    assert "Say why you do this." in html
    assert not Account.objects.filter(name="Rosa").exists()


@pytest.mark.parametrize("post", list(Post))
def test_every_post_has_a_menu_and_a_place_to_begin(post: Post) -> None:
    assert begins_at(post) in {path for path, _, posts in MENU if post in posts}


def test_beside_the_records_means_no_way_to_them() -> None:
    for post in (Post.ADMINISTRATOR, Post.AUDITOR):
        seen = {path for path, _, posts in MENU if post in posts}
        assert not seen & {"/tasks/", "/find/", "/cases/new/"}


def test_the_language_stays_with_the_account(ada: Holding, browser: Client) -> None:
    mine = reading(ada)
    assert mine.post("/language/", {"language": "es", "back": "/account/"}).headers["location"] == "/account/"
    assert "Su cuenta" in shown(mine.get("/account/"))
    assert Account.objects.get(pk=ada.account_id).language == "es"
    browser.post("/language/", {"language": "es", "back": "//evil.example/"})
    assert "Iniciar sesión" in shown(browser.get("/sign-in/"))


def test_pages_keep_to_the_headers_of_safety(browser: Client) -> None:
    answer = browser.get("/sign-in/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "style=" not in html_of(answer)
