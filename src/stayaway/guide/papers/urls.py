"""The addresses of the journeys about somebody's papers. An order is a number in the list of this visit."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from . import answers, contact, documents, keeping

urlpatterns: list[URLPattern | URLResolver] = [
    path("now/", answers.now, name="now"),
    path("change/", answers.who, name="change"),
    path("contact/", contact.contact, name="contact"),
    path("contact/answer/", contact.answer, name="contact-answer"),
    path("next/mine/", answers.next_steps, name="next-mine"),
    path("papers/", keeping.listed, name="papers"),
    path("papers/add/", keeping.add, name="papers-add"),
    path("papers/new/", keeping.new, name="papers-new"),
    path("papers/open/", keeping.open_file, name="papers-open"),
    path("papers/sample/", keeping.open_sample, name="papers-sample"),
    path("papers/copy/", keeping.keep_copy, name="papers-copy"),
    path("papers/delete/", keeping.delete, name="papers-delete"),
    path("papers/day/", answers.ask_for_day, name="papers-day"),
    path("papers/documents/", documents.documents, name="papers-documents"),
    path("papers/<int:number>/", keeping.change, name="papers-change"),
    path("papers/<int:number>/remove/", keeping.remove, name="papers-remove"),
]
