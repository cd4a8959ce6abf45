"""Random orders, payments, refunds, cancellations, shipments and clock steps: the books add up after every step."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from income.models import IncomeEntry
from income.prove import prove
from settlement.models import Payout
from tests.property.market import LIKELY, Market

STEP = st.tuples(st.sampled_from(LIKELY), st.integers(0, 7), st.integers(0, 60))
REFUND = st.tuples(
    st.sampled_from(["refunding", "refunding", "taking_back", "paying_out", "ending_payout"]),
    st.integers(0, 7),
    st.integers(0, 60),
)
WHOLE_WAY = [
    ("order", 7, 1),
    ("money", 0, 1),
    ("shipping", 0, 0),
    ("shipping", 1, 0),
    ("receiving", 0, 0),
    ("receiving", 1, 0),
    ("wait", 0, 3),
    ("completing", 0, 0),
    ("completing", 1, 0),
    ("settling", 0, 0),
    ("settling", 1, 0),
    ("paying_out", 0, 0),
    ("ending_payout", 0, 1),
]


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEP, max_size=25))
def test_the_books_add_up_from_an_empty_market(steps: list[tuple[str, int, int]]) -> None:
    _walk(steps, start=[])


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEP, min_size=5, max_size=20), cut=st.integers(0, len(WHOLE_WAY)))
def test_the_books_add_up_from_any_point_of_the_way(steps: list[tuple[str, int, int]], cut: int) -> None:
    _walk(steps, start=WHOLE_WAY[:cut])


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(
    before=st.lists(REFUND, max_size=3),
    between=st.lists(REFUND, max_size=3),
    after=st.lists(REFUND, min_size=2, max_size=6),
)
def test_refunds_before_settling_before_payout_and_after_it_all_add_up(
    before: list[tuple[str, int, int]], between: list[tuple[str, int, int]], after: list[tuple[str, int, int]]
) -> None:
    """Whoever bears them: the three moments differ in what they change (settlement, payout, income)."""
    settling, paying = WHOLE_WAY.index(("settling", 0, 0)), WHOLE_WAY.index(("paying_out", 0, 0))
    _walk(
        [*before, *WHOLE_WAY[settling:paying], *between, *WHOLE_WAY[paying:], *after],
        start=WHOLE_WAY[:settling],
    )


@pytest.mark.django_db
def test_the_whole_way_reaches_the_income_record() -> None:
    market = Market()
    for step in WHOLE_WAY:
        market.take(*step)
    assert Payout.objects.get().state == "paid"
    assert IncomeEntry.objects.count() == 2


def _walk(steps: list[tuple[str, int, int]], *, start: list[tuple[str, int, int]]) -> None:
    with transaction.atomic():
        market = Market()
        for step in [*start, *steps]:
            market.take(*step)
            assert prove() == [], step
        transaction.set_rollback(True)
