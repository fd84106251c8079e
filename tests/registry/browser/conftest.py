"""A real Chromium before the registry's pages, with people who are signed in.

Without Chromium these are skipped, and the summary says so; where `CI` is set they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from threading import Thread

import pytest
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

from stayaway.registry.accounts.acting import forget_tokens
from stayaway.registry.actors import Post
from tests.registry.desk.visiting import sit_down
from tests.registry.world import World, make_world

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
Sitting = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        missing = f"NOT TESTED in a browser: none of {', '.join(NAMES)} is on PATH"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    # Playwright's loop runs beside the test, in which Django would refuse to ask its database.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=found, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """The registry, served as in use."""
    server = create_server(get_wsgi_application(), host="127.0.0.1", port=0, threads=4)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(5)


@pytest.fixture
def world(transactional_db: None, chromium: Browser) -> World:
    del transactional_db, chromium
    forget_tokens()
    return make_world()


@pytest.fixture
def sitting(chromium: Browser, address: str, world: World) -> Iterator[Sitting]:
    """Sit down in a post, before a window of some width."""
    with ExitStack() as over:

        def sit(post: Post, width: int = 1280, language: str = "en", height: int = 800) -> Page:
            signed = sit_down(world, post, language=language)
            context = chromium.new_context(base_url=address, viewport={"width": width, "height": height})
            over.callback(context.close)
            context.set_default_timeout(15_000)
            cookie = signed.client.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": address}])
            return context.new_page()

        yield sit
