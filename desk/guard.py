"""Who may enter: people who act for a shop now. What is another's looks as if it were not there, and is noted."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.models import User
from catalog.models import Listing, ListingChange
from catalog.queries.goods import change_for, listing_for
from common.audit import Actor, record
from common.errors import NotForYou
from desk.acting import standing_of
from desk.typed import keep_typed, page_of_form
from fulfilment.models import VendorOrder
from fulfilment.queries.parts import vendor_order_for
from vendors.models import Vendor
from vendors.queries import vendor_for

P = ParamSpec("P")
# Length of the audit log's column.
_NOTED = 60
# A code by SMS: villagers have no password.
SIGN_IN = "accounts:code"


@dataclass(frozen=True, slots=True)
class Member:
    """The person at the desk and the shops they act for now; none for somebody who has no shop."""

    user: User
    actor: Actor
    vendors: tuple[Vendor, ...]
    # The household that lets this person act, when they are here for it; then `vendors` is its shop alone.
    acting_for: Vendor | None = None
    # There is another household, or an own shop, to change to.
    has_choice: bool = False


View = Callable[Concatenate[HttpRequest, Member, P], HttpResponse]
Guarded = Callable[Concatenate[HttpRequest, P], HttpResponse]


def signed_in(view: View[P]) -> Guarded[P]:
    """Opens a page to anybody signed in, and tells it their shops."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        user = request.user
        if not isinstance(user, User):
            if request.method != "POST":
                return redirect_to_login(request.get_full_path(), SIGN_IN)
            keep_typed(request)
            return redirect_to_login(page_of_form(request), SIGN_IN)
        standing = standing_of(request, user)
        if standing.must_choose:
            return redirect("desk:for-whom")
        member = Member(
            user, standing.actor_of(user), standing.vendors, standing.acting_for, standing.has_choice
        )
        return view(request, member, *args, **kwargs)

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


def household_only(view: View[P]) -> Guarded[P]:
    """Opens a page to a household's own people; to helpers and others it does not exist."""

    @members_only
    @wraps(view)
    def guarded(request: HttpRequest, member: Member, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if member.acting_for is not None or household_shop(member) is None:
            raise Http404
        return view(request, member, *args, **kwargs)

    return guarded


def household_shop(member: Member) -> Vendor | None:
    """The household's shop among those at this desk; None for an operator's people."""
    return next((shop for shop in member.vendors if shop.household_id), None)


def own_part(member: Member, number: str) -> VendorOrder:
    """A vendor order of this person's shops; another's, or none, is refused the same way and noted (B044)."""
    try:
        return vendor_order_for(member.user, number)
    except NotForYou as error:
        raise _refused(member, "vendor_order", number, error) from error


def own_shop(member: Member, vendor_id: int) -> Vendor:
    """A shop of this person."""
    try:
        return vendor_for(member.user, vendor_id)
    except NotForYou as error:
        raise _refused(member, "vendor", vendor_id, error) from error


def own_listing(member: Member, product_id: int) -> Listing:
    """Goods of this person's shops."""
    try:
        return listing_for(member.user, product_id)
    except NotForYou as error:
        raise _refused(member, "listing", product_id, error) from error


def own_change(member: Member, change_id: int) -> ListingChange:
    """A change of this person's goods."""
    try:
        return change_for(member.user, change_id)
    except NotForYou as error:
        raise _refused(member, "listing_change", change_id, error) from error


def _refused(member: Member, kind: str, key: object, error: NotForYou) -> Http404:
    record(
        actor=member.actor,
        action="refused",
        object_kind=kind,
        object_id=str(key)[:_NOTED],
        now=timezone.now(),
        reason=error.code,
    )
    return Http404(error.code)
