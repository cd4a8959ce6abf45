"""Photos as phones and pranksters send them, made here."""

import io
import struct
import zlib

from PIL import Image, ImageDraw


def scene(width: int = 800, height: int = 600) -> Image.Image:
    """Red in the upper left quarter, blue elsewhere: one sees which way is up."""
    image = Image.new("RGB", (width, height), (20, 60, 200))
    ImageDraw.Draw(image).rectangle((0, 0, width // 2, height // 2), fill=(220, 30, 30))
    return image


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    """The file."""
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def with_position(orientation: int = 1) -> bytes:
    """EXIF with a position, a phone's model, and the orientation flag."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "PhoneMaker"
    exif[0x0110] = "Phone 9"
    exif[0x0132] = "2026:11:25 08:00:00"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 24.0, 0.0), 3: "E", 4: (110.0, 46.0, 0.0)})
    return exif.tobytes()


def turned(orientation: int, kind: str = "JPEG") -> bytes:
    """The scene stored so that the flag must be heeded to see it upright."""
    back = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    stored = scene() if back is None else scene().transpose(back)
    return saved(stored, kind, exif=with_position(orientation), quality=95)


def bomb(width: int = 20_000, height: int = 20_000) -> bytes:
    """A PNG of a few hundred kilobytes that unpacks to 400 million pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (width + 1) * height, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
