"""The addresses. None holds a name, a number or an answer."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from . import front

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front.home, name="home"),
    path("safety/", front.safety, name="safety"),
    path("exit/", front.leave, name="exit"),
    path("language/", front.language, name="language"),
    path("", include("stayaway.guide.papers.urls")),
]

handler404 = "stayaway.guide.front.not_found"
handler500 = "stayaway.guide.front.failed"
