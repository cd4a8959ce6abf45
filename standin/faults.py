"""Faults that control asked for: the next answers fail, or are lost on the way."""

from dataclasses import dataclass

from standin.refusals import CONFLICT, TOO_MANY, Refusal

SAYS = {
    CONFLICT: ("idempotency_key_in_use", "There is currently another in-progress request using this key."),
    TOO_MANY: ("rate_limit", "Too many requests hit the API too quickly."),
}


@dataclass(slots=True)
class Faults:
    """How many of the next requests fail (before anything is done), and how many lose their answer."""

    failing: int = 0
    status: int = 500
    losing: int = 0
    # Only answers to this method get lost; "" is any.
    method: str = ""

    def fail(self) -> None:
        """Called before a request is looked at.

        Raises:
            Refusal: this one is to fail.
        """
        if not self.failing:
            return
        self.failing -= 1
        code, message = SAYS.get(self.status, (None, "An error occurred. (stand-in)"))
        raise Refusal(self.status, message, code=code)

    def loses(self, method: str) -> bool:
        """Called when the work is done: whether its answer gets lost."""
        if not self.losing or self.method not in {"", method}:
            return False
        self.losing -= 1
        return True
