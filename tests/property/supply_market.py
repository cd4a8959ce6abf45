"""The small market with a cooperative in it: lots are entered, mended, received, packed, sold, refunded and paid."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

from common.audit import DEMO
from flow.pack_lot import pack_lot
from flow.pay_supply import check_supply_payment, make_supply_payment, mark_supply_failed, mark_supply_paid
from flow.supply_lot import mend_lot, receive_lot, void_lot
from settlement.models import SupplyPayment
from tests.property.market import LIKELY, Market
from tests.supply.lots import SHUISA, ZHILIAO, cooperative, delivery, entered, household, license_until, rice
from vendors.models import SupplyLot
from vendors.services.supply import Delivery


class SupplyMarket(Market):
    """Two households that sell, two operators that sell rice of three others."""

    def __init__(self) -> None:
        super().__init__()
        self.operators = [cooperative(), cooperative("覃巴海味合作社")]
        for operator in self.operators:
            license_until(operator, date(2028, 12, 31))
        self.suppliers = [household("S1"), household("S2", ZHILIAO), household("S3", SHUISA)]
        self.packed_goods = [rice(self.operators[0], pack_g=5000), rice(self.operators[1], pack_g=333)]
        self.sellers = [*self.sellers, *self.operators]
        self.goods = [*self.packed_goods, *self.goods]

    def paying_out(self, pick: int, size: int) -> None:
        """Households and operators alike; `make_payout` refuses who is owed nothing."""
        self.sellers = [self.sellers[pick % len(self.sellers)], *self.sellers]
        try:
            super().paying_out(0, size)
        finally:
            self.sellers = self.sellers[1:]

    def entering(self, pick: int, size: int) -> None:
        entered(self.operators[pick % 2], self._shares(pick, size), self._price(size), now=self.now)

    def mending(self, pick: int, size: int) -> None:
        lot = self._one(SupplyLot.objects.order_by("pk"), pick)
        if lot is not None:
            mend_lot(lot_id=lot.pk, delivery=self._delivery(pick, size), actor=DEMO, now=self.now)

    def taking_over(self, pick: int, _size: int) -> None:
        lot = self._one(SupplyLot.objects.order_by("pk"), pick)
        if lot is not None:
            receive_lot(lot_id=lot.pk, actor=DEMO, now=self.now)

    def dropping(self, pick: int, _size: int) -> None:
        lot = self._one(SupplyLot.objects.order_by("pk"), pick)
        if lot is not None:
            void_lot(lot_id=lot.pk, reason="登记错误", actor=DEMO, now=self.now)

    def packing_lot(self, pick: int, size: int) -> None:
        lot = self._one(SupplyLot.objects.order_by("pk"), pick)
        if lot is not None:
            pack_lot(
                submission=str(uuid4()),
                lot_id=lot.pk,
                listing=self.packed_goods[size % 2],
                packs=size % 7,
                actor=DEMO,
                now=self.now,
            )

    def making_supply_payment(self, pick: int, _size: int) -> None:
        lot = self._one(SupplyLot.objects.order_by("pk"), pick)
        if lot is not None:
            make_supply_payment(lot_id=lot.pk, made_by=self.maker, now=self.now)

    def ending_supply_payment(self, pick: int, size: int) -> None:
        payment = self._one(SupplyPayment.objects.order_by("pk"), pick)
        if payment is None:
            return
        if size % 5 == 0:
            mark_supply_failed(payment_id=payment.pk, by=self.maker, failure="户名不符", now=self.now)
            return
        if payment.state == SupplyPayment.State.MADE:
            check_supply_payment(payment_id=payment.pk, checked_by=self.checker, now=self.now)
        mark_supply_paid(payment_id=payment.pk, by=self.maker, bank_reference=f"S-{payment.pk}", now=self.now)

    def _price(self, size: int) -> str:
        return str(Decimal(size * 13 + 1) / 100)

    def _delivery(self, pick: int, size: int) -> Delivery:
        return delivery(self._shares(pick, size), self._price(size))

    def _shares(self, pick: int, size: int) -> list[tuple[object, int]]:
        """One to three of the suppliers, with weights that divide badly."""
        chosen = self.suppliers[: pick % 3 + 1]
        return [(one, (size + 1) * 777 + index * 1001) for index, one in enumerate(chosen)]


SUPPLY_STEPS = [
    "entering",
    "mending",
    "taking_over",
    "dropping",
    "packing_lot",
    "making_supply_payment",
    "ending_supply_payment",
]
SUPPLY_LIKELY = [
    *LIKELY,
    *SUPPLY_STEPS,
    *SUPPLY_STEPS,
    "entering",
    "taking_over",
    "packing_lot",
    "packing_lot",
]
