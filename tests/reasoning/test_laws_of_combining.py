"""The laws of the algebra: combining is commutative, associative, idempotent, and more orders never permit more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import assume, given
from hypothesis import strategies as st

from stayaway.law.load import law_book
from stayaway.model import Answer, AsOf, Exemption, Order, OrderId, PersonId
from stayaway.reasoning.conduct import Contact, assess, compile_orders
from stayaway.reasoning.forbidding import forbids
from stayaway.reasoning.governing import governing_terms
from stayaway.reasoning.prohibitions import Prohibition, compile_terms, covers, granted_by_every, grants, join
from stayaway.reasoning.standing import standing
from tests.reasoning.random_papers import (
    DAN,
    ROSA,
    as_ofs,
    contacts,
    days,
    exemptions,
    orders,
    papers_of,
    told_contacts,
)

BOOK = law_book()
STRENGTH = {Answer.NO: 0, Answer.UNSURE: 1, Answer.YES: 2}

compiled = orders().map(lambda order: frozenset(compile_terms(order, order.terms or ())))
named = st.tuples(compiled, st.sampled_from(["a", "b", "c"])).map(
    lambda pair: frozenset(replace(p, order=OrderId(pair[1])) for p in pair[0])
)
exemption_sets = st.frozensets(exemptions(), max_size=3)


def ask(contact: Contact, held: list[Order], at: AsOf) -> Answer:
    return assess(contact, compile_orders(papers_of(*held), BOOK), at).prohibited


@given(named, named)
def test_joining_is_commutative(one: frozenset[Prohibition], other: frozenset[Prohibition]) -> None:
    assert join([*one, *other]) == join([*other, *one])


@given(named, named, named)
def test_joining_is_associative(
    one: frozenset[Prohibition], other: frozenset[Prohibition], third: frozenset[Prohibition]
) -> None:
    assert join([*join([*one, *other]), *third]) == join([*one, *join([*other, *third])])


@given(named)
def test_joining_is_idempotent(one: frozenset[Prohibition]) -> None:
    assert join([*one, *one]) == join(one) == join(join(one))


@given(compiled, compiled, contacts)
def test_what_is_joined_forbids_what_each_forbids(
    one: frozenset[Prohibition], other: frozenset[Prohibition], contact: Contact
) -> None:
    papers = papers_of()
    apart = Answer.either([forbids(tuple(one), contact, papers)[0], forbids(tuple(other), contact, papers)[0]])
    other = frozenset(replace(p, order=OrderId("other")) for p in other)
    together = forbids(tuple(join([*one, *other])), contact, papers)[0]
    assert together == apart


@given(named, named, contacts)
def test_what_covers_another_forbids_all_that_it_forbids(
    one: frozenset[Prohibition], other: frozenset[Prohibition], contact: Contact
) -> None:
    papers = papers_of()
    for strong in one:
        for weak in other:
            if covers(strong, weak):
                answers = [STRENGTH[forbids((p,), contact, papers)[0]] for p in (strong, weak)]
                assert answers[0] >= answers[1]


@given(exemption_sets, exemption_sets, exemption_sets)
def test_what_survives_does_not_depend_on_the_order_of_reading(
    one: frozenset[Exemption], other: frozenset[Exemption], third: frozenset[Exemption]
) -> None:
    assert granted_by_every([one, other]) == granted_by_every([other, one])
    left = granted_by_every([granted_by_every([one, other]), third])
    assert left == granted_by_every([one, granted_by_every([other, third])])
    assert granted_by_every([one, one]) == granted_by_every([one])


@given(exemption_sets, exemption_sets)
def test_an_exception_survives_only_if_every_order_grants_it(
    one: frozenset[Exemption], other: frozenset[Exemption]
) -> None:
    for survivor in granted_by_every([one, other]):
        assert any(grants(wide, survivor) for wide in one)
        assert any(grants(wide, survivor) for wide in other)


@given(st.lists(orders(), max_size=2), orders(), contacts, as_ofs)
def test_adding_an_order_never_permits_more(held: list[Order], added: Order, contact: Contact, at: AsOf) -> None:
    before, after = ask(contact, held, at), ask(contact, [*held, added], at)
    assert STRENGTH[after] >= STRENGTH[before]


@given(st.lists(orders(), min_size=2, max_size=3), contacts, as_ofs)
def test_the_order_of_the_papers_changes_no_answer(held: list[Order], contact: Contact, at: AsOf) -> None:
    assert ask(contact, held, at) == ask(contact, held[::-1], at)


@given(st.lists(orders(), min_size=1, max_size=2), contacts, as_ofs, st.sampled_from([DAN, ROSA]))
def test_who_reached_out_first_changes_no_answer(
    held: list[Order], contact: Contact, at: AsOf, starter: PersonId
) -> None:
    ready = compile_orders(papers_of(*held), BOOK)
    told, untold = assess(replace(contact, started_by=starter), ready, at), assess(contact, ready, at)
    assert told.prohibited == untold.prohibited
    assert [o.prohibited for o in told.orders] == [o.prohibited for o in untold.orders]


@given(orders(), contacts, as_ofs)
def test_what_is_not_known_is_never_a_plain_no(order: Order, contact: Contact, at: AsOf) -> None:
    contact = replace(contact, by_whom=DAN)
    found = standing(order, BOOK, at, papers_of(order))
    assume(found.in_force is not Answer.NO and found.state.terms is None)
    assert ask(contact, [order], at) is not Answer.NO


@given(orders(), told_contacts, as_ofs)
def test_a_ban_under_unsure_standing_stays_unsure(order: Order, contact: Contact, at: AsOf) -> None:
    # No end is known of a final order, so its standing is unsure.
    order = replace(order, stage=None, expires=None, until=None, docket=(), case=replace(order.case, docket=()))
    found = standing(order, BOOK, at, papers_of(order))
    answer, _ = forbids(compile_terms(order, order.terms or ()), contact, papers_of(order))
    if found.in_force is Answer.UNSURE and answer is not Answer.NO:
        assert ask(contact, [order], at) is Answer.UNSURE


@given(st.lists(orders(), min_size=1, max_size=2), contacts, as_ofs)
def test_the_protected_person_breaks_nothing(held: list[Order], contact: Contact, at: AsOf) -> None:
    assert ask(replace(contact, by_whom=ROSA), held, at) is Answer.NO


@given(orders(), as_ofs, as_ofs)
def test_standing_kept_for_a_stretch_is_the_standing_of_the_moment(order: Order, first: AsOf, second: AsOf) -> None:
    papers = papers_of(order)
    ready = compile_orders(papers, BOOK)
    held = next(iter(papers.orders.values()))
    ready.standing_of(held, first)
    assert ready.standing_of(held, second) == standing(held, BOOK, second, papers)


@given(st.lists(orders(), min_size=1, max_size=3), days)
def test_every_term_of_every_live_order_has_a_row(held: list[Order], day: date) -> None:
    papers = papers_of(*held)
    found = governing_terms(papers, BOOK, AsOf(day))
    shown = {(row.protected, row.term) for row in found.terms}
    named = {order for row in found.terms for order in (row.controlled_by, *row.also_in)}
    for live in found.standings:
        order = papers.orders[live.order]
        if live.in_force is Answer.NO:
            assert live.order not in named
        else:
            for term in live.state.terms or ():
                people = getattr(term, "toward", None) or order.protects
                reach = getattr(term, "away_from", ()) if term.kind == "stay_away" else ()
                whom = (
                    [p for p in reach if isinstance(p, PersonId)]
                    if reach and all(isinstance(p, PersonId) for p in reach)
                    else people
                )
                assert all((person, term.kind) in shown for person in whom if person in order.protects)
            assert live.order in named or not order.protects
