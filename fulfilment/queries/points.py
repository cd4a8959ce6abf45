"""Village points: who works there, what is on its way to them, and what stands as sender on a slip."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.clock import local_day, start_of
from common.errors import NotForYou
from fulfilment.models import PointParcel, VendorOrder, VillagePoint
from vendors.models import Vendor

CITY = "广东省湛江市吴川市"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who stands on a slip: the village point with its line. `is_open` is false where a village has none yet."""

    name: str
    address: str
    telephone: str
    is_open: bool


def sender_of(vendor: Vendor) -> Sender:
    """The point of the vendor's village; never an address of the household. One statement."""
    village = vendor.village
    place = f"{CITY}{village.town.name}{village.short_name}"
    point = VillagePoint.objects.filter(village_id=vendor.village_id).first()
    if point is None:
        name = f"{village.short_name}{_('村点')}"
        return Sender(name=name, address=place, telephone=settings.SERVICE_PHONE, is_open=False)
    return Sender(
        name=point.name, address=f"{place}{point.address_line}", telephone=point.telephone, is_open=True
    )


def points_for(user: User) -> QuerySet[VillagePoint]:
    """The points where this person works now."""
    return (
        VillagePoint.objects.filter(members__user=user, members__ended_at__isnull=True)
        .select_related("village__town")
        .order_by("village_id")
    )


def point_for(user: User, village_code: str) -> VillagePoint:
    """One point of this person.

    Raises:
        NotForYou: they do not work there, or there is none.
    """
    point = points_for(user).filter(village_id=village_code).first()
    if point is None:
        raise NotForYou(_("没有找到这个村点。"), code="no_point")
    return point


def due_at(point: VillagePoint) -> QuerySet[VendorOrder]:
    """The parts that households of the village have to send, the most urgent first."""
    return (
        VendorOrder.objects.filter(vendor__village_id=point.village_id, state__in=VendorOrder.TO_SEND)
        .select_related("vendor__village__town", "at_point")
        .prefetch_related("lines__sold_line")
        .order_by("ship_by", "pk")
    )


def part_at(point: VillagePoint, number: str) -> VendorOrder:
    """One part of the point's village, with its address.

    Raises:
        NotForYou: it is another village's, was never to be packed, or does not exist.
    """
    part = (
        VendorOrder.objects.filter(vendor__village_id=point.village_id, ship_by__isnull=False, number=number)
        .select_related("vendor__village__town", "order__placement", "at_point")
        .prefetch_related("lines__sold_line")
        .first()
    )
    if part is None:
        raise NotForYou(_("没有找到这份订单。"), code="no_vendor_order")
    return part


def handed_over_on(point: VillagePoint, day: date) -> int:
    """How many parcels the courier took on a Shanghai day."""
    return PointParcel.objects.filter(
        point=point,
        handed_over_at__gte=start_of(day),
        handed_over_at__lt=start_of(day + timedelta(days=1)),
    ).count()


@dataclass(frozen=True, slots=True)
class Bringing:
    """One household's goods for one day: what the village's group may read. No amount, no buyer."""

    shop: str
    goods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BringingDay:
    """Everything that is to be at the point on a day; `day` is today for what is late."""

    day: date
    is_late: bool
    households: tuple[Bringing, ...]


def who_brings_what(parts: Sequence[VendorOrder], *, now: datetime) -> list[BringingDay]:
    """What is still to be brought, by day and household; what the point has taken is left out."""
    days: dict[date, dict[str, dict[str, int]]] = {}
    today = local_day(now)
    for part in parts:
        if hasattr(part, "at_point") or part.ship_by is None:
            continue
        day = local_day(part.ship_by)
        goods = days.setdefault(day, {}).setdefault(part.vendor.shop_name, {})
        for row in part.lines.all():
            line = row.sold_line
            if line.quantity > line.returned_quantity:
                name = f"{line.title} {line.spec}"
                goods[name] = goods.get(name, 0) + line.quantity - line.returned_quantity
    return [
        BringingDay(
            day=day,
            is_late=day < today,
            households=tuple(
                Bringing(shop, tuple(f"{name} ×{packs}" for name, packs in goods.items()))
                for shop, goods in sorted(days[day].items())
            ),
        )
        for day in sorted(days)
    ]
