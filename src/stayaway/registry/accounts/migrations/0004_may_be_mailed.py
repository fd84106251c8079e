"""Whether mail may go to an account, said when it is made."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Who holds a post of somebody whom orders name is not written to in any case."""

    dependencies: ClassVar[list[tuple[str, str]]] = [("accounts", "0003_cache")]
    operations: ClassVar[list[Any]] = [
        migrations.AddField("account", "may_be_mailed", models.BooleanField(default=True)),
    ]
