"""The only source of locked placements and baskets: always the first lock of a story step."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from oscar.apps.basket.models import Basket

from accounts.models import User
from common.errors import DomainError, NotForYou
from orders.models import BasketOwner, Placement


def lock_placement(order_id: int) -> Placement:
    """The placement, locked until the transaction ends.

    Raises:
        NotForYou: there is none.
    """
    placement = Placement.objects.select_for_update().filter(pk=order_id).first()
    if placement is None:
        raise NotForYou(_("没有找到这个订单。"), code="no_order")
    return placement


def lock_open_basket(basket_id: int) -> None:
    """Locks the basket until the transaction ends. Whoever writes its lines, or its owner, has it locked.

    Raises:
        DomainError: it was submitted already, in another tab for instance, or merged into another.
    """
    found = Basket.objects.select_for_update().filter(pk=basket_id).values_list("status", flat=True).first()
    if found is None:
        raise DomainError(_("购物车刚刚并入了您的账户，请再看一遍。"), code="basket_merged")
    if found != Basket.OPEN:
        raise DomainError(_("这个购物车已经提交过了。请到订单里查看。"), code="basket_submitted")


def lock_baskets_of(*, user: User, key: str) -> list[BasketOwner] | None:
    """Both baskets of somebody who signs in, first the baskets by key, then who owns them.

    None when another basket was opened or submitted meanwhile: begin anew, in a new transaction.
    """
    owners = BasketOwner.objects.filter(Q(key=key) | Q(user=user)).order_by("pk")
    seen = set(owners.values_list("basket_id", flat=True))
    _lock_baskets(seen)
    locked = list(owners.select_for_update())
    return locked if {owner.basket_id for owner in locked} <= seen else None


def _lock_baskets(ids: Iterable[int]) -> None:
    list(Basket.objects.select_for_update().filter(pk__in=ids).order_by("pk").values_list("pk"))
