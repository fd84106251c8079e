"""Somebody who opens every page that they can find or guess, and sends every form that they find there."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from lxml import html

SKIPPED = ("sign-out/", "sign-in/", "invitation/", "account/", "static/")
"""What would end the walk, or is about nobody but the walker."""
MOST = 400


@dataclass
class Walk:
    """All that came back: the address, the status, and everything in the answer."""

    answers: list[tuple[str, int, str]] = field(default_factory=list)
    found: set[str] = field(default_factory=set)


def addresses(known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Every address of the registry, with what is known put into each of its places."""
    for pattern in _patterns(get_resolver().url_patterns):
        names = [part.split(":")[-1].rstrip(">") for part in pattern.split("<")[1:]]
        names = [name.partition(">")[0] for name in names]
        for values in product(*(known.get(name, known["id"]) for name in names)):
            address = "/" + pattern
            for value in values:
                start, _, rest = address.partition("<")
                address = start + value + rest.partition(">")[2]
            yield address


def _patterns(found: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for one in found:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _patterns(one.url_patterns, route)
        else:
            yield route


def walk(browser: Client, begin: Iterable[str], written: Mapping[str, str]) -> Walk:
    """Open these addresses and all that they lead to, and send each kind of form once, filled in."""
    walked, waiting, sent = Walk(), deque(dict.fromkeys(begin)), set[tuple[str, ...]]()
    browser.raise_request_exception = False
    while waiting and len(walked.answers) < MOST * 4:
        address = waiting.popleft()
        if address in walked.found or any(part in address for part in SKIPPED):
            continue
        walked.found.add(address)
        answer = browser.get(address)
        text = _keep(walked, address, answer)
        if not answer.headers.get("Content-Type", "").startswith("text/html") or not text.strip():
            waiting.extend(_redirected(address, answer))
            continue
        page = html.document_fromstring(text)
        waiting.extend(link for link in _links(page, address) if len(walked.found) < MOST)
        for form in page.iter("form"):
            assert isinstance(form, html.FormElement)
            action = urljoin(address, form.action or address)
            if any(part in action for part in SKIPPED) or action.endswith("/language/"):
                continue
            filled = _filled(form, written)
            kind = (urlsplit(action).path, *sorted(filled))
            if kind in sent or len(sent) > MOST:
                continue
            sent.add(kind)
            came = browser.post(action, filled) if form.method == "POST" else browser.get(action, filled)
            _keep(walked, f"{form.method} {action}", came)
            waiting.extend(_redirected(action, came))
    return walked


def _keep(walked: Walk, address: str, answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = body.decode("utf-8", "replace")
    walked.answers.append((address, answer.status_code, f"{dict(answer.headers)}\n{text}"))
    return str(text)


def _redirected(address: str, answer: Any) -> list[str]:
    to = answer.headers.get("Location")
    return [urlsplit(urljoin(address, to)).path] if to else []


def _links(page: html.HtmlElement, address: str) -> Iterator[str]:
    for _, _, link, _ in page.iterlinks():
        parts = urlsplit(urljoin(address, link))
        if not parts.netloc and not parts.scheme and parts.path.startswith("/"):
            yield parts.path


def _filled(form: html.FormElement, written: Mapping[str, str]) -> dict[str, str | list[str]]:
    """A form with what stands in it, and something in each field where nothing does."""
    filled: dict[str, str | list[str]] = {}
    for one in form.inputs:
        name = one.name
        if not name or name in filled or getattr(one, "type", "") == "file":
            continue
        value = one.value
        if one.tag == "select" and not value:
            value = next((option for option in reversed(one.value_options) if option), "")
        kind = getattr(one, "type", "")
        if kind in {"radio", "checkbox"}:
            value = one.get("value", "on")
        filled[name] = (
            str(value) if value else next((text for part, text in written.items() if part in name), written[""])
        )
    return filled
