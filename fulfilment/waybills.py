"""A waybill as people have it: a pasted message, a number, the barcode in a photo. Nothing is kept of these."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

import zxingcpp
from django.utils.translation import gettext_lazy as _
from PIL import Image

from catalog.photos.reading import read_photo
from common.errors import DomainError
from common.text import narrow
from fulfilment.models import Parcel

Carrier = Parcel.Carrier
# As carriers write themselves, and as people call them.
_NAMES = (
    (Carrier.SF, ("顺丰", "順豐", "sf express")),
    (Carrier.ZTO, ("中通", "zto")),
    (Carrier.YTO, ("圆通", "圓通", "yto")),
    (Carrier.YUNDA, ("韵达", "韻達", "yunda")),
    (Carrier.JTSD, ("极兔", "極兔", "j&t", "jt express")),
    (Carrier.JD, ("京东", "京東", "jd logistics")),
    (Carrier.EMS, ("邮政", "ems", "郵政", "china post")),
)
# Letters in front of a number that one carrier alone uses.
_PREFIXES = (
    ("SF", Carrier.SF),
    ("YT", Carrier.YTO),
    ("JT", Carrier.JTSD),
    ("JD", Carrier.JD),
    ("ZTO", Carrier.ZTO),
)
_TOLD = re.compile(
    r"(?:单号|單號|运单|快递号|tracking(?:\s*(?:no|number))?)[^0-9A-Za-z]{0,6}([0-9A-Za-z\-]{6,40})", re.I
)
_ALONE = re.compile(r"(?<![0-9A-Za-z\-])[A-Za-z]{0,4}[0-9][0-9\-]{7,30}[0-9A-Za-z](?![0-9A-Za-z\-])")
_MOBILE = re.compile(r"(?:\+?86)?1[3-9]\d{9}")
_WHOLE = re.compile(r"[0-9A-Z\-]{6,40}")


@dataclass(frozen=True, slots=True)
class Waybill:
    """A number in its one form, and its carrier where the text tells."""

    number: str
    carrier: str = ""


class NoWaybill(DomainError):
    """No number, or more than one, was found."""


def read_text(text: str) -> Waybill:
    """The waybill in what was typed or pasted.

    Raises:
        NoWaybill: no number stands there, or several do.
    """
    plain = narrow(text)
    carrier = _carrier_in(plain)
    joined = "".join(plain.split()).upper()
    if _WHOLE.fullmatch(joined) and any(sign.isdigit() for sign in joined):
        return _known(joined, carrier)
    return _only({found.upper() for found in _TOLD.findall(plain)} or _standing_alone(plain), carrier)


def read_barcode(file: BinaryIO) -> Waybill:
    """The waybill whose barcode is in a photo; the photo is read and let go.

    Raises:
        PhotoRefused: it is no photo that can be read.
        NoWaybill: no barcode can be read in it, or several parcels lie in the picture.
    """
    return _in_barcodes(read_photo(file).image)


def _in_barcodes(image: Image.Image) -> Waybill:
    texts = {found.text for found in zxingcpp.read_barcodes(image)}
    numbers: set[Waybill] = set()
    for text in texts:
        try:
            numbers.add(read_text(text))
        except NoWaybill:
            continue
    # A slip often carries its number twice, as bars and inside a square code.
    distinct = {waybill.number for waybill in numbers}
    if not distinct:
        raise NoWaybill(
            _("照片里没有读到条码。把面单放平、照亮，再拍一张；也可以直接输入单号。"), code="no_barcode"
        )
    if len(distinct) > 1:
        raise _several(distinct)
    return max(numbers, key=lambda waybill: waybill.carrier)


def _standing_alone(text: str) -> set[str]:
    return {found.upper() for found in _ALONE.findall(text) if not _MOBILE.fullmatch(found)}


def _only(numbers: Iterable[str], carrier: str) -> Waybill:
    found = sorted(numbers)
    if not found:
        raise NoWaybill(
            _("没有看到运单号。运单号是6到40位数字或字母，请对照面单再看一遍。"), code="no_waybill"
        )
    if len(found) > 1:
        raise _several(found)
    return _known(found[0], carrier)


def _several(numbers: Iterable[str]) -> NoWaybill:
    told = "、".join(sorted(numbers)[:3])
    return NoWaybill(
        _("看到几个号码（%(numbers)s），请只留这一单的。") % {"numbers": told}, code="several_waybills"
    )


def _known(number: str, carrier: str) -> Waybill:
    by_prefix = next((known for prefix, known in _PREFIXES if number.startswith(prefix)), "")
    return Waybill(number=number, carrier=str(carrier or by_prefix))


def _carrier_in(text: str) -> str:
    lower = text.lower()
    named = {carrier for carrier, names in _NAMES if any(name in lower for name in names)}
    return str(named.pop()) if len(named) == 1 else ""
