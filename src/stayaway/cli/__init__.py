"""The command line: one of the faces. It reads the clock, files and options, and shows answers; it holds no rule.

`commands/` has one module a command. What people see is a `Page`, laid out by `plain` for pipes and by `terminal`
(Rich) for screens; what programs see is the JSON that `docs/commands.md` describes.
"""

from __future__ import annotations

import click

from .lazy import LazyGroup


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="stayaway")
def main() -> None:
    """Answer questions about protective orders: restraining orders and no-contact orders.

    Write down what your papers say in an order file (docs/order-file.md), then ask:

    \b
      stayaway now FILE              what governs today
      stayaway contact FILE --from dan --to rosa --by text
      stayaway steps FILE --for rosa
      stayaway steps --as seeking_protection

    Every command takes --json. Nothing is stored and nothing is sent anywhere. In danger, call 911 first.

    To complete commands with the TAB key: eval "$(stayaway completion bash)"

    This is general information, not legal advice.
    """
