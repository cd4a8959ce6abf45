"""Who may enter a village point: people who work there now. Another's looks as if it were not there, and is noted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from accounts.queries import actor
from common.audit import Actor, record
from common.errors import NotForYou
from desk.guard import Guarded, Member, signed_in
from fulfilment.models import VendorOrder, VillagePoint
from fulfilment.queries.points import part_at, point_for
from vendors.models import Vendor
from vendors.services.helpers import acted_for

P = ParamSpec("P")
_NOTED = 60


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody at the point where they work."""

    member: Member
    point: VillagePoint

    def acting_for(self, vendor: Vendor) -> Actor:
        """What the point does for a household bears both names."""
        return actor(self.member.user, acted_for=acted_for(vendor))


View = Callable[Concatenate[HttpRequest, Worker, P], HttpResponse]


def point_only(view: View[P]) -> Guarded[P]:
    """Opens a page of a point to those who work there; `code` is its village."""

    @signed_in
    @wraps(view)
    def guarded(
        request: HttpRequest, member: Member, code: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponse:
        try:
            point = point_for(member.user, code)
        except NotForYou as error:
            raise _refused(member, "village_point", code, error) from error
        return view(request, Worker(member, point), *args, **kwargs)

    return guarded


def part_here(worker: Worker, number: str) -> VendorOrder:
    """A part of the point's own village."""
    try:
        return part_at(worker.point, number)
    except NotForYou as error:
        raise _refused(worker.member, "vendor_order", number, error) from error


def _refused(member: Member, kind: str, key: str, error: NotForYou) -> Http404:
    record(
        actor=member.actor,
        action="refused",
        object_kind=kind,
        object_id=key[:_NOTED],
        now=timezone.now(),
        reason=error.code,
    )
    return Http404(error.code)
