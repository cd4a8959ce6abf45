"""The demo is made by the product itself, once, and its books add up."""

from datetime import UTC, datetime

import pytest
from django.db.models import Sum

from catalog.models import Listing, Storefront
from demo.load import load
from demo.people import certificate
from households.models import Household
from households.services import clean_id_number
from income.models import IncomeEntry
from income.prove import prove
from messages.models import OutboxMessage
from orders.models import Placement
from payments.models import Refund

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)


@pytest.mark.django_db
def test_the_demo_is_complete_adds_up_and_sends_nothing() -> None:
    assert load(now=NOW) is not None
    assert (Storefront.objects.count(), Household.objects.count(), Listing.objects.count()) == (5, 12, 24)
    assert Placement.objects.count() == 40
    assert Refund.objects.count() == 8
    assert IncomeEntry.objects.aggregate(sum=Sum("amount"))["sum"] > 0
    assert IncomeEntry.objects.filter(kind="refund").exists()
    assert OutboxMessage.objects.count() == 0
    assert prove() == []
    assert load(now=NOW) is None


def test_certificates_of_the_demo_use_the_unassigned_area_and_are_well_formed() -> None:
    numbers = [certificate(index) for index in range(1, 13)]
    assert {number[:6] for number in numbers} == {"990101"}
    assert [clean_id_number(number) for number in numbers] == numbers
