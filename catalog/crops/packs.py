"""A pack as people write it becomes grams: 5斤装, 2.5kg, 一箱10斤, 30枚 约3斤. One jin is 500 g (domain.md 4.3)."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from catalog.queries.cards import JIN_G
from common.errors import DomainError
from common.text import narrow

LEAST_G, MOST_G = 50, 100_000
MOST_LETTERS = 40

_DIGITS = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_UNITS_G = {
    "kg": 1000,
    "公斤": 1000,
    "千克": 1000,
    "斤": JIN_G,
    "市斤": JIN_G,
    "两": JIN_G // 10,
    "g": 1,
    "克": 1,
}
_NUMBER = r"\d+(?:\.\d+)?|[零一二两三四五六七八九十百]+?|半"
_WEIGHT = re.compile(rf"({_NUMBER})\s*(kg|公斤|千克|市斤|斤|两|克|g)(半)?")
_COUNT = re.compile(rf"({_NUMBER})\s*(枚|只|个|条|根|把|尾|粒|颗)")
_TIMES = re.compile(rf"({_NUMBER})\s*(?:箱|袋|盒|包|份|筐|扎|网)?\s*[x×*]|[x×*]\s*({_NUMBER})")
_RANGE = re.compile(r"\d\s*(?:-|~|到|至|—)+\s*\d")
_PIECES = {"枚": ("egg", "eggs"), "根": ("ear", "ears")}


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack: what is printed on the page in both languages, and its net weight in grams."""

    spec: str
    spec_en: str
    grams: int


def read_pack(text: str) -> Pack:
    """The pack that a text tells of.

    Raises:
        DomainError: no weight, two weights that differ, a range, or one that nobody packs; `bad_pack`.
    """
    spec = re.sub(r"\s+", " ", narrow(text))
    written = spec.lower()
    weights = {_grams(*match) for match in _WEIGHT.findall(written)}
    if len(weights) != 1 or _RANGE.search(written) or not spec or len(spec) > MOST_LETTERS:
        raise DomainError(_("请写清一份多重，例如 5斤装、2.5公斤、30枚 约3斤。"), code="bad_pack")
    exact = weights.pop() * _times(written)
    grams = int(exact)
    if grams != exact or not LEAST_G <= grams <= MOST_G:
        raise DomainError(_("一份的重量须在50克到100公斤之间。"), code="bad_pack")
    return Pack(spec=spec, spec_en=_in_english(written, grams), grams=grams)


def _grams(number: str, unit: str, half: str) -> Decimal:
    value = _number(number) + (Decimal("0.5") if half else 0)
    return value * _UNITS_G[unit]


def _times(written: str) -> Decimal:
    """2袋×5斤 is twice five jin; without a sign of multiplying it is once."""
    found = _TIMES.search(written)
    return _number(found[1] or found[2]) if found else Decimal(1)


def _number(text: str) -> Decimal:
    if text == "半":
        return Decimal("0.5")
    if text[0].isdigit():
        return Decimal(text)
    value, digit = 0, 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            value += (digit or 1) * (100 if sign == "百" else 10)
            digit = 0
    return Decimal(value + digit)


def _in_english(written: str, grams: int) -> str:
    weight = f"{grams} g" if grams < 2 * JIN_G else f"{Decimal(grams) / 1000:f} kg"
    counted = _COUNT.search(written)
    if counted is None:
        return weight
    count = int(_number(counted[1]))
    one, many = _PIECES.get(counted[2], ("piece", "pieces"))
    return f"{count} {one if count == 1 else many}, {'about ' if '约' in written else ''}{weight}"
