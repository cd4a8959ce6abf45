"""The only source of locked placements: always the first lock of a story step."""

from django.utils.translation import gettext_lazy as _

from common.errors import NotForYou
from orders.models import Placement


def lock_placement(order_id: int) -> Placement:
    """The placement, locked until the transaction ends.

    Raises:
        NotForYou: there is none.
    """
    placement = Placement.objects.select_for_update().filter(pk=order_id).first()
    if placement is None:
        raise NotForYou(_("没有找到这个订单。"), code="no_order")
    return placement
