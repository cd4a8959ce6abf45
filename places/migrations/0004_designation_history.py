"""Lists and their rows are never rewritten; a designation ends, and is otherwise kept."""

from django.db import migrations

from common.append_only import append_only, frozen_columns


class Migration(migrations.Migration):
    """Triggers only."""

    dependencies = [("places", "0003_designation_lists"), ("common", "0002_append_only")]

    operations = [
        append_only("places_designationlist"),
        append_only("places_designationlistrow"),
        append_only("places_designationwithdrawal"),
        frozen_columns(
            "places_villagedesignation",
            ["village_id", "is_sample", "document_no", "designated_on", "listed_in_id"],
        ),
        frozen_columns(
            "places_demonstrationtown", ["town_id", "batch", "document_no", "is_sample", "listed_in_id"]
        ),
    ]
