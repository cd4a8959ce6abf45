"""An operator packs from a lot: so many packs of one of its products come into stock, never more than the lot holds."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from catalog.models import Listing
from catalog.services.listings import touch_storefronts
from catalog.services.origins import write_origin
from common.audit import Actor, record
from common.errors import DomainError
from common.idempotency import claim, finish
from vendors.locks import lock_lot
from vendors.models import SupplyPacking
from vendors.partner.models import StockRecord
from vendors.queries import villages_on_hand
from vendors.services import stock, supply

SCOPE = "pack_lot"


def pack_lot(
    *, submission: str, lot_id: int, listing: Listing, packs: int, actor: Actor, now: datetime
) -> SupplyPacking:
    """So many packs into stock. The same `submission` again, even at once, packs once.

    Raises:
        DomainError: another seller's product, one that is not sold from lots, or less is left than that.
    """
    with transaction.atomic():
        earlier = claim(scope=SCOPE, key=submission, now=now)
        if earlier is not None:
            return SupplyPacking.objects.get(pk=int(earlier))
        lot = lock_lot(lot_id)
        stockrecord = StockRecord.objects.get(product_id=listing.pk)
        if listing.vendor_id != lot.operator_id or not stockrecord.from_lots:
            raise DomainError(_("这件商品不是这家经营主体从批次分装出售的。"), code="not_of_this_operator")
        packing = supply.pack(
            lot=lot,
            stockrecord_id=stockrecord.pk,
            packs=packs,
            pack_g=listing.net_weight_g,
            by=actor.label,
            now=now,
        )
        stock.receive(
            stockrecord_id=stockrecord.pk,
            quantity=packs,
            source=f"lot:{lot.number}:{packing.pk}",
            actor_label=actor.label,
            now=now,
            packing_id=packing.pk,
        )
        stockrecord.refresh_from_db(fields=["num_in_stock"])
        villages = villages_on_hand(stockrecord.pk, on_hand=stockrecord.num_in_stock)
        write_origin(listing=listing, villages=villages)
        touch_storefronts(listing)
        record(
            actor=actor,
            action="pack_lot",
            object_kind="supply_lot",
            object_id=lot.number,
            now=now,
            detail={"packs": packs, "product": listing.pk},
        )
        finish(scope=SCOPE, key=submission, result=packing.pk)
        return packing
