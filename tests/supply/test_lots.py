"""Lots: exact amounts and shares, frozen once received, forward only; the database refuses the rest."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from common.audit import DEMO
from common.errors import DomainError
from common.models import AuditEntry
from common.money import divide, total
from flow.supply_lot import enter_lot, mend_lot, receive_lot, void_lot
from income.prove import prove
from tests.flow.test_story import NOW, seller
from tests.supply.lots import (
    SHUISA,
    ZHILIAO,
    cooperative,
    delivery,
    entered,
    household,
    packed,
    paid,
    received,
    rice,
)
from vendors.models import SupplyLot, SupplyShare
from vendors.services.supply import lot_amount

pytestmark = pytest.mark.django_db


def refused_by(change: object) -> str:
    """The name of the constraint or guard that refuses the change."""
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        change()  # type: ignore[operator]
    return str(refused.value.__cause__.diag.constraint_name)  # type: ignore[union-attr]


def test_a_lot_is_divided_by_weight_to_the_fen() -> None:
    shares = [(household("T1"), 333), (household("T2"), 333), (household("T3", ZHILIAO), 334)]
    lot = entered(cooperative(), shares, "10.01")
    assert (lot.number, lot.grams, lot.amount, lot.state) == (
        f"L261102-{lot.operator_id}-1",
        1000,
        Decimal("10.01"),
        "draft",
    )
    # 3.33333, 3.33333 and 3.34334 yuan: the fen left over goes to the largest remainder.
    assert list(lot.shares.values_list("amount", "village_id")) == [
        (Decimal("3.33"), SHUISA),
        (Decimal("3.33"), SHUISA),
        (Decimal("3.35"), ZHILIAO),
    ]
    assert prove() == []


@given(
    price=st.decimals("0.01", "99.99", places=2),
    grams=st.lists(st.integers(1, 900_000), min_size=1, max_size=9),
)
def test_any_lot_sums_exactly_and_is_within_half_a_fen(price: Decimal, grams: list[int]) -> None:
    amount = lot_amount(price, sum(grams))
    assert total(divide(amount, grams)) == amount
    assert abs(amount - price * sum(grams) / 1000) <= Decimal("0.005")


def test_the_database_rounds_as_we_do() -> None:
    lot = entered(cooperative(), [(household("T1"), 1500)], "0.01")
    assert lot.amount == Decimal("0.02")  # 1.5 fen, halves away from zero


def test_the_same_submission_enters_one_lot() -> None:
    operator, one = cooperative(), household("T1")
    made = [
        enter_lot(submission="s", operator=operator, delivery=delivery([(one, 1000)]), actor=DEMO, now=NOW)
        for _ in range(2)
    ]
    assert made[0] == made[1]
    assert SupplyLot.objects.count() == 1
    assert entered(operator, [(one, 1)]).number.endswith("-2")


@pytest.mark.parametrize(
    ("grams", "price", "code"),
    [
        ([0], "7.10", "bad_weight"),
        ([], "7.10", "bad_weight"),
        ([1], "0", "bad_price"),
        ([1], "1.005", "bad_price"),
    ],
)
def test_what_makes_no_sense_is_refused(grams: list[int], price: str, code: str) -> None:
    operator = cooperative()
    with pytest.raises(DomainError, match=code):
        entered(operator, [(household(f"T{index}"), weight) for index, weight in enumerate(grams)], price)
    assert SupplyLot.objects.count() == 0


def test_a_household_stands_in_a_lot_once() -> None:
    one = household("T1")
    with pytest.raises(DomainError, match="household_twice"):
        entered(cooperative(), [(one, 1), (one, 2)])


def test_a_household_vendor_has_no_lots() -> None:
    vendor = seller(SHUISA, "李伯", 1)
    with pytest.raises(DomainError, match="not_an_operator"):
        entered(vendor, [(household("T9"), 1)])
    assert (
        refused_by(
            lambda: SupplyLot.objects.create(
                number="L", operator=vendor, what="米", price_per_kg=1, grams=1000, amount=1, entered_at=NOW
            )
        )
        == "supply_lot_belongs_to_an_operator"
    )


def test_a_draft_is_mended_and_the_log_keeps_what_stood_there() -> None:
    one, two = household("T1"), household("T2")
    lot = entered(cooperative(), [(one, 1000)])
    mend_lot(lot_id=lot.pk, delivery=delivery([(one, 2000), (two, 1000)], "8.00"), actor=DEMO, now=NOW)
    lot.refresh_from_db()
    assert (lot.grams, lot.amount, lot.shares.count()) == (3000, Decimal("24.00"), 2)
    assert AuditEntry.objects.get(action="mend_lot").detail["before"] == "丝苗米 1000 g 7.10"


def test_received_weights_and_price_are_frozen() -> None:
    one = household("T1")
    lot = received(cooperative(), [(one, 1000)])
    assert (lot.state, lot.received_at) == ("received", NOW)
    with pytest.raises(DomainError, match="wrong_state"):
        mend_lot(lot_id=lot.pk, delivery=delivery([(one, 2000)]), actor=DEMO, now=NOW)
    with pytest.raises(DomainError, match="wrong_state"):
        receive_lot(lot_id=lot.pk, actor=DEMO, now=NOW)
    lots, shares = SupplyLot.objects.filter(pk=lot.pk), SupplyShare.objects.filter(lot=lot)
    frozen = "supply_lot_keeps_what_was_received"
    assert refused_by(lambda: lots.update(grams=2000, amount=Decimal("14.20"))) == frozen
    assert refused_by(lambda: lots.update(price_per_kg=1, amount=1)) == frozen
    assert refused_by(lambda: lots.update(received_at=NOW + timedelta(days=1))) == frozen
    assert refused_by(lambda: lots.update(what="别的")) == frozen
    share = "supply_share_is_frozen_once_received"
    assert refused_by(lambda: shares.update(grams=2000)) == share
    assert refused_by(shares.delete) == share
    assert (
        refused_by(
            lambda: SupplyShare.objects.create(
                lot=lot, household=household("T2"), village_id=SHUISA, grams=1, amount=0
            )
        )
        == share
    )
    assert refused_by(lambda: lots._raw_delete("default")) == "vendors_supplylot_keeps_its_rows"
    assert prove() == []


def test_a_lot_is_received_only_as_the_sum_of_its_shares() -> None:
    lot = entered(cooperative(), [(household("T1"), 1000)])
    SupplyShare.objects.filter(lot=lot).update(amount=Decimal("7.09"))
    assert [row.identity for row in prove()] == ["supply lot = its shares"]
    assert (
        refused_by(lambda: SupplyLot.objects.filter(pk=lot.pk).update(state="received", received_at=NOW))
        == "supply_lot_is_the_sum_of_its_shares"
    )


def test_a_lot_goes_forward_only() -> None:
    lot = received(cooperative(), [(household("T1"), 1000)])
    lots = SupplyLot.objects.filter(pk=lot.pk)
    assert refused_by(lambda: lots.update(state="draft", received_at=None)) == "supply_lot_goes_forward"
    assert refused_by(lambda: lots.update(state="paid", paid_at=NOW)) == "supply_lot_paid_has_its_payment"


def test_a_mistake_is_dropped_with_a_reason_and_stays_in_the_books() -> None:
    operator, one = cooperative(), household("T1")
    lot, other = received(operator, [(one, 10_000)]), received(operator, [(one, 10_000)])
    with pytest.raises(DomainError, match="no_reason"):
        void_lot(lot_id=lot.pk, reason=" ", actor=DEMO, now=NOW)
    void_lot(lot_id=lot.pk, reason="重复登记", actor=DEMO, now=NOW)
    lot.refresh_from_db()
    assert (lot.state, lot.void_reason, lot.shares.count()) == ("void", "重复登记", 1)
    packed(other, rice(operator), 1)
    with pytest.raises(DomainError, match="already_packed"):
        void_lot(lot_id=other.pk, reason="重复登记", actor=DEMO, now=NOW)
    paid(other)
    with pytest.raises(DomainError, match="payment_under_way"):
        void_lot(lot_id=other.pk, reason="重复登记", actor=DEMO, now=NOW)
    assert prove() == []
