"""Serve the registry from this machine: `stayaway registry serve`."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import time
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from .logs import tell
from .metrics import SHARED

THREADS = 8
"""Of one process alone."""
THREADS_OF_SEVERAL = 2
"""Of each of several: what one computes, the others of its process wait for. The second answers while one is long."""
MOST_PROCESSES = 16
"""Without being told: each has a connection to the database for each of its threads."""
SHORTEST_LIFE = 5
"""Seconds. A process that lives shorter could not start, and the next one could not either."""
GARBAGE = (5_000, 20, 200)
"""How many new things, then how many looks, until the young, the older and all things are looked through."""
LONGEST_END = 30
"""Seconds to finish what is being answered."""
MOST_BYTES = 25 * 1024 * 1024
"""The largest request: one attached paper and its form."""


def answer_to(host: str) -> None:
    """Let the registry answer to the name that it is served under. Before the settings are read."""
    os.environ["STAYAWAY_HOSTS"] = os.environ.get("STAYAWAY_HOSTS") or "localhost,127.0.0.1,[::1]"
    hosts = os.environ["STAYAWAY_HOSTS"].split(",")
    if host not in hosts and host not in ("0.0.0.0", "::"):
        os.environ["STAYAWAY_HOSTS"] = ",".join((*hosts, host))


def end_with_input() -> None:
    """End this process when its input ends: whoever started it is gone, even if they were killed."""

    def wait() -> None:
        while os.read(0, 1024):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=wait, daemon=True).start()


def serve(host: str, port: int, processes: int = 1) -> None:
    """Answer until interrupted, in as many processes; one of them that ends is replaced.

    Headers that say for whom a server in front asks come through; `STAYAWAY_PROXIES` says how far they are believed.
    """
    socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)  # a host that is none ends here
    tell("serving")
    if processes == 1:
        _answer(THREADS, host=host, port=port)
        return
    family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    with (
        TemporaryDirectory(prefix="stayaway-metrics-") as counted,
        socket.create_server(address[:2], family=family) as listening,
    ):
        os.environ[SHARED] = counted  # read by the processes that are started
        _keep(processes, listening)


def fitting_processes() -> int:
    """Two for each processor, since one has one interpreter's lock. SQLite is written to by one at a time."""
    from django.db import connection

    return 1 if connection.vendor == "sqlite" else min(2 * (os.cpu_count() or 1), MOST_PROCESSES)


def _keep(count: int, listening: socket.socket) -> None:
    """Have so many processes answer, whatever ends one of them. Ends where one cannot even start."""
    context = get_context("spawn")
    born: dict[BaseProcess, float] = {}

    def begin() -> None:
        started = context.Process(target=_answer_beside, args=(listening,), daemon=True)
        started.start()
        born[started] = time.monotonic()

    signal.signal(signal.SIGTERM, _end)
    try:
        for _ in range(count):
            begin()
        while True:
            wait([process.sentinel for process in born])
            for process in [one for one in born if not one.is_alive()]:
                if time.monotonic() - born.pop(process) < SHORTEST_LIFE:
                    tell("cannot_serve", level=logging.ERROR)
                    raise SystemExit(1)
                tell("process_ended", level=logging.ERROR)
                begin()
    finally:
        for process in born:
            process.terminate()
        for process in born:
            process.join(LONGEST_END)


def _end(*_: object) -> None:
    raise SystemExit(0)


def _answer_beside(listening: socket.socket) -> None:
    """One of several processes. It ends with the one that started it, also where that is killed."""
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it comes to all of them, and the first one ends the others
    above = parent_process()
    if above is not None:
        Thread(target=_end_after, args=(above,), daemon=True).start()
    _answer(THREADS_OF_SEVERAL, sockets=[listening])


def _end_after(above: BaseProcess) -> None:
    wait([above.sentinel])
    os.kill(os.getpid(), signal.SIGTERM)


def _answer(threads: int, **where: Any) -> None:
    import waitress

    from stayaway.registry.wsgi import application

    # Looking for garbage in all that stays holds every answer up for a tenth of a second: it is done seldom, and not in
    # what stands already. What a request leaves is found young, as before.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GARBAGE)
    waitress.serve(
        application,
        **where,
        threads=threads,
        ident="",
        max_request_body_size=MOST_BYTES,
        url_scheme="https" if os.environ.get("STAYAWAY_HTTPS") == "1" else "http",
        clear_untrusted_proxy_headers=False,
        _quiet=True,
    )
