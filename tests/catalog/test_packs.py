"""Packs as people write them."""

import pytest

from catalog.crops.packs import read_pack
from common.errors import DomainError


@pytest.mark.parametrize(
    ("text", "grams", "english"),
    [
        ("5斤装", 2500, "2.5 kg"),
        ("５斤装", 2500, "2.5 kg"),
        ("2.5kg", 2500, "2.5 kg"),
        ("2.5 KG", 2500, "2.5 kg"),
        ("2.5公斤", 2500, "2.5 kg"),
        ("一箱10斤", 5000, "5 kg"),
        ("10斤/箱", 5000, "5 kg"),
        ("30枚 约3斤", 1500, "30 eggs, about 1.5 kg"),
        ("30枚约300克", 300, "30 eggs, about 300 g"),
        ("1个 约15斤", 7500, "1 piece, about 7.5 kg"),
        ("两斤", 1000, "1 kg"),
        ("十二斤", 6000, "6 kg"),
        ("二十斤装", 10_000, "10 kg"),
        ("半斤", 250, "250 g"),
        ("三斤半", 1750, "1.75 kg"),
        ("8两", 400, "400 g"),
        ("2袋×5斤", 5000, "5 kg"),
        ("500克x3", 1500, "1.5 kg"),
        ("5斤（2.5公斤）", 2500, "2.5 kg"),
        ("3市斤", 1500, "1.5 kg"),
        ("1.25斤", 625, "625 g"),
    ],
)
def test_a_pack_becomes_grams(text: str, grams: int, english: str) -> None:
    pack = read_pack(text)
    assert (pack.grams, pack.spec_en) == (grams, english)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "5", "一箱", "30枚", "10-12斤", "10到12斤", "5斤或6斤", "0斤", "20克", "201斤", "0.0011斤", "五",
     "5斤" + "装" * 40],
)  # fmt: skip
def test_what_names_no_single_weight_is_refused(text: str) -> None:
    with pytest.raises(DomainError) as caught:
        read_pack(text)
    assert caught.value.code == "bad_pack"
