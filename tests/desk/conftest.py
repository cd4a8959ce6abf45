"""Where people sign in is another door's business."""

from collections.abc import Iterator

import pytest
from django.test import override_settings


@pytest.fixture
def sign_in_page() -> Iterator[None]:
    with override_settings(LOGIN_URL="/sign-in/"):
        yield
