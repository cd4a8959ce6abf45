"""Bytes of an upload become an upright picture without any data about a person, or are refused with a sentence.

Source: issue "The villager's desk", photos; bugs B103, B104, B106, B107. What a phone sends may be renamed,
cut off, turned by a flag, in a wide colour space, or made to blow up when it is opened.
"""

import io
import warnings
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from common.errors import DomainError

register_heif_opener(thumbnails=False)

MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 64_000_000
# The longest side of what is kept, in pixels: enough for a wide screen, small enough for a weak line.
LONGEST = 1600
SHORTEST = 64
WHITE = (255, 255, 255)

# Only these are opened. A phone's JPEG with a depth map in it counts as JPEG.
_STILL = ("JPEG", "PNG", "WEBP", "HEIF")
_HEADS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "photo"),
    (0, b"\x89PNG\r\n\x1a\n", "photo"),
    (8, b"WEBP", "photo"),
    (4, b"ftyp", "photo"),
    (0, b"%PDF", "pdf"),
    (0, b"GIF8", "moving"),
)
_SAID: dict[str, str | Promise] = {
    "empty": _("照片是空的，请重新选一张。"),
    "too_big": _("照片太大（超过 25 MB），请换一张小一点的。"),
    "too_many_pixels": _("照片的像素太多（超过 6400 万），请换一张。"),
    "pdf": _("这是 PDF 文件，不是照片，请选照片。"),
    "moving": _("动图不能用作商品照片，请选普通照片。"),
    "not_a_photo": _("这个文件不是照片。请选 JPG、PNG、WebP 或苹果手机的 HEIC 照片。"),
    "damaged": _("照片文件不完整，可能没有传完，请重新选一次。"),
    "too_small": _("照片太小，看不清楚，请换一张大一点的。"),
}


class PhotoRefused(DomainError):
    """The file is no photo that can be shown; nothing of it is kept."""

    def __init__(self, code: str) -> None:
        super().__init__(str(_SAID[code]), code=code)


@dataclass(frozen=True, slots=True)
class Upright:
    """A picture as it is seen: RGB, upright, at most `LONGEST` pixels a side, and nothing beside its pixels."""

    image: Image.Image

    def jpeg(self, quality: int = 88) -> bytes:
        """As a JPEG file."""
        out = io.BytesIO()
        self.image.save(out, "JPEG", quality=quality, optimize=True, progressive=True)
        return out.getvalue()


def read_photo(file: BinaryIO) -> Upright:
    """The picture in an upload.

    Raises:
        PhotoRefused: empty, too big, too many pixels, not a still photo, cut off, or too small to see.
    """
    content = file.read(MAX_BYTES + 1)
    _look_at_head(content)
    # A switch for the whole process, which the library that prints PDFs turns on: a cut photo would pass, half grey.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            # Below Pillow's own bound it only warns; ours is lower and is checked before anything is decoded.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=_STILL) as opened:
                return Upright(_decoded(opened))
    except UnidentifiedImageError as error:
        raise PhotoRefused("not_a_photo") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise PhotoRefused("too_many_pixels") from error
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, RuntimeError) as error:
        # Decoders answer a cut or bent file with any of these.
        raise PhotoRefused("damaged") from error


def _look_at_head(content: bytes) -> None:
    if not content:
        raise PhotoRefused("empty")
    if len(content) > MAX_BYTES:
        raise PhotoRefused("too_big")
    kind = next((kind for at, head, kind in _HEADS if content[at : at + len(head)] == head), "not_a_photo")
    if kind != "photo":
        raise PhotoRefused(kind)


def _decoded(opened: Image.Image) -> Image.Image:
    width, height = opened.size
    if width * height > MAX_PIXELS:
        raise PhotoRefused("too_many_pixels")
    if min(width, height) < SHORTEST:
        raise PhotoRefused("too_small")
    if getattr(opened, "is_animated", False) and opened.format in {"PNG", "WEBP"}:
        raise PhotoRefused("moving")
    profile = opened.info.get("icc_profile")
    # A JPEG is decoded at a fraction of its size: less time, and a bound on memory.
    opened.draft("RGB", (LONGEST, LONGEST))
    opened.load()
    # HEIF comes upright already (its container turns it); turning by the flag again would be once too often.
    turned = opened if opened.format == "HEIF" else ImageOps.exif_transpose(opened)
    turned.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS, reducing_gap=2.0)
    flat = _on_white(_in_srgb(turned, profile))
    fresh = Image.new("RGB", flat.size, WHITE)
    fresh.paste(flat)
    return fresh


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Wide colours of newer phones as every screen shows them; a broken profile is left aside."""
    if not profile or image.mode not in {"RGB", "CMYK"}:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image


def _on_white(image: Image.Image) -> Image.Image:
    """Transparent parts become white (B107); every other mode becomes RGB."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        see_through = image.convert("RGBA")
        ground = Image.new("RGBA", see_through.size, (*WHITE, 255))
        return Image.alpha_composite(ground, see_through).convert("RGB")
    if image.mode.startswith("I") or image.mode == "F":
        # 16-bit greys: scaled down, not cut off.
        return image.point(lambda level: level / 256).convert("L").convert("RGB")
    return image.convert("RGB")
