"""Beside the key of a surname a sketch of the given name (`stayaway registry setup` draws it); an index of links."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0004_name_index_covers"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="namekey",
            name="name_key_covers",
        ),
        migrations.AddField(
            model_name="namekey",
            name="sketch",
            field=models.BigIntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="namekey",
            index=models.Index(fields=["kind", "key", "born", "person", "sketch"], name="name_key_covers"),
        ),
        migrations.AddIndex(
            model_name="personrow",
            index=models.Index(condition=models.Q(("same_as__gt", "")), fields=["same_as"], name="person_links"),
        ),
    ]
