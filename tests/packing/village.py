"""A village with its point, two households with an order each, and a neighbouring village."""

from dataclasses import dataclass
from datetime import time
from uuid import uuid4

from accounts.models import User
from common.audit import DEMO
from flow.confirm_payment import confirm_payment
from flow.money import Money
from fulfilment.models import VendorOrder, VillagePoint
from fulfilment.services.points import let_work_at, open_point
from payments.models import PaymentAttempt
from places.models import Village
from tests import people
from tests.flow.test_clock import basket_of
from tests.flow.test_story import NOW, place, seller, storefront
from vendors.models import Vendor

HERE, NEXT = "440883106206", "440883106210"


@dataclass(frozen=True, slots=True)
class Scene:
    """李伯 sells in the village of the point where 阿芳 works; 陈叔 sells in the next village, whose point has 阿强."""

    point: VillagePoint
    other_point: VillagePoint
    worker: User
    other_worker: User
    own: VendorOrder
    other: VendorOrder


def point_in(code: str, name: str) -> VillagePoint:
    return open_point(
        village=Village.objects.get(pk=code),
        name=name,
        name_en="",
        address_line="村口大榕树旁",
        telephone="0759-5550101",
        collected_at=time(16, 0),
        actor=DEMO,
        now=NOW,
    )


def working_at(point: VillagePoint, name: str) -> User:
    user = people.person(name)
    let_work_at(point=point, user=user, actor=DEMO, now=NOW)
    return user


def ordered_from(vendor: Vendor) -> VendorOrder:
    placed = place(basket_of(vendor), str(uuid4()))
    attempt = PaymentAttempt.objects.get(order_id=placed.order_id)
    money = Money(attempt.amount, "CNY", f"T-{attempt.pk}", "transfer", NOW)
    confirm_payment(attempt_key=attempt.key, money=money, actor=DEMO, now=NOW)
    return VendorOrder.objects.get(order_id=placed.order_id)


def scene() -> Scene:
    li, chen = seller(HERE, "李伯", 1), seller(NEXT, "陈叔", 2)
    storefront(li)
    storefront(chen)
    point, other_point = point_in(HERE, "那罗村点"), point_in(NEXT, "隔壁村点")
    return Scene(
        point=point,
        other_point=other_point,
        worker=working_at(point, "阿芳"),
        other_worker=working_at(other_point, "阿强"),
        own=ordered_from(li),
        other=ordered_from(chen),
    )
