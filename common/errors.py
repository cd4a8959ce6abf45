"""The one kind of error that a door may show to a person."""

from django.utils.functional import Promise


class DomainError(Exception):
    """A rule said no. `message` is a sentence for the reader, in their language; nothing was written."""

    def __init__(self, message: str | Promise, *, code: str = "refused") -> None:
        super().__init__(str(code))
        self._message = message
        self.code = code

    @property
    def message(self) -> str:
        """The sentence in the language that is active now."""
        return str(self._message)

    def __str__(self) -> str:
        return f"{self.code}: {self._message}"


class NotForYou(DomainError):
    """The object is not there for this person. Doors answer 404, so that nothing tells it exists."""
