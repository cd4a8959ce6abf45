"""Why a provider did not give money back, in words; what is not known by name is shown as the provider said it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The provider's own codes: docs.stripe.com/refunds, "failure_reason", and those of its refusals.
_WORDS: dict[str, str | Promise] = {
    "declined": _("买家的银行或钱包拒收"),
    "expired_or_canceled_card": _("买家的卡已过期或注销"),
    "lost_or_stolen_card": _("买家的卡已挂失"),
    "insufficient_funds": _("我方支付账户余额不足"),
    "charge_for_pending_refund_disputed": _("买家已向银行提出争议"),
    "charge_disputed": _("买家已向银行提出争议"),
    "charge_already_refunded": _("支付平台已经全额退过"),
    "unknown": _("支付平台没有说明原因"),
    "": _("支付平台没有说明原因"),
}


def said(failure: str) -> str:
    """The cause in the reader's language."""
    return str(_WORDS.get(failure, failure))
