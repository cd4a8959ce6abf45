"""Orders a person may see: by the secret link, or their own when signed in."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from common.errors import NotForYou
from orders.models import Placement


def order_by_token(token: str) -> Placement:
    """The order behind a secret link. Wrong and missing links look alike (B052).

    Raises:
        NotForYou: there is none.
    """
    placement = Placement.objects.filter(token=token).select_related("order").first()
    if placement is None:
        raise NotForYou(_("没有找到这个订单。"), code="no_order")
    return placement


def orders_for(user: User) -> QuerySet[Placement]:
    """The orders of a signed-in buyer, newest first."""
    return Placement.objects.filter(buyer=user).order_by("-pk")
