"""The demo is made by the product itself, once, and its books add up."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from django.db.models import Sum

from catalog.models import Listing, Storefront
from common.clock import local_day
from demo.load import load
from demo.people import certificate
from fulfilment.models import RefundShare, VendorOrder
from households.models import Household, HouseholdStatus, Member
from households.services import clean_id_number
from income.models import IncomeEntry
from income.prove import prove
from messages.models import OutboxMessage
from orders.models import Placement, SoldLine
from payments.models import Problem, Refund
from settlement.models import Payout

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """All of it, loaded once for the file and gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():  # type: ignore[attr-defined]
        assert load(now=NOW) is not None
        yield
        transaction.set_rollback(True)


def test_it_is_complete_and_sends_nothing(demo: None) -> None:
    assert (Storefront.objects.count(), Household.objects.count(), Member.objects.count()) == (17, 64, 235)
    assert HouseholdStatus.objects.filter(status="registered").count() == 47
    assert Listing.objects.filter(vendor__kind="household").count() == 149
    assert Placement.objects.count() == 420
    assert OutboxMessage.objects.count() == 0
    assert load(now=NOW) is None


def test_its_books_add_up(demo: None) -> None:
    assert prove() == []


def test_every_case_of_the_story_is_in_it(demo: None) -> None:
    assert Counter(Placement.objects.values_list("state", flat=True)) == {
        "completed": 377,
        "cancelled": 17,
        "expired": 14,
        "open": 11,
        "awaiting_payment": 1,
    }
    assert set(VendorOrder.objects.values_list("state", flat=True)) == {
        "completed",
        "cancelled",
        "received",
        "shipped",
        "to_pack",
        "awaiting_payment",
    }
    assert Counter(Refund.objects.values_list("kind", flat=True)) == {
        "goods": 86,
        "cancelled": 10,
        "unplaced": 4,
    }
    assert set(RefundShare.objects.values_list("borne_by", flat=True)) == {"household", "operator", "carrier"}
    assert Counter(Problem.objects.values_list("kind", flat=True)) == {
        "second_payment": 3,
        "amount_mismatch": 1,
    }
    assert Problem.objects.filter(closed_at__isnull=True).count() == 2
    assert set(Payout.objects.values_list("state", flat=True)) == {"paid", "failed", "checked", "made"}
    assert IncomeEntry.objects.filter(kind="refund", amount__lt=0).exists()


def test_every_household_has_income_and_every_month_some(demo: None) -> None:
    assert IncomeEntry.objects.values("household").distinct().count() == 64
    months = {f"{day:%Y-%m}" for day in IncomeEntry.objects.values_list("on", flat=True)}
    assert len(months) >= 13
    assert IncomeEntry.objects.aggregate(sum=Sum("amount"))["sum"] > 90_000


def test_goods_are_bought_and_shown_in_their_season(demo: None) -> None:
    bought: dict[str, set[int]] = {}
    for picture, at in SoldLine.objects.values_list(
        "line__product__listing__picture", "order__placement__placed_at"
    ):
        bought.setdefault(picture, set()).add(local_day(at).month)
    assert bought["lychee"] <= {5, 6, 7}
    assert bought["longan"] <= {7, 8, 9}
    assert bought["choysum"] <= {11, 12, 1, 2, 3}
    assert bought["banana"] <= {8, 9, 10, 11, 12, 1}
    shown = dict(Listing.objects.values_list("picture", "state"))
    assert (shown["lychee"], shown["pepper"], shown["egg"]) == ("paused", "on_sale", "on_sale")
    assert Listing.objects.filter(state="on_sale").count() >= 120


def test_what_is_loaded_for_the_operator_to_do(demo: None) -> None:
    """The first household's desk has an order to pack; two payouts wait for a signature."""
    to_pack = VendorOrder.objects.filter(state="to_pack")
    assert set(to_pack.values_list("vendor__shop_name", flat=True)) == {"水洒李家田园"}
    assert Payout.objects.filter(state__in=["made", "checked"]).count() == 2


def test_certificates_of_the_demo_use_the_unassigned_area_and_are_well_formed() -> None:
    numbers = [certificate(index) for index in range(1, 65)] + [
        certificate(index, 1980) for index in range(101, 300)
    ]
    assert {number[:6] for number in numbers} == {"990101"}
    assert [clean_id_number(number) for number in numbers] == numbers
    assert len(set(numbers)) == len(numbers)
