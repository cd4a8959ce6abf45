"""From an SVG document to the files that the shop serves."""

from io import BytesIO

import resvg_py
from PIL import Image

from pictures.catalogue import Picture
from pictures.sheet import printed

WEBP_QUALITY = 64
JPEG_QUALITY = 70


def proof(svg: str) -> Image.Image:
    """The sheet at its full size."""
    return Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)))).convert(
        "RGB"
    )


def sized(image: Image.Image, width: int) -> Image.Image:
    """The same picture, `width` pixels wide."""
    height = round(image.height * width / image.width)
    return image.resize((width, height), Image.Resampling.LANCZOS)


def encoded(image: Image.Image, kind: str) -> bytes:
    """The bytes of a file of this kind: webp or jpg."""
    out = BytesIO()
    if kind == "webp":
        image.save(out, "WEBP", quality=WEBP_QUALITY, method=6)
    else:
        image.save(out, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
    return out.getvalue()


def sheet_of(picture: Picture) -> str:
    """The SVG document of a picture."""
    return printed(
        picture.draw(),
        picture.ground,
        seed=picture.seed,
        width=picture.width,
        height=picture.height,
        margin=picture.margin,
    )


def files(picture: Picture) -> dict[str, bytes]:
    """Every file of a picture by its name."""
    sheet = proof(sheet_of(picture))
    written = {
        f"{picture.key}-{width}.webp": encoded(sized(sheet, width), "webp") for width in picture.widths
    }
    for width in picture.jpeg_widths:
        written[f"{picture.key}-{width}.jpg"] = encoded(sized(sheet, width), "jpg")
    return written
