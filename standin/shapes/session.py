"""A checkout session, as Stripe shows it."""

from standin.objects import Json, Session
from standin.shapes import CURRENCY


def shown(session: Session) -> Json:
    """Once it is not open, it has no address any more."""
    return {
        "id": session.id,
        "object": "checkout.session",
        "adaptive_pricing": {"enabled": session.is_adaptive},
        "allowed_payment_method_types": list(session.allowed) or None,
        "amount_subtotal": session.total,
        "amount_total": session.total,
        "automatic_tax": {"enabled": False, "liability": None, "provider": None, "status": None},
        "cancel_url": session.cancel_url,
        "client_reference_id": session.reference,
        "created": session.created,
        "currency": CURRENCY,
        "currency_conversion": None,
        "custom_fields": [],
        "custom_text": {"after_submit": None, "shipping_address": None, "submit": None},
        "customer": None,
        "customer_creation": "if_required",
        "customer_details": None,
        "customer_email": None,
        "expires_at": session.expires_at,
        "invoice": None,
        "livemode": False,
        "locale": session.locale,
        "metadata": session.metadata,
        "mode": "payment",
        "payment_intent": session.intent_id,
        "payment_link": None,
        "payment_method_collection": "if_required",
        "payment_method_options": _options(session),
        "payment_method_types": list(session.methods),
        "payment_status": session.payment_status,
        "phone_number_collection": {"enabled": False},
        "recovered_from": None,
        "setup_intent": None,
        "shipping_cost": None,
        "shipping_options": [],
        "status": session.status,
        "submit_type": None,
        "subscription": None,
        "success_url": session.success_url,
        "total_details": {"amount_discount": 0, "amount_shipping": 0, "amount_tax": 0},
        "ui_mode": "hosted_page",
        "url": session.url if session.status == "open" else None,
    }


def _options(session: Session) -> Json:
    return {"wechat_pay": {"client": session.wechat_client}} if session.wechat_client else {}
