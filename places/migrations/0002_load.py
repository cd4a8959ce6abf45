"""The official lists become data."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from places.load import load_all


def load(apps: StateApps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Repeatable: rows are keyed by code."""
    load_all(apps)


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [("places", "0001_initial")]

    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
