"""The pages about the law of each place are what the law files say, and Markdown that shows what was meant."""

from __future__ import annotations

import re

from stayaway.law import known_jurisdictions, place_law
from stayaway.pages.law.pages import INDEX, pages
from stayaway.pages.markdown import render
from stayaway.pages.page import Page, Tone
from tools.pages import PLACES


def test_the_pages_are_current() -> None:
    """`make pages` writes them."""
    made = pages()
    shown = {path.name: path.read_text("utf-8") for path in PLACES.glob("*.md")}
    assert set(shown) == set(made), "run `make pages`"
    assert [name for name, text in made.items() if shown[name] != text] == [], "run `make pages`"


def test_every_place_has_its_page_and_the_index_leads_to_it() -> None:
    made = pages()
    assert set(made) == {INDEX, *(f"{code}.md" for code in known_jurisdictions())}
    assert set(re.findall(r"\]\((.*?)\)", made[INDEX])) == set(made) - {INDEX}
    for code in known_jurisdictions():
        law, text = place_law(code), made[f"{code}.md"]
        assert text.startswith(f"# The law of {law.name}, as it is known here\n")
        addresses = [source.url.rstrip(".") for source in law.sources.values() if source.url]
        assert [address for address in addresses if f"<{address}" not in text] == []


def test_a_page_as_markdown() -> None:
    page = Page()
    page.text("Title", tone=Tone.STRONG)
    page.text("A fine of $100 or $200. [1]")
    page.heading("Part")
    page.item("one_two", indent=0)
    page.item("below", indent=2)
    page.gap()
    page.item("See https://example.org/a_b.", mark="[1]")
    page.table(("A", "B"), [("1", "2|3")], (1, 1))
    page.text("Strong", tone=Tone.STRONG)
    assert render(page) == (
        "# Title\n\nA fine of \\$100 or \\$200. \\[1\\]\n\n## Part\n\n- one\\_two\n  - below\n\n"
        "- \\[1\\] See <https://example.org/a_b>.\n\n| A | B |\n| --- | --- |\n| 1 | 2\\|3 |\n\n**Strong**\n"
    )
