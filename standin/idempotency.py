"""The same key gives the same answer: docs.stripe.com/api/idempotent_requests."""

from dataclasses import dataclass

from standin.objects import Json
from standin.refusals import BAD_REQUEST, Refusal


@dataclass(frozen=True, slots=True)
class Kept:
    """The answer to the first request under a key. `asked` is its address and its fields."""

    asked: str
    status: int
    body: Json


def replayed(kept: Kept, *, key: str, asked: str) -> Kept:
    """What was answered before.

    Raises:
        Refusal: the key was used for something else.
    """
    if kept.asked != asked:
        raise Refusal(
            BAD_REQUEST,
            "Keys for idempotent requests can only be used with the same parameters they were first used with. "
            f"Try using a key other than '{key}' if you meant to execute a different request.",
            kind="idempotency_error",
        )
    return kept
