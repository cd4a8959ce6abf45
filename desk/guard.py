"""Who may enter: people who act for a shop now. What is another's looks as if it were not there, and is noted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.models import User
from accounts.queries import actor
from common.audit import Actor, record
from common.errors import NotForYou
from fulfilment.models import VendorOrder
from fulfilment.queries.parts import vendor_order_for
from vendors.models import Vendor
from vendors.queries import vendors_for

P = ParamSpec("P")
# Length of the audit log's column.
_NOTED = 60


@dataclass(frozen=True, slots=True)
class Member:
    """The person at the desk and the shops they act for now; none for somebody who has no shop."""

    user: User
    actor: Actor
    vendors: tuple[Vendor, ...]


View = Callable[Concatenate[HttpRequest, Member, P], HttpResponse]
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponse]


def signed_in(view: View[P]) -> Guarded[P]:
    """Opens a page to anybody signed in, and tells it their shops."""

    @never_cache
    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        user = request.user
        if not isinstance(user, User):
            raise Http404
        return view(request, Member(user, actor(user), tuple(vendors_for(user))), *args, **kwargs)

    return guarded


def members_only(view: View[P]) -> Guarded[P]:
    """Opens a page to people with a shop; to others it does not exist."""

    @signed_in
    @wraps(view)
    def guarded(request: HttpRequest, member: Member, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not member.vendors:
            raise Http404
        return view(request, member, *args, **kwargs)

    return guarded


def own_part(member: Member, number: str) -> VendorOrder:
    """A vendor order of this person's shops; another's, or none, is refused the same way and noted (B044)."""
    try:
        return vendor_order_for(member.user, number)
    except NotForYou as error:
        record(
            actor=member.actor,
            action="refused",
            object_kind="vendor_order",
            object_id=number[:_NOTED],
            now=timezone.now(),
            reason=error.code,
        )
        raise Http404 from error
