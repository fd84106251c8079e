"""What a value rests on, best first."""

from datetime import date

from stayaway.law.load import read_law
from stayaway.law.rests import authorities
from stayaway.law.schema import Source
from stayaway.model import SourceKind

READ = date(2026, 1, 2)
SOURCES = {
    "guide": Source(title="A guide", kind=SourceKind.GUIDE, as_of="2026"),
    "old": Source(title="Code 7.1", kind=SourceKind.STATUTE, as_of="2001"),
    "new": Source(title="Code 8.1", kind=SourceKind.STATUTE, as_of="2020"),
    "undated": Source(title="Code 9.1", kind=SourceKind.STATUTE),
    "case": Source(title="A v. B", kind=SourceKind.OFFICIAL, as_of="1999"),
}


def order(cite: str | None = None, mainly: str | None = None) -> list[str]:
    titles = {source.title: name for name, source in SOURCES.items()} | {cite: "cited"}
    return [titles[found.cite] for found in authorities(SOURCES, SOURCES, READ, cite=cite, mainly=mainly)]


def test_the_nearest_to_the_law_comes_first_then_the_newest() -> None:
    assert order() == ["new", "old", "undated", "case", "guide"]


def test_a_source_that_names_the_cited_section_comes_before_a_newer_one() -> None:
    best = authorities(SOURCES, SOURCES, READ, cite="Code 7.1(a)")[0]
    assert (best.cite, best.as_of) == ("Code 7.1(a)", "2001")


def test_what_a_value_mainly_rests_on_comes_before_all() -> None:
    assert order(mainly="case")[:2] == ["case", "new"]


def test_a_source_that_nobody_listed_is_left_to_the_check() -> None:
    assert authorities(["ghost"], SOURCES, READ) == ()


def test_an_end_rule_without_sources_of_its_own_rests_on_those_of_its_order_type() -> None:
    law = read_law("""\
jurisdiction: us-zz
name: Nowhere
researched: 2026-01-02
sources: {s1: {title: Code 1, kind: statute, url: "https://example.org"}}
instruments:
  - {id: zz-nco, name: NCO, track: criminal, stage: pretrial, scope: any, authority: Code 1.2,
     ends: {on_dismissal: automatic}, source: [s1]}
""")
    ends = law.instruments[0].ends
    assert ends is not None
    assert [found.cite for found in ends.rests_on] == ["Code 1.2"]
