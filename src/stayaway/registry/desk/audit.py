"""For auditors: who looked, at what, when and why; every address that was revealed; and whether the journal holds."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from stayaway.model import because
from stayaway.registry.accounts.asking import post_code
from stayaway.registry.accounts.models import Account, Agency
from stayaway.registry.actors import Post
from stayaway.registry.chain import broken
from stayaway.registry.finding import identifier_key
from stayaway.registry.listing import looks_at
from stayaway.registry.looking import looked
from stayaway.registry.models import Access, CaseRow, Head
from stayaway.registry.refusing import Refused
from stayaway.web.questions import Section, Shape, menu, text
from stayaway.wording.desk import DeskCode as Says
from stayaway.wording.papers import PapersCode as Paper
from stayaway.wording.record import RecordCode

from .compose import said
from .frame import Asking, as_written, keep, kept, leave_notice, page, show, typed

FORM = "audit"
CHECKED = "checked"
ON_A_PAGE = 25
HOWS = (
    *("find", "read", "beside", "stale", "list", "work", "feed", "reveal_asked", "reveal", "document", "draft"),
    *("export", "screen", "import_check", "import", "import_refused", "administer", "audit", "refused"),
)
"""What can be done. There is a word for each; what an older registry wrote down is shown as it stands."""


def _only_auditors(asking: Asking) -> None:
    if asking.actor.post is not Post.AUDITOR:
        looked(asking.actor, "refused", asking.now)
        raise Refused((because(RecordCode.NO_POST_FOR_RECORDS), because(RecordCode.PATH_ASK_THE_CLERK)))


@require_safe
@page
def audit(asking: Asking) -> HttpResponse:
    """Who looked, for whoever says why they ask. The look at this list is on it too."""
    _only_auditors(asking)
    written = as_written(kept(asking, FORM))
    voice = asking.voice()
    purpose = said(written, "purpose")
    if not purpose:
        looked(asking.actor, "refused", asking.now)
        codes = (RecordCode.PURPOSE_NEEDED, RecordCode.PATH_SAY_PURPOSE)
        why = " ".join(voice.speaker.sentence(code, {}) for code in codes)
        unasked: dict[str, Any] = {"section": _section(written, voice), "why": why, "journal": _journal(asking, voice)}
        return show(asking, "desk/audit.html", voice, **unasked)
    rows = Paginator(_looks(written), ON_A_PAGE).get_page(asking.request.GET.get("page"))
    asked = " ".join(said(written, name) for name in sorted(written) if name != "purpose")
    looked(asking.actor, "audit", asking.now, asked=asked, purpose=purpose)
    names = {one.pk: one.name for one in Account.objects.filter(pk__in={one.account for one in rows})}
    names |= {one.pk: one.name for one in Agency.objects.filter(pk__in={one.agency for one in rows if one.agency})}
    shown: dict[str, Any] = {
        "section": _section(written, voice),
        "looks": [_look(one, names, voice) for one in rows],
        "count": rows.paginator.count,
        "before": f"?page={rows.previous_page_number()}" if rows.has_previous() else "",
        "after": f"?page={rows.next_page_number()}" if rows.has_next() else "",
        "asked": True,
        "filtered": any(said(written, name) for name in written if name != "purpose"),
        "journal": _journal(asking, voice),
    }
    return show(asking, "desk/audit.html", voice, **shown)


def _looks(written: QueryDict) -> QuerySet[Access]:
    found = Access.objects.order_by("-at", "-id")
    if said(written, "who"):
        who = said(written, "who")
        found = found.filter(
            account__in=Account.objects.filter(Q(name__icontains=who) | Q(email__iexact=who)).values("pk")
        )
    if said(written, "how"):
        found = found.filter(how=said(written, "how"))
    if said(written, "number"):
        cases = CaseRow.objects.filter(number_key=identifier_key(said(written, "number"))).values_list("pk", flat=True)
        found = found.filter(looks_at(cases))
    if said(written, "record"):
        found = found.filter(looks_at([said(written, "record")]))
    for name, at in (("since", "at__gte"), ("until", "at__lt")):
        day = _day(said(written, name))
        if day is not None:
            begins = datetime.combine(day, time.min, UTC)
            found = found.filter(**{at: begins if name == "since" else begins + timedelta(days=1)})
    return found


def _day(text_of: str) -> date | None:
    try:
        return date.fromisoformat(text_of)
    except ValueError:
        return None


def _section(written: QueryDict, voice: Any) -> Section:
    say = voice.speaker.sentence
    hows = [("", say(Says.ANY_LOOK, {})), *((how, say(Says(f"desk.look_{how}"), {})) for how in HOWS)]
    return Section(
        say(Says.SECTION_FILTER, {}),
        [
            text(written, "purpose", say(Says.PURPOSE, {})),
            text(written, "who", say(Says.WHO_LOOKED, {}), say(Says.WHO_LOOKED_HINT, {})),
            text(written, "number", say(Paper.NUMBER, {})),
            text(written, "record", say(Says.RECORD_ID, {})),
            menu(written, "how", say(Says.HOW_LOOKED, {}), hows),
            text(written, "since", say(Says.FROM_DAY, {}), shape=Shape.DAY),
            text(written, "until", say(Says.TO_DAY, {}), shape=Shape.DAY),
        ],
    )


def _look(one: Access, names: dict[str, str], voice: Any) -> dict[str, Any]:
    say = voice.speaker.sentence
    post = say(post_code(one.post), {}) if one.post in set(Post) else one.post
    return {
        "at": voice.show(one.at),
        "who": names.get(one.account, one.account),
        "post": ", ".join(part for part in (post, names.get(one.agency, "")) if part),
        "how": say(Says(f"desk.look_{one.how}"), {}) if one.how in HOWS else one.how,
        "is_reveal": one.how == "reveal",
        "is_refused": one.how == "refused",
        "stream": one.stream,
        "found": [part for part in one.found.split() if part != one.stream],
        "purpose": one.purpose,
        "machine": bool(one.client),
    }


def _journal(asking: Asking, voice: Any) -> dict[str, Any]:
    head = Head.objects.get(id=1)
    checked = kept(asking, CHECKED)
    return {
        "number": head.number,
        "hash": head.hash[:16],
        "at": voice.show(datetime.fromisoformat(checked["at"])) if checked else "",
        "breaks": checked.get("breaks", []),
        "whole": bool(checked) and not checked.get("breaks"),
    }


@require_POST
@page
def ask_audit(asking: Asking) -> HttpResponse:
    """Keep why somebody asks and what the list is filtered by; what is asked stands in no address.

    Without a purpose nothing is listed, and what was written stays in the form.
    """
    _only_auditors(asking)
    written = typed(asking.request)
    if "all" in written:
        written = {"purpose": written.get("purpose") or kept(asking, FORM).get("purpose", [])}
    keep(asking, FORM, written)
    return redirect("audit")


@require_POST
@page
def check_journal(asking: Asking) -> HttpResponse:
    """Check the whole chain of the journal now."""
    _only_auditors(asking)
    breaks = [{"number": one.number, "what": one.what} for one in broken()][:50]
    looked(asking.actor, "audit", asking.now, purpose=str((kept(asking, FORM).get("purpose") or [""])[0]))
    keep(asking, CHECKED, {"at": asking.now.isoformat(), "breaks": breaks})
    leave_notice(asking, Says.JOURNAL_CHECKED)
    return redirect("audit")
