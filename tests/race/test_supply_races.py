"""Two packers for a lot's last grams, two cashiers for one lot; and controls without the guard."""

from functools import partial
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.db.models import F

from common.audit import DEMO
from common.errors import DomainError
from flow.pack_lot import pack_lot
from flow.pay_supply import check_supply_payment, make_supply_payment, mark_supply_paid
from income.models import IncomeEntry
from income.prove import prove
from settlement.models import SupplyPayment
from tests import people
from tests.flow.test_story import NOW
from tests.race.together import together
from tests.supply.lots import cooperative, household, received, rice
from vendors.models import SupplyLot, SupplyPacking
from vendors.partner.models import StockRecord

pytestmark = pytest.mark.usefixtures("committed_db")


def test_packers_for_the_last_grams_pack_no_gram_twice() -> None:
    operator = cooperative()
    product, lot = rice(operator), received(operator, [(household("T1"), 12_000)])
    pack = partial(pack_lot, lot_id=lot.pk, listing=product, packs=2, actor=DEMO, now=NOW)
    results = together([partial(pack, submission=str(uuid4())) for _ in range(4)])
    assert sum(isinstance(result, SupplyPacking) for result in results) == 1
    assert sum(isinstance(result, DomainError) for result in results) == 3
    assert SupplyLot.objects.values_list("packed_g", flat=True).get() == 10_000
    assert StockRecord.objects.values_list("num_in_stock", flat=True).get() == 2
    assert prove() == []


def test_the_same_packing_four_times_at_once_packs_once() -> None:
    operator = cooperative()
    product, lot = rice(operator), received(operator, [(household("T1"), 50_000)])
    pack = partial(pack_lot, submission="s", lot_id=lot.pk, listing=product, packs=1, actor=DEMO, now=NOW)
    assert {getattr(result, "pk", result) for result in together([pack] * 4)} == {
        SupplyPacking.objects.get().pk
    }


def test_the_control_packs_more_than_there_is_without_the_guard() -> None:
    """Look, then add, with our constraint taken away: four packers take ten kilograms out of twelve each."""
    lot = received(cooperative(), [(household("T1"), 12_000)])
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE vendors_supplylot DROP CONSTRAINT supply_lot_is_packed_at_most_in_full")
    all_have_looked = Barrier(4)

    def naive() -> bool:
        with transaction.atomic():
            if SupplyLot.objects.get(pk=lot.pk).left_g < 10_000:
                return False
            all_have_looked.wait()
            SupplyLot.objects.filter(pk=lot.pk).update(packed_g=F("packed_g") + 10_000)
            return True

    assert together([naive] * 4) == [True] * 4
    assert SupplyLot.objects.values_list("packed_g", "grams").get() == (40_000, 12_000)


def test_cashiers_for_one_lot_make_one_payment_and_pay_it_once() -> None:
    lot = received(cooperative(), [(household("T1"), 12_000)])
    maker, checker = people.staff("cashier"), people.staff("checker")
    made = together([partial(make_supply_payment, lot_id=lot.pk, made_by=maker, now=NOW)] * 4)
    assert sum(isinstance(result, SupplyPayment) for result in made) == 1
    payment = SupplyPayment.objects.get()
    check_supply_payment(payment_id=payment.pk, checked_by=checker, now=NOW)
    pay = partial(mark_supply_paid, payment_id=payment.pk, by=maker, bank_reference="B-1", now=NOW)
    paid = together([pay] * 4)
    assert sum(result is None for result in paid) == 1
    assert sum(isinstance(result, DomainError) for result in paid) == 3
    assert IncomeEntry.objects.count() == 1
    assert prove() == []


def test_the_control_pays_a_lot_twice_without_the_constraint() -> None:
    lot = received(cooperative(), [(household("T1"), 12_000)])
    maker = people.staff("cashier")
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX supply_lot_is_paid_once")
    all_have_looked = Barrier(2)

    def naive() -> bool:
        with transaction.atomic():
            is_free = not SupplyPayment.objects.filter(lot=lot).exists()
            all_have_looked.wait()
            if is_free:
                SupplyPayment.objects.create(lot=lot, amount=lot.amount, made_by=maker, made_at=NOW)
            return is_free

    assert together([naive] * 2) == [True] * 2
    assert SupplyPayment.objects.count() == 2


def test_two_lots_of_the_same_households_are_paid_at_once() -> None:
    """Entered in opposite orders: months are written by household, so neither payment waits for the other in a ring."""
    operator = cooperative()
    homes = [household(f"T{number}") for number in range(40)]
    lots = [received(operator, [(one, 1000) for one in order]) for order in (homes, homes[::-1])]
    maker, checker = people.staff("cashier"), people.staff("checker")
    payments = [make_supply_payment(lot_id=lot.pk, made_by=maker, now=NOW) for lot in lots]
    for payment in payments:
        check_supply_payment(payment_id=payment.pk, checked_by=checker, now=NOW)
    pays = [
        partial(mark_supply_paid, payment_id=payment.pk, by=maker, bank_reference="B", now=NOW)
        for payment in payments
    ]
    assert together(pays) == [None, None]
    assert IncomeEntry.objects.count() == 80
    assert prove() == []
