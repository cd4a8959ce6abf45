"""Any sequence of lots, packings, sales, refunds and payments, beside the market's own steps, keeps the books."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from income.models import IncomeEntry
from income.prove import prove
from settlement.models import SupplyPayment
from tests.property.supply_market import SUPPLY_LIKELY, SUPPLY_STEPS, SupplyMarket
from vendors.models import SupplyLot

STEP = st.tuples(st.sampled_from(SUPPLY_LIKELY), st.integers(0, 7), st.integers(0, 60))
LOT_STEP = st.tuples(
    st.sampled_from([*SUPPLY_STEPS, "order", "money", "refunding", "taking_back", "shipping"]),
    st.integers(0, 7),
    st.integers(0, 60),
)
# Two lots of rice, packed, sold with a household's goods in one order, settled; one of the lots paid.
WHOLE_WAY = [
    ("entering", 2, 30),
    ("entering", 1, 31),
    ("taking_over", 0, 0),
    ("taking_over", 1, 0),
    ("packing_lot", 0, 4),
    ("packing_lot", 1, 5),
    ("order", 7, 1),
    ("money", 0, 1),
    ("shipping", 0, 0),
    ("shipping", 1, 0),
    ("shipping", 2, 0),
    ("receiving", 0, 0),
    ("receiving", 1, 0),
    ("receiving", 2, 0),
    ("wait", 0, 3),
    ("completing", 0, 0),
    ("completing", 1, 0),
    ("completing", 2, 0),
    ("settling", 0, 0),
    ("settling", 1, 0),
    ("settling", 2, 0),
    ("making_supply_payment", 0, 0),
    ("ending_supply_payment", 0, 1),
    ("paying_out", 2, 0),
    ("ending_payout", 0, 1),
]


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEP, max_size=25))
def test_the_books_add_up_with_operators_in_the_market(steps: list[tuple[str, int, int]]) -> None:
    _walk(steps, start=[])


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(LOT_STEP, min_size=4, max_size=20), cut=st.integers(0, len(WHOLE_WAY)))
def test_lots_packings_sales_refunds_and_payments_from_any_point(
    steps: list[tuple[str, int, int]], cut: int
) -> None:
    _walk(steps, start=WHOLE_WAY[:cut])


@pytest.mark.django_db
def test_the_whole_way_pays_the_suppliers_and_only_them() -> None:
    market = SupplyMarket()
    for step in WHOLE_WAY:
        market.take(*step)
    lot = SupplyLot.objects.order_by("pk")[0]
    assert (lot.state, SupplyPayment.objects.get().amount) == ("paid", lot.amount)
    assert lot.packed_g > 0
    entries = IncomeEntry.objects.all()
    assert {row.kind for row in entries} == {"supply"}
    assert sum(row.amount for row in entries) == lot.amount
    assert prove() == []


def _walk(steps: list[tuple[str, int, int]], *, start: list[tuple[str, int, int]]) -> None:
    with transaction.atomic():
        market = SupplyMarket()
        for step in [*start, *steps]:
            market.take(*step)
            assert prove() == [], step
        transaction.set_rollback(True)
