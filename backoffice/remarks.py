"""What became of a provider's notice, in words; a code of the provider's own is shown as it is."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_WORDS: dict[str, str | Promise] = {
    "": "",
    "paid": _("已登记到账"),
    "already": _("之前已登记"),
    "mismatch": _("金额不符，已列入待处理事项"),
    "unknown": _("订单不存在，已列入待处理事项"),
    "reopened": _("已登记，订单重新打开"),
    "given_back": _("已登记，退给买家"),
    "other_reference": _("订单已用另一凭证号登记"),
    "open": _("还没有付款"),
    "processing": _("支付平台正在办理"),
    "pending": _("支付平台正在办理"),
    "failed": _("没有办成"),
    "closed": _("付款页已关闭"),
    "expired": _("付款页已关闭"),
    "succeeded": _("已退款"),
    "an earlier try": _("是之前一次没有办成的退款"),
    "nothing to fetch": _("与收款、退款无关"),
    "no such payment": _("没有这笔款项，已列入待处理事项"),
    "refund is not ours": _("不是本店登记的退款，已列入待处理事项"),
    "names another attempt": _("与登记的付款对不上，已列入待处理事项"),
}


def said(remark: str) -> str:
    """The remark in the reader's language."""
    return str(_WORDS.get(remark, remark))
