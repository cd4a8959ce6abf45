"""The same submission several times makes one thing, also when all arrive at once."""

from datetime import datetime

from django.db import connection

from common.models import SubmissionKey


def claim(*, scope: str, key: str, now: datetime) -> str | None:
    """Takes the submission, or waits for the one that has it.

    Returns None when it is ours to carry out, otherwise what the first one made. To be called inside a
    transaction: a second caller blocks on the unique index until the first commits or rolls back.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO common_submissionkey (scope, key, made_at, result) VALUES (%s, %s, %s, '')"
            " ON CONFLICT ON CONSTRAINT submission_is_taken_once DO NOTHING RETURNING id",
            [scope, key, now],
        )
        if cursor.fetchone():
            return None
    return SubmissionKey.objects.values_list("result", flat=True).get(scope=scope, key=key)


def finish(*, scope: str, key: str, result: object) -> None:
    """Notes what the submission made."""
    SubmissionKey.objects.filter(scope=scope, key=key).update(result=str(result))
