"""The registry as `stayaway registry serve` serves it, on the benchmark's database."""

from __future__ import annotations

import sys


def main() -> None:
    """`serve.py PORT`."""
    import django

    from stayaway.registry.operation.serving import answer_to, serve

    answer_to("127.0.0.1")
    django.setup()
    serve("127.0.0.1", int(sys.argv[1]))


if __name__ == "__main__":
    main()
