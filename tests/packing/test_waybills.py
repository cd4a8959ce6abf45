"""A waybill by typing, by a whole message, by a photo."""

import io

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from catalog.photos.reading import PhotoRefused
from fulfilment.waybills import NoWaybill, Waybill, read_barcode, read_text


@pytest.mark.parametrize(
    ("text", "number", "carrier"),
    [
        (" ｅ１２３ 456789 ", "E123456789", ""),
        ("7531 2345 6789 01", "75312345678901", ""),
        ("中通快递 单号：75312345678901", "75312345678901", "zto"),
        ("【顺丰速运】您的快件SF1234567890123已揽收，电话13800138000", "SF1234567890123", "sf"),
        ("您好，圆通 运单号 YT1234567890123，联系人阿伯 13800138000", "YT1234567890123", "yto"),
        ("JT3012345678901", "JT3012345678901", "jtsd"),
        ("快递单号为：7531-2345-678 ，请查收", "7531-2345-678", ""),
        ("极兔快递,4 斤,收 13800138000, 单号 JT3012345678901。", "JT3012345678901", "jtsd"),
        ("China Post EMS tracking number: EA123456789CN", "EA123456789CN", "ems"),
    ],
)
def test_the_number_in_a_text(text: str, number: str, carrier: str) -> None:
    assert read_text(text) == Waybill(number, carrier)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no_waybill"),
        ("已经寄出，电话13800138000", "no_waybill"),
        ("运单号一二三四五", "no_waybill"),
        ("单号 75312345678901 和 单号 75312345678902", "several_waybills"),
        ("12345", "no_waybill"),
    ],
)
def test_what_is_unclear_is_asked_about(text: str, code: str) -> None:
    with pytest.raises(NoWaybill) as caught:
        read_text(text)
    assert caught.value.code == code


def bars(text: str, kind: str = "Code128") -> Image.Image:
    made = zxingcpp.create_barcode(text, zxingcpp.barcode_format_from_str(kind))
    return Image.fromarray(zxingcpp.write_barcode_to_image(made, scale=3)).convert("RGB")


def photo(*pictures: Image.Image, turned: int = 0) -> io.BytesIO:
    """A slip on a table, as a phone sends it."""
    table = Image.new("RGB", (1800, 1300), (176, 160, 140))
    ImageDraw.Draw(table).rectangle((150, 100, 1650, 1200), fill="white")
    for index, picture in enumerate(pictures):
        table.paste(picture, (300, 200 + index * 450))
    out = io.BytesIO()
    table.rotate(turned, expand=True, fillcolor=(176, 160, 140)).save(out, "JPEG", quality=80)
    out.seek(0)
    return out


@pytest.mark.parametrize("turned", [0, 90, 7])
def test_the_barcode_in_a_photo(turned: int) -> None:
    assert read_barcode(photo(bars("YT1234567890123"), turned=turned)) == Waybill("YT1234567890123", "yto")


def test_bars_and_a_square_code_of_the_same_slip_are_one_number() -> None:
    both = photo(bars("75312345678901"), bars("中通快递 单号：75312345678901", "QRCode"))
    assert read_barcode(both) == Waybill("75312345678901", "zto")


@pytest.mark.parametrize(
    ("file", "code"),
    [(photo(), "no_barcode"), (photo(bars("75312345678901"), bars("75312345678902")), "several_waybills")],
)
def test_a_photo_without_one_number_says_so(file: io.BytesIO, code: str) -> None:
    with pytest.raises(NoWaybill) as caught:
        read_barcode(file)
    assert caught.value.code == code


def test_what_is_no_photo_is_refused_as_everywhere() -> None:
    with pytest.raises(PhotoRefused):
        read_barcode(io.BytesIO(b"%PDF-1.7"))
