"""An order's own exceptions in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stayaway.model import Exemption, PersonId

from .language import N_

if TYPE_CHECKING:
    from .say import Speaker


SUBJECTS = (N_("children"), N_("property"), N_("support"), N_("custody"), N_("health"), N_("school"), N_("emergency"))
"""What orders often allow contact about. The word is open; another one is shown as it stands in the file."""


def describe(exemption: Exemption, speaker: Speaker) -> str:
    """What the exception allows: every part that it names has to be met.

    >>> from stayaway.model import Channel
    >>> from stayaway.wording.say import Speaker
    >>> describe(Exemption(about="children", by=frozenset({Channel.TEXT, Channel.EMAIL})), Speaker())
    'contact about children (email or text message)'
    """
    said = speaker.show(exemption.errand) if exemption.errand is not None else speaker.text(N_("contact"))
    if exemption.about is not None:
        said = speaker.text(N_("{contact} about {subject}")).format(contact=said, subject=speaker.text(exemption.about))
    if exemption.through is not None:
        carrier = speaker.show(PersonId(exemption.through))
        said = speaker.text(N_("{contact} through {person}")).format(contact=said, person=carrier)
    if exemption.at is not None:
        said = speaker.text(N_("{contact} at {place}")).format(contact=said, place=speaker.show(exemption.at))
    if exemption.when is not None:
        said = speaker.text(N_("{contact}, {time}")).format(contact=said, time=exemption.when)
    if exemption.by is not None:
        ways = speaker.listing(sorted(exemption.by), style="or")
        said = speaker.text(N_("{contact} ({channels})")).format(contact=said, channels=ways)
    return said
