"""The rendered series: complete, of the stated sizes, and what the generator makes today."""

from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image, ImageChops, ImageStat

from pictures.catalogue import BANNERS, PICTURES, picture
from pictures.press import files, proof, sheet_of, sized

FOLDER = Path(settings.BASE_DIR) / "static" / "pictures"
DEMO_GOODS = [
    "banana",
    "pisang",
    "sweet_potato",
    "watermelon",
    "peanut",
    "garlic",
    "pepper",
    "red_orange",
    "longan",
    "lychee",
    "papaya",
    "black_bean",
    "taro",
    "ginger",
    "pumpkin",
    "choysum",
    "radish",
    "tomato",
    "water_spinach",
    "long_bean",
    "egg",
    "duck_egg",
    "prawn",
    "sand_clam",
]
DEMO_BANNERS = ["wuyang", "village_fields", "village_sea", "village_banana", "village_river"]
LIMIT_BYTES = 23_000_000


def test_every_good_and_banner_of_the_demo_is_in_the_series() -> None:
    assert [key for key in DEMO_GOODS if key not in PICTURES] == []
    assert [key for key in DEMO_BANNERS if key not in BANNERS] == []
    assert all(zh and en for zh, en in [*PICTURES.values(), *BANNERS.values()])


def test_the_folder_holds_exactly_the_files_of_the_series() -> None:
    expected = set()
    for key in [*PICTURES, *BANNERS]:
        drawn = picture(key)
        expected |= {f"{key}-{width}.webp" for width in drawn.widths}
        expected |= {f"{key}-{width}.jpg" for width in drawn.jpeg_widths}
    assert {path.name for path in FOLDER.iterdir()} == expected
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < LIMIT_BYTES


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_a_file_is_as_wide_as_its_name_says(path: Path) -> None:
    width = int(path.stem.rsplit("-", 1)[1])
    height = width // 3 if path.stem.rsplit("-", 1)[0] in BANNERS else width
    with Image.open(path) as image:
        assert image.size == (width, height)
        assert image.format == {".webp": "WEBP", ".jpg": "JPEG"}[path.suffix]
        assert image.getexif() == {}


def test_a_sample_rendered_again_is_the_committed_one() -> None:
    """The same drawing; encoders of another version may differ in the least bits."""
    again = files(picture("sweet_potato"))
    for name, content in again.items():
        with Image.open(BytesIO(content)) as new, Image.open(FOLDER / name) as old:
            difference = ImageChops.difference(new.convert("RGB"), old.convert("RGB"))
        assert max(ImageStat.Stat(difference).mean) < 1, name


def test_every_picture_is_its_own() -> None:
    """No two goods share a drawing."""
    sheets = {sheet_of(picture(key)) for key in [*PICTURES, *BANNERS]}
    assert len(sheets) == len(PICTURES) + len(BANNERS)


def test_a_sheet_fills_its_square() -> None:
    """Ink lies over the whole block, not an icon in its middle."""
    sheet = sized(proof(sheet_of(picture("lychee"))), 320)
    paper = sheet.getpixel((2, 2))
    inner = sheet.crop((30, 30, 290, 290))
    plain = sum(
        count for count, colour in inner.getcolors(inner.width * inner.height) or [] if colour == paper
    )
    assert plain < inner.width * inner.height // 20
