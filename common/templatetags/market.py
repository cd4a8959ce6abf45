"""How templates write money, days and numbers; the language switch; the marks of a page."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.conf import settings
from django.forms import BoundField
from django.http import HttpRequest
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from common import clock, masking
from common.photo_files import WHOLE, address_of

register = template.Library()
PICTURE_WIDTHS = (320, 640, 1200)
BANNER_WIDTHS = (720, 1440)
JPEG_WIDTHS = (320, 640, 720)
SMALL, LARGE = 160, 640


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
def kilograms(grams: int) -> str:
    """1234500 g → 1,234.5; whole grams are kept, empty places are not."""
    whole, rest = divmod(grams, 1000)
    return f"{whole:,}.{rest:03d}".rstrip("0").rstrip(".")


@register.filter
def local_day(value: datetime | date | None) -> str:
    """The Shanghai day, 2026-11-25; nothing for no moment."""
    if value is None:
        return ""
    return (clock.local_day(value) if isinstance(value, datetime) else value).isoformat()


@register.filter
def local_time(value: datetime | None) -> str:
    """The Shanghai minute, 2026-11-25 14:30; nothing for no moment."""
    return "" if value is None else value.astimezone(clock.SHANGHAI).strftime("%Y-%m-%d %H:%M")


@register.filter
def in_readers_words(sentence: str) -> str:
    """A reason that the market wrote itself, in the reader's language; what a person typed stays as it is."""
    return gettext(sentence) if sentence else ""


@register.filter
def masked_mobile(value: str) -> str:
    """138****1234."""
    return masking.mask_mobile(value)


@register.filter
def masked_name(value: str) -> str:
    """李*华."""
    return masking.mask_name(value)


def _file(key: str, width: int, kind: str) -> str:
    """A size of a photo (`photo/<key>`), or of a picture of the woodblock series."""
    source, _, photo = key.partition("/")
    if source == "photo" and photo:
        return address_of(photo, f"{width}.{kind}")
    return static(f"pictures/{key}-{width}.{kind}")


def _srcset(key: str, widths: tuple[int, ...], kind: str) -> str:
    return ", ".join(f"{_file(key, width, kind)} {width}w" for width in widths)


# A shelf names two dozen pictures in eight addresses each; what they are called changes with a release only.
@lru_cache(maxsize=4096)
def _picture(
    *, key: str, widths: tuple[int, ...], sizes: str, box: tuple[int, int], alt: str, loading: str
) -> SafeString:
    """A WebP source over a JPEG image, with its size, so that nothing jumps when it loads."""
    fallback = tuple(width for width in widths if width in JPEG_WIDTHS)
    source = format_html(
        '<source type="image/webp" srcset="{}" sizes="{}">', _srcset(key, widths, "webp"), sizes
    )
    width, height = box
    return format_html(
        '<picture>{}<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}" loading="{}"'
        ' decoding="async"></picture>',
        source,
        _file(key, fallback[-1], "jpg"),
        _srcset(key, fallback, "jpg"),
        sizes,
        width,
        height,
        alt,
        loading,
    )


def _unsized(photo: str, width: int, alt: str, loading: str) -> SafeString:
    """A photo that came a moment ago: the one file there is, cut to a square by the page."""
    return format_html(
        '<picture><img src="{}" width="{}" height="{}" alt="{}" loading="{}" decoding="async"></picture>',
        address_of(photo, WHOLE),
        width,
        width,
        alt,
        loading,
    )


@register.simple_tag
def picture(key: str, width: int = 320, alt: str = "", loading: str = "lazy") -> SafeString:
    """The square picture of a key, shown `width` CSS pixels wide (half a phone from 160, all of it from 640).

    `loading` is lazy, or eager for what stands in the first screen. Nothing for an empty key.
    """
    if not key:
        return SafeString("")
    if key.startswith("raw/"):
        return _unsized(key.removeprefix("raw/"), width, alt, loading)
    widths: tuple[int, ...]
    if width >= LARGE:
        sizes, widths = f"(min-width: 860px) {width}px, 100vw", PICTURE_WIDTHS
    elif width >= SMALL:
        sizes, widths = f"(min-width: 600px) {width}px, 46vw", PICTURE_WIDTHS[:2]
    else:
        sizes, widths = f"{width}px", PICTURE_WIDTHS[:1]
    return _picture(key=key, widths=widths, sizes=sizes, box=(width, width), alt=alt, loading=loading)


@register.simple_tag
def product_card(card: Hashable, loading: str = "lazy") -> SafeString:
    """A shelf's card (parts/product_card.html). Shelves show the same cards again and again: each is rendered once."""
    return _product_card(card, loading, get_language() or "")


# About 3 MB in each process.
@lru_cache(maxsize=2048)
def _product_card(card: Hashable, loading: str, _language: str) -> SafeString:
    return SafeString(get_template("parts/product_card.html").render({"card": card, "loading": loading}))


@register.simple_tag
def banner(key: str, alt: str = "") -> SafeString:
    """The banner of a key, three times as wide as high, over the whole column. Nothing for an empty key."""
    if not key:
        return SafeString("")
    sizes = "(min-width: 1200px) 1152px, 100vw"
    return _picture(key=key, widths=BANNER_WIDTHS, sizes=sizes, box=(1440, 480), alt=alt, loading="eager")


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
def other_language_path(context: template.Context) -> str:
    """This page's address in the other language: with /en before it, or without."""
    request = context.get("request")
    if not isinstance(request, HttpRequest):
        return "/en/"
    path = request.get_full_path()
    if path == "/en" or path.startswith("/en/"):
        return path.removeprefix("/en") or "/"
    return f"/en{path}"


@register.simple_tag(takes_context=True)
def has_session(context: template.Context) -> bool:
    """Whether the visitor brought a session, so that messages may be looked for.

    Looking for them without one would mark the page as different for every visitor.
    """
    request = context.get("request")
    return isinstance(request, HttpRequest) and settings.SESSION_COOKIE_NAME in request.COOKIES
