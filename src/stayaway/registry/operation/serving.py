"""Serve the registry from this machine: `stayaway registry serve`."""

from __future__ import annotations

import os
import signal
from threading import Thread

THREADS = 8
MOST_BYTES = 25 * 1024 * 1024
"""The largest request: one attached paper and its form."""


def answer_to(host: str) -> None:
    """Let the registry answer to the name that it is served under. Before the settings are read."""
    hosts = os.environ.setdefault("STAYAWAY_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
    if host not in hosts and host not in ("0.0.0.0", "::"):
        os.environ["STAYAWAY_HOSTS"] = ",".join((*hosts, host))


def end_with_input() -> None:
    """End this process when its input ends: whoever started it is gone, even if they were killed."""

    def wait() -> None:
        while os.read(0, 1024):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=wait, daemon=True).start()


def serve(host: str, port: int) -> None:
    """Answer until interrupted.

    Headers that say for whom a server in front asks come through; `STAYAWAY_PROXIES` says how far they are believed.
    """
    import waitress

    from stayaway.registry.wsgi import application

    from .logs import tell

    tell("serving")
    waitress.serve(
        application,
        host=host,
        port=port,
        threads=THREADS,
        ident="",
        max_request_body_size=MOST_BYTES,
        url_scheme="https" if os.environ.get("STAYAWAY_HTTPS") == "1" else "http",
        clear_untrusted_proxy_headers=False,
        _quiet=True,
    )
