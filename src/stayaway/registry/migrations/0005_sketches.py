"""A sketch of the given name beside the key of a surname, in the index of names: `stayaway registry rebuild`."""

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
    ]
