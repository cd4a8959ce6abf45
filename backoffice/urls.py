"""The operator's addresses."""

from django.urls import path

from backoffice.views import cash, home, lists, orders, payouts, refunds, transfers

app_name = "operator"

urlpatterns = [
    path("", home.home, name="home"),
    path("transfers/", transfers.transfers, name="transfers"),
    path("transfers/<uuid:key>/", transfers.transfer, name="transfer"),
    path("cash/", cash.cash, name="cash"),
    path("cash/<slug:number>/", cash.cash_parcel, name="cash-parcel"),
    path("cash/<slug:number>/refused/", cash.cash_refused, name="cash-refused"),
    path("orders/", orders.find, name="orders"),
    path("orders/<slug:number>/", orders.order, name="order"),
    path("parts/late/", orders.late, name="late"),
    path("parts/<slug:number>/refund/", orders.refund, name="refund"),
    path("parts/<slug:number>/cancel/", orders.cancel, name="cancel"),
    path("refunds/", refunds.refunds, name="refunds"),
    path("refunds/failed/", refunds.failed, name="failed-refunds"),
    path("refunds/<uuid:key>/", refunds.refund_paid, name="refund-paid"),
    path("refunds/<uuid:key>/again/", refunds.again, name="refund-again"),
    path("payouts/", payouts.payouts, name="payouts"),
    path("payouts/make/<int:vendor_id>/", payouts.make, name="make-payout"),
    path("payouts/<int:payout_id>/", payouts.payout, name="payout"),
    path("payouts/<int:payout_id>/check/", payouts.check, name="check-payout"),
    path("payouts/<int:payout_id>/paid/", payouts.paid, name="pay-payout"),
    path("payouts/<int:payout_id>/failed/", payouts.failed, name="fail-payout"),
    path("problems/", lists.problems, name="problems"),
    path("problems/<int:problem_id>/", lists.problem, name="problem"),
    path("notices/", lists.notices, name="notices"),
    path("messages/", lists.messages, name="messages"),
]
