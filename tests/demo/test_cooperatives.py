"""The demo's cooperatives: lots in every state, rice to buy, suppliers paid, all fictitious and said to be."""

from datetime import UTC, datetime, timedelta

import pytest

from catalog.models import Listing
from demo.cooperatives import make_cooperatives, plan_lots, rows_of
from demo.people import make_people
from demo.timeline import Timeline
from income.models import IncomeEntry
from income.prove import prove
from settlement.models import SupplyPayment
from tests.supply.lots import household
from vendors.models import SupplyLot, Vendor, VendorPaper
from vendors.partner.models import StockRecord

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_three_cooperatives_receive_pack_and_pay_through_the_story() -> None:
    opened = NOW - timedelta(days=400)
    cast = make_people(opened)
    for row in rows_of("cooperatives.csv"):
        for village in row["villages"].split():
            for number in range(3):
                household(f"{village[-6:]}-{number}", village)
    timeline = Timeline()
    cooperatives = make_cooperatives(opened)
    plan_lots(cooperatives, cast, timeline, since=opened, until=NOW)
    timeline.run(until=NOW)
    assert Vendor.objects.filter(kind="cooperative", shop_name__contains="示例").count() == 3
    states = SupplyLot.objects.values_list("state", flat=True)
    assert {state: list(states).count(state) for state in set(states)} == {
        "paid": 11,
        "received": 2,
        "draft": 2,
    }
    assert SupplyPayment.objects.filter(state="made").count() == 1
    rice = Listing.objects.filter(vendor=cooperatives[0].vendor)
    assert {row.origin for row in rice} != {""}
    assert StockRecord.objects.filter(from_lots=True, num_in_stock__gt=50).count() == 4
    assert all("示例" in paper.number for paper in VendorPaper.objects.all())
    entries = IncomeEntry.objects.filter(kind="supply")
    paid = SupplyPayment.objects.filter(state="paid")
    assert sum(row.amount for row in entries) == sum(row.amount for row in paid) > 0
    assert prove() == []
