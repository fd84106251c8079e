"""Home, safety, leaving, the language, and what is shown when something is wrong."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from stayaway.law.load import law_book
from stayaway.reasoning.guidance import Audience, Urgency, steps_without_papers
from stayaway.web.languages import page_to_return_to
from stayaway.wording.language import LANGUAGES

from . import visit
from .asking import present


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The six questions."""
    return render(request, "guide/home.html")


@require_safe
def safety(request: HttpRequest) -> HttpResponse:
    """What this site keeps, what leaving does, what it cannot hide, and whom to call."""
    anywhere = steps_without_papers(Audience.SEEKING_PROTECTION, law_book(), None, present())
    wanted = (Urgency.DANGER, Urgency.HELP)
    return render(request, "guide/safety.html", {"help": [step for step in anywhere if step.urgency in wanted]})


@csrf_exempt
def leave(request: HttpRequest) -> HttpResponse:
    """Forget the visit, and lead away. The script sends a POST as it leaves; without scripts the link is a GET.

    There is no form token: somebody else could at most make us forget.
    """
    visit.wipe(request)
    response = HttpResponse(status=204) if request.method == "POST" else HttpResponseRedirect(settings.EXIT_TO)
    for cookie in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        response.delete_cookie(cookie, samesite="Strict")
    return response


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Choose the language, and go back to the page it was chosen on."""
    chosen = request.POST.get("language", "")
    if chosen in LANGUAGES:
        visit.speak(request, chosen)
    return redirect(page_to_return_to(request))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No page has this address."""
    return render(request, "guide/wrong.html", {"code": "not_found"}, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """The program failed."""
    return render(request, "guide/wrong.html", {"code": "failed"}, status=500)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token did not match: most often the visit was over."""
    return render(request, "guide/wrong.html", {"code": "form_too_old"}, status=403)
