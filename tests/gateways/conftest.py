"""The real client against a running stand-in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
import stripe

from payments.gateways.stripe_client import StripeConfig
from payments.gateways.stripe_gateway import StripeGateway
from standin.testing import STILL, Standin, running_standin
from tests.gateways.asking import NOW, SECRET

WITH_SECRET = replace(STILL, at=NOW, webhook_url="http://127.0.0.1:9/", webhook_secret=SECRET)


@pytest.fixture(scope="session")
def _running() -> Iterator[Standin]:
    with running_standin(WITH_SECRET) as standin:
        yield standin


@pytest.fixture
def standin(_running: Standin) -> Standin:
    """Fresh, with its clock stopped at NOW; notices go nowhere."""
    _running.control("reset")
    return _running


@pytest.fixture
def config(standin: Standin) -> StripeConfig:
    return StripeConfig(
        secret_key="sk_test_for_tests_only",
        webhook_secrets=(SECRET,),
        api_base=standin.url,
        methods=("card", "alipay", "wechat_pay"),
        live=False,
        hold=timedelta(minutes=30),
        min_amount=Decimal("0.01"),
    )


@pytest.fixture
def gateway(config: StripeConfig, monkeypatch: pytest.MonkeyPatch) -> StripeGateway:
    # The client waits before it asks again; here it need not.
    monkeypatch.setattr(stripe.HTTPClient, "INITIAL_DELAY", 0.0)
    return StripeGateway(config)
