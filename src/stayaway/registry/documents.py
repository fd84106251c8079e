"""Attached papers: kept encrypted in a folder, under the digest of what they hold, and never changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from stayaway.files.whole import private_folder, write_whole
from stayaway.model import because
from stayaway.wording.record import RecordCode as C

from .actors import BESIDE_RECORDS, Actor
from .models import Document
from .refusing import Refused
from .secret_fields import seal_bytes, unseal_bytes

LARGEST = 20 * 1024 * 1024
BEGINNINGS: Mapping[str, tuple[bytes, ...]] = {
    "application/pdf": (b"%PDF-",),
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/tiff": (b"II*\x00", b"MM\x00*"),
}
"""What can be attached, and how such a file begins. Nothing that a viewer would run."""


class NotKept(ValueError):
    """A paper that is not kept: `empty`, `too_large`, or of no `kind` that is."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


class Damaged(Exception):
    """A kept paper that is missing, or is not what its digest says."""


def attach_paper(actor: Actor, content: bytes) -> Document:
    """Keep a paper for an entry of whoever attaches it. Raises NotKept; and Refused for a post that enters nothing."""
    if actor.post in BESIDE_RECORDS:
        raise Refused((because(C.NO_POST_FOR_RECORDS), because(C.PATH_ASK_THE_CLERK)))
    return keep_document(content)


def keep_document(content: bytes) -> Document:
    """Keep a paper. The same content is kept once. Raises NotKept."""
    if not content:
        raise NotKept("empty")
    if len(content) > LARGEST:
        raise NotKept("too_large")
    media_type = next((kind for kind, begin in BEGINNINGS.items() if content.startswith(begin)), None)
    if media_type is None:
        raise NotKept("kind")
    digest = hashlib.sha256(content).hexdigest()
    path = path_of(digest)
    if not path.exists():
        private_folder(path.parent)
        write_whole(path, seal_bytes(content))
    document, _ = Document.objects.get_or_create(
        digest=digest, defaults={"media_type": media_type, "size": len(content)}
    )
    return document


def has_document(digest: str) -> bool:
    """Whether a paper is kept under a digest."""
    return Document.objects.filter(digest=digest).exists()


def read_document(digest: str) -> bytes:
    """The paper of a digest. Raises Damaged."""
    try:
        content = unseal_bytes(path_of(digest).read_bytes())
    except FileNotFoundError:
        raise Damaged(digest) from None
    if hashlib.sha256(content).hexdigest() != digest:
        raise Damaged(digest)
    return content


def path_of(digest: str) -> Path:
    """Where the file of a paper lies, if it is kept."""
    return Path(settings.DOCUMENTS) / digest[:2] / digest
