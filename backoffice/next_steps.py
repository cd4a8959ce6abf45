"""What to do about each kind of problem; docs/runbook.md says the same at more length."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from payments.models import Problem

Kind = Problem.Kind

NEXT_STEPS: dict[str, str | Promise] = {
    Kind.AMOUNT_MISMATCH: _(
        "先核对银行流水或支付平台。转账：从订单打开“登记到账”，照实登记并退给买家，请买家按应收金额重付；"
        "在线支付：在支付平台退回。只是填错金额的，写明即可。"
    ),
    Kind.UNKNOWN_ORDER: _("按凭证号在支付平台查这笔款项；不是本店的，查还有谁在用这个账户。"),
    Kind.LATE_PAYMENT: _("退款已登记：在线支付由系统退回，转账在“退款”里等您办理；办完写明。"),
    Kind.SECOND_PAYMENT: _("退款已登记：在线支付由系统退回，转账在“退款”里等您办理；办完写明。"),
    Kind.REFUND_FAILED: _("在“未成功的退款”里再次提交；还不成，转账退给买家并登记。"),
    Kind.CASH_MISSING: _("向承运方核对这个包裹，在“货到付款”里登记收款或拒收。"),
    Kind.CANNOT_SEND: _(
        "打电话问清：能晚点发的，和买家说好；确实发不了的，从订单里取消这份，款项全额退回，这一行自动结案。"
    ),
    Kind.GATEWAY_SILENT: _("在支付平台查这个订单有没有收款；系统会继续查询，密钥失效请联系管理员。"),
}
