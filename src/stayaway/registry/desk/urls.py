"""Addresses of the registry's pages. None holds a name or a number; ids in them are random."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from . import (
    audit,
    case_page,
    changing,
    entering,
    finding_page,
    marking,
    new_case,
    new_order,
    officer,
    person_forms,
    person_page,
    work_list,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("tasks/", work_list.work, name="work"),
    path("cases/new/", new_case.new_case, name="new_case"),
    path("cases/new/<slug:kind>/", new_case.new_case_of, name="new_case_of"),
    path("cases/new/<slug:kind>/people/", new_case.case_people, name="case_people"),
    path("cases/<slug:case>/", case_page.case_page, name="case"),
    path("cases/<slug:case>/day/", case_page.ask_day, name="ask_day"),
    path("cases/<slug:case>/papers/<int:number>/", case_page.paper, name="attached_paper"),
    path("cases/<slug:case>/enter/<slug:event>/", entering.enter_on_case, name="enter_on_case"),
    path("cases/<slug:case>/orders/new/", new_order.new_order, name="new_order"),
    path("cases/<slug:case>/orders/check/", new_order.check_order, name="check_order"),
    path("cases/<slug:case>/orders/<slug:order>/enter/<slug:event>/", entering.enter_on_order, name="enter_on_order"),
    path("cases/<slug:case>/orders/<slug:order>/done/<path:kind>/", marking.task_done, name="task_done"),
    path("cases/<slug:case>/correct/<int:number>/", entering.correct, name="correct"),
    path("cases/<slug:case>/places/new/", marking.new_place, name="new_place"),
    path("cases/<slug:case>/appearances/new/", marking.new_appearance, name="new_appearance"),
    path("cases/<slug:case>/appearances/end/", changing.withdrawal, name="withdrawal"),
    path("cases/<slug:case>/change/", changing.change_case, name="change_case"),
    path("cases/<slug:case>/notice/", marking.ask_notice, name="ask_notice"),
    path("cases/<slug:case>/seal/", marking.seal_case, name="seal"),
    path("cases/<slug:case>/unseal/", marking.unseal_case, name="unseal"),
    path("people/<slug:person>/", person_page.person_page, name="person"),
    path("people/<slug:person>/<slug:name>/", person_forms.person_form, name="person_form"),
    path("find/", finding_page.find, name="find"),
    path("find/found/", finding_page.found, name="found"),
    path("officer/<slug:person>/", officer.officer, name="officer"),
    path("officer/<slug:person>/reveal/", officer.reveal, name="reveal"),
    path("audit/", audit.audit, name="audit"),
    path("audit/filter/", audit.ask_audit, name="ask_audit"),
    path("audit/journal/", audit.check_journal, name="check_journal"),
]
