"""Pages as PDF by WeasyPrint, where the machine has its system libraries and a font that holds our places' names."""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

# 塘㙍 is a town of ours; GBK and many Chinese fonts leave its second character out (B073).
RAREST = "塘㙍"
_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "~/Library/Fonts",
)
_KINDS = {".ttf", ".otf", ".ttc", ".otc"}


class NoPdf(RuntimeError):
    """This machine cannot make a PDF; `missing` says what it lacks."""


def pdf_of(html: str, *, stylesheets: Sequence[Path]) -> bytes:
    """A page that brings all it needs (pictures as data:) as PDF. It asks no network and opens no file of the page's.

    Raises:
        NoPdf: what it takes is not on this machine.
    """
    if missing():
        raise NoPdf
    from weasyprint import CSS, HTML  # noqa: PLC0415  needs system libraries, so only where they are
    from weasyprint.urls import URLFetcher  # noqa: PLC0415  as above

    fetcher = URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    styles = [CSS(string=path.read_text(encoding="utf-8"), url_fetcher=fetcher) for path in stylesheets]
    made: bytes = HTML(string=html, url_fetcher=fetcher).write_pdf(stylesheets=styles)
    return made


@lru_cache(maxsize=1)
def missing() -> tuple[str, ...]:
    """What this machine lacks for PDF, by name; nothing where it can. Looked up once a process."""
    try:
        import weasyprint  # noqa: F401, PLC0415  loads Pango and its friends, or fails
    except (ImportError, OSError) as error:
        return (f"WeasyPrint with Pango ({str(error).splitlines()[0]})",)
    if not any(_holds(path, RAREST) for path in _fonts()):
        return (f"a font with {RAREST} (U+364D), such as Noto Sans CJK",)
    return ()


def _fonts() -> Iterator[Path]:
    """The fonts of this machine, those that promise Chinese first."""
    found = [
        Path(folder, name)
        for start in _FOLDERS
        for folder, _below, names in os.walk(Path(start).expanduser())
        for name in names
        if Path(name).suffix.lower() in _KINDS
    ]
    return iter(sorted(found, key=lambda path: ("CJK" not in path.name, path.name)))


def _holds(path: Path, text: str) -> bool:
    from fontTools.ttLib import TTCollection, TTFont, TTLibError  # noqa: PLC0415  comes with WeasyPrint

    try:
        if path.suffix.lower() in {".ttc", ".otc"}:
            fonts = list(TTCollection(str(path), lazy=True).fonts)[:1]
        else:
            fonts = [TTFont(str(path), lazy=True)]
        return any({ord(sign) for sign in text} <= set(font.getBestCmap() or ()) for font in fonts)
    except (TTLibError, OSError, KeyError):
        return False
