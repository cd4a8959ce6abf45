"""What phones send becomes an upright picture and nothing else; what is no photo is refused with a sentence."""

import io
from collections.abc import Callable

import pytest
from PIL import Image, ImageCms, ImageFile

from catalog.photos.reading import LONGEST, MAX_BYTES, PhotoRefused, Upright, read_photo
from catalog.photos.sizes import sizes_of
from tests.photos.making import bomb, saved, scene, turned, with_position

TOLERANCE = 40


def read(content: bytes) -> Upright:
    return read_photo(io.BytesIO(content))


def looks(photo: Upright, at: tuple[float, float], colour: tuple[int, int, int]) -> bool:
    """Whether the colour stands at this share of width and height."""
    width, height = photo.image.size
    seen = photo.image.getpixel((int(width * at[0]), int(height * at[1])))
    assert isinstance(seen, tuple)
    return all(abs(a - b) < TOLERANCE for a, b in zip(seen, colour, strict=True))


def is_upright(photo: Upright) -> bool:
    width, height = photo.image.size
    return (
        width > height
        and looks(photo, (0.25, 0.25), (220, 30, 30))
        and looks(photo, (0.75, 0.75), (20, 60, 200))
    )


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "HEIF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_b104_a_photo_is_upright_whichever_way_the_phone_was_held(orientation: int, kind: str) -> None:
    assert is_upright(read(turned(orientation, kind)))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_b103_every_kind_that_phones_send_is_read_whatever_its_name(kind: str) -> None:
    assert is_upright(read(saved(scene(), kind)))


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG", "HEIF"])
def test_b106_no_file_that_is_served_knows_where_or_with_what_it_was_taken(
    kind: str, orientation: int
) -> None:
    how: dict[str, object] = {"exif": with_position(orientation)}
    if kind == "JPEG":
        how["comment"] = b"taken at home"
    photo = read(saved(scene(), kind, **how))
    files = [photo.jpeg(), *(size.content for size in sizes_of(photo))]
    for content in files:
        assert b"PhoneMaker" not in content
        assert b"taken at home" not in content
        with Image.open(io.BytesIO(content)) as served:
            assert not served.getexif()
            assert not {"exif", "xmp", "comment", "icc_profile"} & served.info.keys()


def test_b107_a_transparent_screenshot_gets_a_white_ground() -> None:
    image = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    image.paste((220, 30, 30, 255), (0, 0, 100, 100))
    photo = read(saved(image, "PNG"))
    assert photo.image.mode == "RGB"
    assert looks(photo, (0.9, 0.9), (255, 255, 255))
    assert looks(photo, (0.1, 0.1), (220, 30, 30))


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "I;16", "CMYK"])
def test_odd_modes_become_a_normal_picture(mode: str) -> None:
    image = Image.new("I;16", (300, 200), 40000) if mode == "I;16" else scene(300, 200).convert(mode)
    photo = read(saved(image, "JPEG" if mode == "CMYK" else "PNG"))
    assert (photo.image.mode, photo.image.size) == ("RGB", (300, 200))
    if mode == "I;16":
        assert looks(photo, (0.5, 0.5), (156, 156, 156))


def test_wide_colours_are_shown_as_every_screen_shows_them() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert is_upright(read(saved(scene(), "JPEG", icc_profile=profile, quality=95)))
    assert is_upright(read(saved(scene(), "JPEG", icc_profile=b"broken", quality=95)))


def test_a_large_photo_is_made_smaller_and_a_small_one_is_left() -> None:
    assert max(read(saved(scene(4000, 3000), "JPEG")).image.size) == LONGEST
    assert read(saved(scene(400, 300), "JPEG")).image.size == (400, 300)


def test_the_sizes_are_square_and_never_blown_up() -> None:
    small = {size.name: size.content for size in sizes_of(read(saved(scene(500, 400), "JPEG")))}
    assert list(small) == ["320.webp", "320.jpg", "640.webp", "640.jpg", "1200.webp"]
    sides = {name: Image.open(io.BytesIO(content)).size for name, content in small.items()}
    assert sides == {
        "320.webp": (320, 320),
        "320.jpg": (320, 320),
        "640.webp": (400, 400),
        "640.jpg": (400, 400),
        "1200.webp": (400, 400),
    }


def animated(kind: str) -> bytes:
    frames = [scene(200, 150), scene(200, 150).transpose(Image.Transpose.ROTATE_180)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "empty"),
    "text named .jpg": (lambda: b"hello, this is no photo", "not_a_photo"),
    "pdf named .jpg": (lambda: b"%PDF-1.7\n" + b"x" * 2000, "pdf"),
    "svg": (lambda: SVG, "not_a_photo"),
    "gif": (lambda: saved(scene(200, 150), "GIF"), "moving"),
    "moving webp": (lambda: animated("WEBP"), "moving"),
    "moving png": (lambda: animated("PNG"), "moving"),
    "tiff": (lambda: saved(scene(200, 150), "TIFF"), "not_a_photo"),
    "bomb": (bomb, "too_many_pixels"),
    "cut jpeg": (lambda: saved(scene(), "JPEG", quality=95)[:3000], "damaged"),
    "cut png": (lambda: saved(scene(), "PNG")[:900], "damaged"),
    "cut webp": (lambda: saved(scene(), "WEBP")[:300], "damaged"),
    "cut heic": (lambda: saved(scene(), "HEIF")[:700], "damaged"),
    "a film in the same box": (lambda: b"\0\0\0\x18ftypmp42" + b"\0" * 200, "not_a_photo"),
    "head only": (lambda: b"\xff\xd8\xff\xe0", "not_a_photo"),
    "25 MB and a byte": (lambda: b"\xff\xd8\xff" + b"\0" * (MAX_BYTES - 2), "too_big"),
    "a dot": (lambda: saved(scene(20, 20), "PNG"), "too_small"),
}


def test_a_cut_photo_is_refused_although_another_library_would_let_it_pass(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(PhotoRefused):
        read(saved(scene(), "JPEG", quality=95)[:3000])


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_photo_is_refused_with_a_sentence(name: str) -> None:
    made, code = REFUSED[name]
    with pytest.raises(PhotoRefused) as caught:
        read(made())
    assert caught.value.code == code
    assert caught.value.message.endswith("。")
