"""Stripe's smallest units: for yuan they are fen. Others are only read, on statements."""

from decimal import Decimal

from common.money import NotWholeFen, from_fen, to_fen
from payments.gateways.base import GatewayRefused

# docs.stripe.com/currencies, "Zero-decimal currencies" and "Three-decimal currencies".
ZERO_DECIMAL = frozenset(
    {"bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga"}
    | {"pyg", "rwf", "ugx", "vnd", "vuv", "xaf", "xof", "xpf"}
)
THREE_DECIMAL = frozenset(["bhd", "jod", "kwd", "omr", "tnd"])


def to_minor(amount: Decimal, currency: str) -> int:
    """Whole fen to ask Stripe for.

    Raises:
        GatewayRefused: the currency is not yuan, or there is a fraction of a fen.
    """
    if currency != "CNY":
        raise GatewayRefused("currency_not_supported", f"only CNY is sent, not {currency}")
    try:
        return to_fen(amount)
    except NotWholeFen as error:
        raise GatewayRefused("not_whole_fen", str(error)) from error


def from_minor(minor: int, currency: str) -> Decimal:
    """Stripe's integer in the currency's main unit; 1790 in cny is 17.90."""
    code = currency.lower()
    if code in ZERO_DECIMAL:
        return Decimal(minor)
    if code in THREE_DECIMAL:
        return Decimal(minor).scaleb(-3)
    return from_fen(minor)
