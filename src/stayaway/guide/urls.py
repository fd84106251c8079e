"""The addresses. None holds a name, a number or an answer."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from . import front, open, reference

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front.home, name="home"),
    path("safety/", front.safety, name="safety"),
    path("exit/", front.leave, name="exit"),
    path("language/", front.language, name="language"),
    path("which/", open.which, name="which"),
    path("which/answer/", open.which_answer, name="which-answer"),
    path("next/", open.next_steps, name="next"),
    path("next/steps/", open.next_answer, name="next-answer"),
    path("law/", reference.places_list, name="law"),
    path("law/compare/", reference.compared, name="law-compare"),
    path("law/questions/", reference.asked, name="law-faq"),
    path("law/beside/", reference.beside, name="law-beside"),
    path("law/known/", reference.coverage_of_all, name="law-coverage"),
    path("law/<slug:code>/", reference.place, name="law-place"),
    path("law/<slug:code>/all/", reference.place_in_full, name="law-place-full"),
    path("law/<slug:code>/compare/", reference.compared, name="law-place-compare"),
    path("law/<slug:code>/questions/", reference.asked, name="law-place-faq"),
    path("", include("stayaway.guide.papers.urls")),
]

handler404 = "stayaway.guide.front.not_found"
handler500 = "stayaway.guide.front.failed"
