"""What is asked of a Checkout Session when it is made."""

from datetime import timedelta

from stripe.params.checkout import SessionCreateParams, SessionCreateParamsLineItem

from common.money import total
from payments.gateways.base import GatewayRefused, StartPayment
from payments.gateways.stripe_money import to_minor

# Stripe wants at least 30 minutes from the moment it is asked. The order's own limit plus a bit more than
# that is long enough whenever the buyer comes, and the same each time the attempt is started again, which a
# repeated idempotency key demands. The order's limit itself is kept by closing the session.
OUTLIVES_ORDER = timedelta(minutes=31)
MAX_LINES = 100
MAX_TITLE = 250
FREIGHT = {"zh": "运费", "en": "Delivery"}
ORDER = {"zh": "订单", "en": "Order"}


def session_params(payment: StartPayment, methods: tuple[str, ...]) -> SessionCreateParams:
    """The parameters of a session; no personal data among them.

    Raises:
        GatewayRefused: not yuan, a fraction of a fen, or lines that do not sum to the amount.
    """
    locale = "en" if payment.language.startswith("en") else "zh"
    ours = {"attempt": str(payment.attempt_key), "order": payment.order_number}
    params = SessionCreateParams(
        mode="payment",
        locale=locale,
        line_items=_line_items(payment, locale),
        allowed_payment_method_types=list(methods),  # the setting names them
        client_reference_id=str(payment.attempt_key),
        metadata=ours,
        payment_intent_data={"metadata": ours, "description": payment.order_number},
        # Stripe must not show, nor take, another currency than the one the order was placed in.
        adaptive_pricing={"enabled": False},
        expires_at=int((payment.expires_at + OUTLIVES_ORDER).timestamp()),
        success_url=payment.return_url,
        cancel_url=payment.cancel_url,
    )
    if "wechat_pay" in methods:
        params["payment_method_options"] = {"wechat_pay": {"client": "web"}}
    return params


def _line_items(payment: StartPayment, locale: str) -> list[SessionCreateParamsLineItem]:
    asked = total([line.unit_amount * line.quantity for line in payment.lines] + [payment.freight])
    if asked != payment.amount:
        raise GatewayRefused("lines_do_not_sum", f"{asked} is not {payment.amount}")
    if len(payment.lines) + 1 > MAX_LINES:
        whole = f"{ORDER[locale]} {payment.order_number}"
        return [_line_item(whole, 1, to_minor(payment.amount, payment.currency))]
    items = [
        _line_item(line.title, line.quantity, to_minor(line.unit_amount, payment.currency))
        for line in payment.lines
    ]
    if payment.freight:
        items.append(_line_item(FREIGHT[locale], 1, to_minor(payment.freight, payment.currency)))
    return items


def _line_item(title: str, quantity: int, fen: int) -> SessionCreateParamsLineItem:
    return {
        "quantity": quantity,
        "price_data": {
            "currency": "cny",
            "unit_amount": fen,
            "product_data": {"name": title[:MAX_TITLE]},
        },
    }
