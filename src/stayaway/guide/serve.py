"""Serve the guide from this machine: `stayaway serve`."""

from __future__ import annotations

import os
from threading import Event, Thread

SWEEP_SECONDS = 60


class SettingsFail(Exception):
    """A setting cannot be used. The message says which, and what would be right."""


def serve(host: str, port: int) -> None:
    """Answer until interrupted. Visits that are over are forgotten also while nobody asks. Raises SettingsFail."""
    os.environ["STAYAWAY_HOSTS"] = os.environ.get("STAYAWAY_HOSTS") or "localhost,127.0.0.1,[::1]"
    hosts = os.environ["STAYAWAY_HOSTS"].split(",")
    if host not in hosts and host not in ("0.0.0.0", "::"):
        os.environ["STAYAWAY_HOSTS"] = ",".join((*hosts, host))

    import waitress
    from django.core.exceptions import ImproperlyConfigured

    try:
        from .sessions import VISITS
        from .settings import MOST_BYTES
        from .wsgi import application
    except ImproperlyConfigured as error:
        raise SettingsFail(str(error)) from None

    over = Event()

    def sweep() -> None:
        while not over.wait(SWEEP_SECONDS):
            VISITS.sweep()

    Thread(target=sweep, daemon=True).start()
    try:
        # Requests and responses larger than the overflow sizes would go through temporary files.
        waitress.serve(
            application,
            host=host,
            port=port,
            ident="",
            max_request_body_size=2 * MOST_BYTES,
            inbuf_overflow=4 * MOST_BYTES,
            outbuf_overflow=16 * MOST_BYTES,
            _quiet=True,
        )
    finally:
        over.set()
