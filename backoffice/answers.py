"""What the views share: a record that is not there is 404, a rule that says no is a sentence above the page."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.contrib import messages
from django.http import Http404, HttpRequest

from common.errors import DomainError, NotForYou

Found = TypeVar("Found")


def found_or_404(load: Callable[[], Found]) -> Found:
    """What `load` finds."""
    try:
        return load()
    except NotForYou as error:
        raise Http404 from error


@contextmanager
def refusals_said(request: HttpRequest) -> Iterator[None]:
    """Runs a call into the market; a refusal becomes a message, and nothing has changed."""
    try:
        yield
    except DomainError as error:
        messages.error(request, error.message)
