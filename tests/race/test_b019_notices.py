"""B019: the same success notice three times at once, over real HTTP with real commits, is booked once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest
import stripe
from pytest_django.fixtures import Settings

from flow.hear_notice import process_notice
from income.prove import prove
from messages.models import OutboxMessage
from payments.models import PaymentAttempt, Problem, ProviderEvent, Receipt
from standin.testing import STILL, Standin, running_standin
from tests.flow.online import SECRET, Buyer, ordered
from tests.flow.test_story import NOW
from tests.race.shop_server import running_shop
from tests.race.together import together

pytestmark = pytest.mark.usefixtures("committed_db")
COMPLETED = {"kind": "checkout.session.completed"}


@pytest.fixture
def standin(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Standin]:
    """Sends its notices to the market; both have NOW."""
    at(monkeypatch, NOW)
    monkeypatch.setattr(stripe.HTTPClient, "INITIAL_DELAY", 0.0)
    # No worker takes what the door hands on: the test does that work itself.
    monkeypatch.setattr("config.worker.current_app.send_task", lambda *_args, **_named: None)
    with running_shop() as shop:
        options = replace(STILL, at=NOW, webhook_url=f"{shop}/hooks/stripe/", webhook_secret=SECRET)
        with running_standin(options) as running:
            settings.STRIPE_API_BASE = running.url
            yield running


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr("hooks.views.timezone.now", lambda: moment)


def test_b019_three_notices_at_once_and_one_next_day_are_one_receipt(
    standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    standin.control("hold")
    buyer = Buyer(standin, ordered())
    buyer.pays()
    assert standin.control("repeat", COMPLETED | {"times": 3})["statuses"] == [200, 200, 200]
    event = ProviderEvent.objects.get()
    together([partial(process_notice, event.pk, now=NOW)] * 3)
    next_day = NOW + timedelta(days=1)
    at(monkeypatch, next_day)
    standin.control("clock", {"at": next_day.isoformat()})
    assert standin.control("repeat", COMPLETED)["statuses"] == [200]
    process_notice(event.pk, now=next_day)
    receipt = Receipt.objects.get()
    assert (receipt.amount, receipt.received_at) == (Decimal("36.00"), NOW)
    assert ProviderEvent.objects.values_list("state", flat=True).get() == "done"
    assert OutboxMessage.objects.filter(template="paid").count() == 1
    assert Problem.objects.count() == 0
    assert prove() == []


def test_b019_a_notice_and_two_returns_at_once_are_one_receipt(standin: Standin) -> None:
    standin.control("hold")
    buyer = Buyer(standin, ordered())
    buyer.pays()
    standin.control("repeat", COMPLETED)
    event = ProviderEvent.objects.get()
    results = together([partial(process_notice, event.pk, now=NOW), buyer.comes_back, buyer.comes_back])
    assert results == [None, "paid", "paid"]
    assert (Receipt.objects.count(), PaymentAttempt.objects.get().state) == (1, "paid")
    assert OutboxMessage.objects.filter(template="paid").count() == 1
    assert prove() == []


@pytest.mark.parametrize(
    ("how", "status"), [({"seconds_old": 301}, 400), ({"seconds_old": -61}, 400), ({"seconds_old": 60}, 200)]
)
def test_a_notice_that_is_not_fresh_changes_nothing(
    standin: Standin, how: dict[str, int], status: int
) -> None:
    standin.control("hold")
    Buyer(standin, ordered()).pays()
    assert standin.control("repeat", COMPLETED | how)["statuses"] == [status]
    assert ProviderEvent.objects.count() == (status == 200)
