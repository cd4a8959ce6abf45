"""The words of each message, in the reader's language."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

TEXTS = {
    "placed": _("订单 %(number)s 已提交，共 ¥%(total)s。付款、查看都在这里：%(link)s"),
    "part_cancelled": _("订单 %(number)s 已取消，没有收您的钱。查看：%(link)s"),
    "nothing_to_pack": _("订单 %(number)s 已取消，不用备货发货了。"),
    "parcel_refused": _("订单 %(number)s 被拒收，货会退回来，请留意。"),
    "paid": _("订单 %(number)s 已付款 ¥%(total)s，农户正在备货。查看：%(link)s"),
    "given_back": _("订单 %(number)s 的付款到账时订单已关闭，款项 ¥%(total)s 将原路退回。查看：%(link)s"),
    "expired": _("订单 %(number)s 超时未付款，已关闭，可以重新下单。查看：%(link)s"),
    "shipped": _("订单 %(number)s 已发货，%(carrier)s %(waybill)s。查看：%(link)s"),
    "shipped_short": _(
        "订单 %(number)s 已发货，%(carrier)s %(waybill)s。实际重量比下单少，差价 ¥%(amount)s 退给您。查看：%(link)s"
    ),
    "refunded": _("订单 %(number)s 已登记退款 ¥%(amount)s，将原路退回。查看：%(link)s"),
    "sign_in_code": _("验证码 %(code)s，5分钟内有效。请不要告诉任何人，工作人员不会向您要。"),
    "to_pack": _("您有新订单 %(number)s，请按时备货发货。"),
}


def text_of(*, template: str, context: Mapping[str, str], language: str) -> str:
    """The text of a message; the secret link is built only here."""
    with override(language):
        prefix = "/en" if language == "en" else ""
        token = context.get("token", "")
        link = f"{settings.SITE_URL}{prefix}/o/{token}/" if token else ""
        return str(TEXTS[template]) % {**context, "link": link}


# What stands in these is a key: it is wiped as soon as the message is out or given up.
SECRET = frozenset({"sign_in_code"})
