"""The languages that there are, and which one a browser asks for."""

from __future__ import annotations

from functools import cache

from babel import Locale
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

from stayaway.wording.language import LANGUAGES, is_available


@cache
def own_names() -> tuple[tuple[str, str], ...]:
    """The languages that there are, each by the name that it gives itself."""
    named = ((code, Locale.parse(code).get_display_name(code)) for code in LANGUAGES if is_available(code))
    return tuple((code, name.capitalize()) for code, name in named if name)


def asked_for(request: HttpRequest) -> str:
    """The first language that the browser asks for and that there is; else the first of all."""
    for part in request.headers.get("Accept-Language", "").split(","):
        code = part.split(";")[0].strip().lower()[:2]
        if code in LANGUAGES and is_available(code):
            return code
    return LANGUAGES[0]


def page_to_return_to(request: HttpRequest) -> str:
    """The page on which the language was chosen; home where the form names a page that is not of this site."""
    back = request.POST.get("back", "/")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if is_ours else "/"
