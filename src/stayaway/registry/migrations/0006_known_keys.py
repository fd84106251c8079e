"""Which keys the record needs, by fingerprint. `stayaway registry setup` fills it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0005_sketches"),
    ]

    operations = [
        migrations.CreateModel(
            name="KnownKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=8)),
                ("fingerprint", models.CharField(max_length=16)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "fingerprint"), name="one_key_once")],
            },
        ),
    ]
