"""`stayaway now`: what governs?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..options import file_argument, on_option, with_output

if TYPE_CHECKING:
    from ..out import Out


@click.command(name="now", short_help="What governs: orders in force, and all their terms.")
@file_argument
@on_option
@with_output
def command(file: str, on: str | None, out: Out) -> None:
    """What governs: which orders are in force, and what they forbid and require.

    Every term of every order that is or may be in force counts. Where orders differ, the stricter term controls; each
    row names the order it comes from. Then: where orders clash, what changes next and when, and which order is
    enforced first.
    """
    from stayaway.law.load import law_book
    from stayaway.pages.answers import governing_document
    from stayaway.pages.now import page
    from stayaway.reasoning.governing import governing_terms

    papers = out.read(file)
    voice = out.voice(papers)
    at = out.moment(on, voice.zone)
    found = governing_terms(papers, law_book(), at)
    out.answer(
        governing_document(papers, found, law_book(), at, voice),
        lambda: page(papers, found, law_book(), at, voice),
        voice,
    )
