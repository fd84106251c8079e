"""What scripts add is comfort alone: the form works without them, and they may neither run text nor keep anything."""

from __future__ import annotations

import json
import re
from html import unescape

from django.test import Client

from tests.guide.browsing import html_of


def page(client: Client, **written: str) -> str:
    client.post("/papers/add/", {"kind": "civil"})
    return html_of(client.post("/papers/new/", {"kind": "civil", "look": "1", **written}))


def test_choosing_a_state_shows_its_orders_with_and_without_scripts(client: Client) -> None:
    html = page(client, place="us-wa")
    button = re.search(r'<button[^>]*name="look"[^>]*>', html)
    assert button is not None
    told = dict(re.findall(r'(hx-[\w-]+)=["\']([^"\']*)["\']', button.group()))
    assert (told["hx-target"], told["hx-select"]) == ("#order", "#order")
    assert 'id="order"' in html
    assert told["hx-post"] == "/papers/new/"
    assert "change from:#place" in told["hx-trigger"]
    form = html.split('id="order"')[1]
    assert "Domestic violence protection order" in form
    assert "Domestic violence restraining order" not in form


def test_the_script_keeps_no_history_and_runs_no_text(client: Client) -> None:
    html = page(client)
    found = re.search(r"name=\"htmx-config\" content='([^']*)'", html)
    assert found is not None
    config = json.loads(unescape(found.group(1)))
    refused = ("historyEnabled", "allowEval", "allowScriptTags", "includeIndicatorStyles")
    assert [config[key] for key in refused] == [False] * len(refused)
    assert config["selfRequestsOnly"] is True
    assert re.findall(r'<script[^>]*src="([^"]+)"', html) == ["/static/guide/exit.js", "/static/vendor/htmx.js"]
