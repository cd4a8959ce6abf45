"""The market and a shopper for each test of the consumer's door."""

import pytest

from tests.shop.market import Market, Shopper, open_market


@pytest.fixture
def market(db: None) -> Market:
    return open_market()


@pytest.fixture
def shopper() -> Shopper:
    return Shopper()
