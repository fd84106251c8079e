"""The index of names brings people without reading its table, and tells by which edition of the keys it was made."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0003_reminders"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="namekey",
            name="name_key_born",
        ),
        migrations.AddField(
            model_name="orderrow",
            name="time_zone",
            field=models.CharField(default="UTC", max_length=60),
        ),
        migrations.AddField(
            model_name="personrow",
            name="keys_edition",
            field=models.SmallIntegerField(db_index=True, default=0),
        ),
        migrations.AlterField(
            model_name="namekey",
            name="person",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="keys",
                to="registry.personrow",
            ),
        ),
        migrations.AddIndex(
            model_name="namekey",
            index=models.Index(fields=["kind", "key", "born", "person"], name="name_key_covers"),
        ),
        migrations.AddIndex(
            model_name="namekey",
            index=models.Index(fields=["person"], name="name_key_person"),
        ),
    ]
