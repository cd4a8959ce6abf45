"""The database plans by what it believes of its tables; of a transaction that is still open it knows nothing."""

from datetime import datetime, timedelta

from django.db import connection

from demo.timeline import Timeline

EVERY = timedelta(days=60)


def keep_statistics(timeline: Timeline, *, since: datetime, until: datetime) -> None:
    """Plans a count at the start and every two months: without it, joins are planned as if all were empty."""
    at = since
    while at < until:
        timeline.plan(at, _analyze)
        at += EVERY


def _analyze(_at: datetime) -> None:
    with connection.cursor() as cursor:
        names = map(connection.ops.quote_name, connection.introspection.table_names(cursor))
        cursor.execute(f"ANALYZE {', '.join(names)}")
