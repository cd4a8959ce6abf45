"""The fields of a new checkout session: refused where Stripe would refuse them."""

from collections.abc import Mapping

from standin.fields import Tree, branch, integer, items, only, pairs, text, texts
from standin.objects import METHODS, Item
from standin.refusals import wrong_parameter

KNOWN = (
    "mode",
    "locale",
    "line_items",
    "allowed_payment_method_types",
    "payment_method_options",
    "client_reference_id",
    "metadata",
    "payment_intent_data",
    "adaptive_pricing",
    "expires_at",
    "success_url",
    "cancel_url",
    "customer_email",
    "submit_type",
    "ui_mode",
)
LOCALES = ("auto", "zh", "zh-HK", "zh-TW", "en", "en-GB")
SOONEST, LATEST = 30 * 60, 24 * 60 * 60
MOST_ITEMS, LONGEST_NAME = 100, 250
CLIENTS = ("web", "android", "ios")


def check_names(fields: Mapping[str, Tree]) -> None:
    """Refuses fields that Stripe does not have, first of all the one it took away in 2026-09-30.endive."""
    if "payment_method_types" in fields:
        raise wrong_parameter(
            "`payment_method_types` is no longer supported. Use `allowed_payment_method_types`.",
            "payment_method_types",
            "payment_method_types_no_longer_supported",
        )
    only(fields, {"expand", *KNOWN})
    if text(fields, "mode") != "payment":
        raise wrong_parameter("The stand-in only knows mode=payment.", "mode")
    if fields.get("ui_mode", "hosted_page") != "hosted_page":
        raise wrong_parameter("The stand-in only knows ui_mode=hosted_page.", "ui_mode")


def items_of(fields: Mapping[str, Tree]) -> tuple[Item, ...]:
    """The lines; together they cost more than nothing."""
    rows = items(fields, "line_items")
    if not rows:
        raise wrong_parameter("Missing required param: line_items.", "line_items", "parameter_missing")
    if len(rows) > MOST_ITEMS:
        raise wrong_parameter(f"You can have at most {MOST_ITEMS} line items.", "line_items")
    lines = tuple(_item(row, index) for index, row in enumerate(rows))
    if sum(line.quantity * line.unit_amount for line in lines) < 1:
        raise wrong_parameter("The total must be more than nothing.", "line_items", "amount_too_small")
    return lines


def _item(row: Tree, index: int) -> Item:
    where = f"line_items[{index}]"
    if not isinstance(row, dict):
        raise wrong_parameter(f"Invalid hash: {where}", where)
    only(row, ("price_data", "quantity"), inside=where)
    price = branch(row, "price_data")
    only(price, ("currency", "unit_amount", "product_data"), inside=f"{where}[price_data]")
    if text(price, "currency").lower() != "cny":
        raise wrong_parameter("The stand-in's account takes cny only.", f"{where}[price_data][currency]")
    quantity, unit_amount = integer(row, "quantity"), integer(price, "unit_amount")
    if quantity < 1 or unit_amount < 0:
        raise wrong_parameter("Invalid non-negative integer", where, "parameter_invalid_integer")
    product = branch(price, "product_data")
    only(product, ("name", "description", "images", "metadata"), inside=f"{where}[price_data][product_data]")
    return Item(text(product, "name")[:LONGEST_NAME], quantity, unit_amount)


def methods_of(fields: Mapping[str, Tree], enabled: tuple[str, ...]) -> tuple[str, ...]:
    """A filter over what the account has: the others are silently left out, as Stripe does."""
    allowed = texts(fields, "allowed_payment_method_types")
    methods = tuple(method for method in enabled if not allowed or method in allowed)
    if not methods:
        raise wrong_parameter(
            "No payment method types are left for this session.", "allowed_payment_method_types"
        )
    return methods


def allowed_of(fields: Mapping[str, Tree]) -> tuple[str, ...]:
    """The filter as it was given."""
    allowed = texts(fields, "allowed_payment_method_types")
    for name in allowed:
        if name not in METHODS:
            raise wrong_parameter(
                f"The stand-in does not know the method {name}.", "allowed_payment_method_types"
            )
    return tuple(allowed)


def wechat_client_of(fields: Mapping[str, Tree], methods: tuple[str, ...]) -> str | None:
    """WeChat Pay wants to know where the buyer is: on the web, or in an app."""
    if "wechat_pay" not in methods:
        return None
    where = "payment_method_options[wechat_pay][client]"
    client = branch(branch(fields, "payment_method_options"), "wechat_pay").get("client")
    if client not in CLIENTS:
        raise wrong_parameter(f"{where} must be one of web, android or ios.", where)
    return str(client)


def expires_at_of(fields: Mapping[str, Tree], now: int) -> int:
    """Between half an hour and a day from now; a day when it is not said."""
    if "expires_at" not in fields:
        return now + LATEST
    expires_at = integer(fields, "expires_at")
    if not now + SOONEST <= expires_at <= now + LATEST:
        raise wrong_parameter(
            "The `expires_at` timestamp must be at least 30 minutes and at most 24 hours "
            "from Checkout Session creation.",
            "expires_at",
        )
    return expires_at


def locale_of(fields: Mapping[str, Tree]) -> str:
    """The language of the page."""
    locale = text(fields, "locale", "auto")
    if locale not in LOCALES:
        raise wrong_parameter(f"Invalid locale: {locale}", "locale")
    return locale


def url_of(fields: Mapping[str, Tree], name: str) -> str | None:
    """An address to send the buyer to."""
    if name not in fields:
        return None
    url = text(fields, name)
    if not url.startswith(("http://", "https://")):
        raise wrong_parameter("Not a valid URL", name, "url_invalid")
    return url


def intent_data_of(fields: Mapping[str, Tree]) -> tuple[dict[str, str], str | None]:
    """What goes on to the payment: metadata and a description."""
    data = branch(fields, "payment_intent_data")
    only(data, ("metadata", "description"), inside="payment_intent_data")
    return pairs(data, "metadata"), text(data, "description", "") or None
