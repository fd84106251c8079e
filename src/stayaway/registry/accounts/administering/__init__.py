"""What administrators do: agencies, accounts, posts and machine clients. Each act is journaled with its reason.

Only an administrator who gave both factors a moment ago may do any of it. Whatever opens records, or the way to them,
takes two, so that nobody comes from administration to the records alone: one administrator asks, another confirms, and
until then it counts for nothing. So it is with every post, with every machine client, and with a new link for whoever
holds a post: a link makes whoever has it into the holder.
"""

from .accounts import end_account, invite, invite_again
from .acts import Refused
from .agencies import change_agency, make_agency
from .clients import end_client, make_client
from .confirming import confirm
from .first import add_first_administrator
from .posts import KINDS, end_post, give_post

__all__ = [
    "KINDS",
    "Refused",
    "add_first_administrator",
    "change_agency",
    "confirm",
    "end_account",
    "end_client",
    "end_post",
    "give_post",
    "invite",
    "invite_again",
    "make_agency",
    "make_client",
]
