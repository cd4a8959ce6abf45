"""The sizes of a photo, as the woodblock pictures have them: square for cards, WebP beside JPEG."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageOps

from catalog.photos.reading import Upright

# Pixels a side; the widest as WebP only, since every phone that shows it knows WebP.
WIDTHS = (320, 640, 1200)
JPEG_WIDTHS = (320, 640)
WEBP_QUALITY = 78
JPEG_QUALITY = 82


@dataclass(frozen=True, slots=True)
class Size:
    """One file: its name within the photo's folder, and its content."""

    name: str
    content: bytes


def sizes_of(photo: Upright) -> Iterator[Size]:
    """Every file of a photo, smallest first. Cut to a square around the middle, never blown up."""
    square = min(photo.image.size)
    for width in WIDTHS:
        side = min(width, square)
        image = ImageOps.fit(photo.image, (side, side), Image.Resampling.LANCZOS)
        yield Size(f"{width}.webp", _saved(image, "WEBP", quality=WEBP_QUALITY, method=4))
        if width in JPEG_WIDTHS:
            yield Size(
                f"{width}.jpg", _saved(image, "JPEG", quality=JPEG_QUALITY, optimize=True, progressive=True)
            )


def _saved(image: Image.Image, kind: str, **how: int | bool) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()
