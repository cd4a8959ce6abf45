"""The season begins and ends by Shanghai's calendar, not by Greenwich's."""

from datetime import UTC, datetime

import pytest

from catalog.models import Listing
from catalog.queries.products import product_page
from tests.flow.test_story import listing, seller, storefront


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 10, 31, 15, 59, tzinfo=UTC), False),
        # Midnight in Shanghai.
        (datetime(2026, 10, 31, 16, 0, tzinfo=UTC), True),
        (datetime(2027, 2, 28, 15, 59, tzinfo=UTC), True),
        (datetime(2027, 2, 28, 16, 0, tzinfo=UTC), False),
    ],
)
def test_a_month_turns_at_midnight_in_shanghai(moment: datetime, expected: bool) -> None:  # noqa: FBT001
    vendor = seller("440883106206", "李伯", 1)
    storefront(vendor)
    goods = listing(vendor, "菜心", "16.80")
    Listing.objects.filter(pk=goods.pk).update(season_from=11, season_to=2)
    assert product_page(goods.pk, language="zh-hans", now=moment).is_in_season is expected
