"""Opens village points, lets people work there, moves parcels through them; the caller has the locks."""

from datetime import datetime, time

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.audit import Actor, record
from common.errors import DomainError
from fulfilment.models import Parcel, PointMember, PointParcel, VendorOrder, VillagePoint
from fulfilment.services.vendor_orders import WrongState
from places.models import Village


@transaction.atomic
def open_point(
    *,
    village: Village,
    name: str,
    name_en: str,
    address_line: str,
    telephone: str,
    collected_at: time | None,
    actor: Actor,
    now: datetime,
) -> VillagePoint:
    """The point of a village; there is one.

    Raises:
        DomainError: the village has its point already.
    """
    if VillagePoint.objects.filter(village=village).exists():
        raise DomainError(_("这个村已经有村点了。"), code="point_is_open")
    point = VillagePoint.objects.create(
        village=village,
        name=name,
        name_en=name_en,
        address_line=address_line,
        telephone=telephone,
        collected_at=collected_at,
        opened_at=now,
    )
    record(actor=actor, action="open_point", object_kind="village_point", object_id=village.pk, now=now)
    return point


def let_work_at(*, point: VillagePoint, user: User, actor: Actor, now: datetime) -> PointMember:
    """Lets a person work at the point from now on."""
    member, _made = PointMember.objects.get_or_create(
        point=point, user=user, ended_at=None, defaults={"since": now}
    )
    _noted(point, user, "let_work_at", actor, now)
    return member


def stop_working_at(*, point: VillagePoint, user: User, actor: Actor, now: datetime) -> None:
    """Ends it; it counts from the next request."""
    PointMember.objects.filter(point=point, user=user, ended_at=None).update(ended_at=now)
    _noted(point, user, "stop_working_at", actor, now)


def _noted(point: VillagePoint, user: User, action: str, actor: Actor, now: datetime) -> None:
    record(
        actor=actor,
        action=action,
        object_kind="village_point",
        object_id=point.village_id,
        now=now,
        detail={"user": user.pk},
    )


def take(*, point: VillagePoint, vendor_order: VendorOrder, now: datetime) -> PointParcel:
    """It was brought to the point.

    Raises:
        WrongState: it is not to be sent any more.
        DomainError: it was taken before.
    """
    if vendor_order.state not in VendorOrder.TO_SEND:
        raise WrongState
    parcel, is_new = PointParcel.objects.get_or_create(
        vendor_order=vendor_order, defaults={"point": point, "taken_at": now}
    )
    if not is_new:
        raise DomainError(_("这一件已经收过了。"), code="taken_already")
    return parcel


def label(*, parcel: PointParcel, carrier: str, waybill: str, now: datetime) -> None:
    """Weighed and labelled; while it has not been handed over the label may be changed.

    Raises:
        WrongState: it has been handed over.
        DomainError: the waybill is on another parcel.
    """
    if parcel.handed_over_at is not None:
        raise WrongState
    others = PointParcel.objects.filter(carrier=carrier, waybill=waybill).exclude(pk=parcel.pk)
    if others.exists() or Parcel.objects.filter(carrier=carrier, waybill=waybill).exists():
        raise DomainError(_("这个运单号已经用过，请核对。"), code="waybill_taken")
    parcel.weighed_at, parcel.labelled_at = now, now
    parcel.carrier, parcel.waybill = carrier, waybill
    parcel.save(update_fields=["weighed_at", "labelled_at", "carrier", "waybill"])


def handed_over(*, parcel: PointParcel, now: datetime) -> None:
    """The courier has it."""
    parcel.handed_over_at = now
    parcel.save(update_fields=["handed_over_at"])
