"""Proves the design's identities over all data; each difference comes with what it concerns.

Source: design, "Money", identities.
"""

from dataclasses import dataclass

from django.db import connection

from income.identities import IDENTITIES


@dataclass(frozen=True, slots=True)
class Difference:
    """An identity that does not hold: its name, the row it concerns, both sides in yuan or packs."""

    identity: str
    key: str
    left: str
    right: str


def prove() -> list[Difference]:
    """All differences; empty when every identity holds. One statement for each identity."""
    found = []
    with connection.cursor() as cursor:
        for identity, query in IDENTITIES:
            cursor.execute(query)
            found += [
                Difference(identity=identity, key=str(key), left=str(left), right=str(right))
                for key, left, right in cursor.fetchall()
            ]
    return found
