"""How templates write money, days and numbers; the language switch; the marks of a page."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.safestring import SafeString

from common import clock, masking

register = template.Library()
PICTURE_WIDTHS = (320, 640, 1200)
BANNER_WIDTHS = (720, 1440)


@dataclass(frozen=True, slots=True)
class PriceParts:
    """A price in pieces, so that ¥ and fen can be set smaller."""

    sign: str
    yuan: str
    fen: str


@register.filter
def price_parts(value: Decimal | None) -> PriceParts | None:
    """12.50 → ¥, 12, .50; nothing for no price."""
    if value is None:
        return None
    whole, fen = f"{abs(value):,.2f}".split(".")
    return PriceParts("−¥" if value < 0 else "¥", whole, f".{fen}")


@register.filter
def yuan(value: Decimal | None) -> str:
    """1234.5 → ¥1,234.50; a minus sign stands before the ¥; nothing for no amount."""
    if value is None:
        return ""
    return f"{'−' if value < 0 else ''}¥{abs(value):,.2f}"


@register.filter
def local_day(value: datetime | date | None) -> str:
    """The Shanghai day, 2026-11-25; nothing for no moment."""
    if value is None:
        return ""
    return (clock.local_day(value) if isinstance(value, datetime) else value).isoformat()


@register.filter
def local_minute(value: datetime | None) -> str:
    """The Shanghai minute, 2026-11-25 14:30; nothing for no moment."""
    return "" if value is None else value.astimezone(clock.SHANGHAI).strftime("%Y-%m-%d %H:%M")


@register.filter
def masked_mobile(value: str) -> str:
    """138****1234."""
    return masking.mask_mobile(value)


@register.filter
def masked_name(value: str) -> str:
    """李*华."""
    return masking.mask_name(value)


@register.filter
def picture_url(key: str, width: int = 640) -> str:
    """Where the picture of this key stands, `width` pixels wide."""
    return static(f"pictures/{key}-{width}.webp")


@register.filter
def picture_srcset(key: str) -> str:
    """The square picture in all its widths, for `srcset`."""
    return ", ".join(f"{picture_url(key, width)} {width}w" for width in PICTURE_WIDTHS)


@register.filter
def banner_srcset(key: str) -> str:
    """The banner in all its widths, for `srcset`."""
    return ", ".join(f"{picture_url(key, width)} {width}w" for width in BANNER_WIDTHS)


@register.filter
def described(field: BoundField, kind: str = "") -> SafeString:
    """The field's widget, tied to its help and its error for screen readers.

    `kind` is an input type to use instead of the widget's own (tel, number).
    """
    marks: dict[str, Any] = {}
    described_by = [f"{field.id_for_label}-help"] if field.help_text else []
    if field.errors:
        described_by.append(f"{field.id_for_label}-error")
        marks["aria-invalid"] = "true"
    if described_by:
        marks["aria-describedby"] = " ".join(described_by)
    if kind:
        marks["type"] = kind
    return field.as_widget(attrs=marks)


@register.simple_tag(takes_context=True)
def in_language(context: template.Context, language: str) -> str:
    """This page's address in another language; its home where the page has no address of its own."""
    request = context.get("request")
    if not isinstance(request, HttpRequest):
        return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"
    return translate_url(request.get_full_path(), language)


@register.simple_tag(takes_context=True)
def has_session(context: template.Context) -> bool:
    """Whether the visitor brought a session, so that messages may be looked for.

    Looking for them without one would mark the page as different for every visitor.
    """
    request = context.get("request")
    return isinstance(request, HttpRequest) and settings.SESSION_COOKIE_NAME in request.COOKIES
