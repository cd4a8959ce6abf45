"""Notices keep what they are about; what describes the buyer goes."""

from django.db import migrations, models

COPY = """
UPDATE payments_providerevent SET
    about_ref = left(coalesce(payload #>> '{data,object,id}', ''), 120),
    is_live = coalesce(payload -> 'livemode' = 'true'::jsonb, false)
"""


class Migration(migrations.Migration):
    """Not undone: what was thrown away stays away."""

    dependencies = [("payments", "0003_ask_less_often")]

    operations = [
        migrations.AddField(
            "providerevent", "about_ref", models.CharField(blank=True, max_length=120, default="")
        ),
        migrations.AddField("providerevent", "is_live", models.BooleanField(default=False)),
        migrations.RunSQL(COPY, migrations.RunSQL.noop),
        migrations.AlterField("providerevent", "about_ref", models.CharField(blank=True, max_length=120)),
        migrations.AlterField("providerevent", "is_live", models.BooleanField()),
        migrations.RemoveField("providerevent", "payload"),
    ]
