"""What helpers did, in words a household reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from common.models import AuditEntry

SAID = {
    "pack": _("标记打包"),
    "ship": _("填写运单，发货"),
    "weigh": _("称重"),
    "cannot_send": _("说明发不了货"),
    "list_product": _("上架商品"),
    "goods_state": _("改商品在卖或暂停"),
    "goods_price": _("改价格"),
    "goods_added": _("加货"),
    "goods_sold_out": _("标为卖完"),
    "change_words": _("改商品文字"),
    "put_photos": _("放商品照片"),
    "vendor_pause": _("暂停营业"),
    "vendor_resume": _("恢复营业"),
    "enter_cost": _("记了一笔支出"),
    "take_back_cost": _("撤回一笔支出"),
    "dispute_entry": _("对一笔记账提出异议"),
    "refused": _("想看别家的东西，没有让看"),
}


@dataclass(frozen=True, slots=True)
class Done:
    """One act of a helper."""

    at: datetime
    who: str
    what: str
    about: str


def done(entries: Iterable[AuditEntry]) -> list[Done]:
    """The acts in words; one that has none yet is named as the log names it."""
    return [
        Done(entry.at, entry.actor_label, str(SAID.get(entry.action, entry.action)), entry.object_id)
        for entry in entries
    ]
