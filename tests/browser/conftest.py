"""A real Chromium before a real `stayaway serve`, once for all of these tests; a visitor of its own for each.

Without Chromium they are skipped, and the summary says so; where `CI` is set they fail, so that nothing is taken
unlooked at.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.walking import NEUTRAL, Visitor

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""The browser does nothing of its own accord, and finds no host but this machine."""

Visiting = Callable[..., Visitor]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, with a new profile."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        missing = f"NOT TESTED in a browser: none of {', '.join(NAMES)} is on PATH (make browser, or install one)"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


class Weather(BaseHTTPRequestHandler):
    """The page that leaving leads to."""

    def do_GET(self) -> None:
        """Say something harmless."""
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(f"<!doctype html><title>{NEUTRAL}</title><link rel=icon href=data:,>".encode())

    def log_message(self, *_: object) -> None:
        """Say nothing of it."""


@pytest.fixture(scope="session")
def neutral() -> Iterator[str]:
    """Where leaving leads, on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Weather) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(neutral: str) -> Iterator[str]:
    """The website, as the command starts it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "stayaway.cli", "serve", "--port", str(port)]
    env = {**os.environ, "STAYAWAY_EXIT": neutral}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=env) as serving:
        try:
            here = f"http://127.0.0.1:{port}"
            _wait_for(here)
            yield here
        finally:
            serving.terminate()


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nothing answered")


@pytest.fixture
def visiting(chromium: Browser, address: str, neutral: str) -> Iterator[Visiting]:
    """Begin a visit, with a language, a width, and scripts or none. Whatever a test does, no other host is called."""
    with ExitStack() as over:

        def begin(language: str = "en", scripts: bool = True, width: int = 1280) -> Visitor:
            context = chromium.new_context(
                base_url=address,
                locale={"en": "en-US", "es": "es-US"}[language],
                java_script_enabled=scripts,
                viewport={"width": width, "height": 800},
            )
            over.callback(context.close)
            context.set_default_timeout(10_000)
            visitor = Visitor(context.new_page(), language, (address, neutral.rstrip("/")))
            over.callback(visitor.called_nobody_else)
            return visitor

        yield begin
