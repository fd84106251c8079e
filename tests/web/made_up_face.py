"""A face that is not there: its frame extends the shared one, and its pages show the shared parts."""

from __future__ import annotations

from typing import Any

import django
from django.template import Context, Engine

from stayaway.pages.voice import Voice
from stayaway.web.settings import BUILTINS, SHARED_TEMPLATES

django.setup()

BASE = (
    '{% extends "web/page.html" %}{% block title %}Records{% endblock %}'
    '{% block head %}<link rel="stylesheet" href="{% static \'vendor/registry.css\' %}">{% endblock %}'
    '{% block bar %}<section class="site-account" aria-label="Account"><div class="grid-container site-account__row">'
    '<p class="site-account__who"><span class="site-account__name">Ann Invented</span>, clerk</p>'
    '<form method="post" action="/out/"><button class="usa-button usa-button--outline">Sign out</button></form>'
    "</div></section>{% endblock %}"
)


def page(main: str, **shown: Any) -> str:
    """A page of this face in English."""
    templates = {"base.html": BASE, "page.html": f'{{% extends "base.html" %}}{{% block main %}}{main}{{% endblock %}}'}
    loaders = [
        ("django.template.loaders.locmem.Loader", templates),
        ("django.template.loaders.filesystem.Loader", [str(SHARED_TEMPLATES)]),
    ]
    engine = Engine(loaders=loaders, builtins=BUILTINS)
    around = {"voice": Voice(), "language": "en", "languages": (("en", "English"), ("es", "Español")), "path": "/here/"}
    return engine.get_template("page.html").render(Context({**around, "notice": "A notice.", **shown}))
