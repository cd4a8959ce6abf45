"""What waits for the operator today."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from backoffice.guard import Staff, staff_only
from catalog.queries.papers import off_sale_for_papers
from fulfilment.queries.parts import cash_parcels, late_parts
from payments import queries as payments
from payments.models import ProviderEvent
from settlement.models import Payout
from settlement.queries import count_owed, lots_to_pay, supply_payments_under_way
from settlement.queries import payouts as all_payouts


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many of one kind, and where to work on them."""

    label: str | Promise
    count: int
    page: str


@staff_only()
def home(request: HttpRequest, staff: Staff) -> HttpResponse:
    """The counts; each leads to its list."""
    now, owed = timezone.now(), count_owed()
    waiting = [
        Waiting(_("待登记的银行转账"), payments.transfers_waiting().count(), "operator:transfers"),
        Waiting(_("待登记的货到付款"), cash_parcels().count(), "operator:cash"),
        Waiting(_("超过承诺时间未发货"), late_parts(now).count(), "operator:late"),
        Waiting(_("待人工退款"), payments.refunds_by_hand().count(), "operator:refunds"),
        Waiting(_("未成功的退款"), payments.refunds_failed().count(), "operator:failed-refunds"),
        Waiting(_("可以付款的店铺"), owed.above, "operator:payouts"),
        Waiting(_("多付了货款的店铺"), owed.below, "operator:payouts"),
        Waiting(
            _("待复核的付款单"), all_payouts().filter(state=Payout.State.MADE).count(), "operator:payouts"
        ),
        Waiting(
            _("待付款的付款单"), all_payouts().filter(state=Payout.State.CHECKED).count(), "operator:payouts"
        ),
        Waiting(_("待付款的收购批次"), lots_to_pay().count(), "operator:lots"),
        Waiting(_("办理中的收购付款单"), supply_payments_under_way().count(), "operator:lots"),
        Waiting(_("因证照过期下架的商品"), off_sale_for_papers().count(), "operator:papers"),
        Waiting(
            _("待处理事项"), payments.problems().filter(closed_at__isnull=True).count(), "operator:problems"
        ),
        Waiting(
            _("异常的支付通知"),
            payments.notices().filter(state=ProviderEvent.State.ODD).count(),
            "operator:notices",
        ),
    ]
    return render(request, "operator/home.html", {"staff": staff, "waiting": waiting})
