"""The provider's stand-in, for the tests that pay online."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import stripe
from pytest_django.fixtures import Settings

from standin.testing import STILL, Standin, running_standin
from tests.flow.online import SECRET, Buyer, ordered
from tests.flow.test_story import NOW


@pytest.fixture
def standin(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Standin]:
    """The provider that the settings name, with its clock stopped at NOW; nothing happens by itself."""
    monkeypatch.setattr(stripe.HTTPClient, "INITIAL_DELAY", 0.0)
    options = replace(STILL, at=NOW, webhook_url="http://127.0.0.1:9/", webhook_secret=SECRET)
    with running_standin(options) as running:
        settings.STRIPE_API_BASE = running.url
        yield running


@pytest.fixture
def buyer(db: None, standin: Standin) -> Buyer:
    """Has placed an order of ¥36.00 to be paid online."""
    return Buyer(standin, ordered())
