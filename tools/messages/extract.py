"""Finds every string marked for translation, in Python and in templates."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract_python
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent.parent
SKIPPED = {"var", ".venv", "node_modules", "tests", "bench", "migrations", "static", "tools"}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
HAN = re.compile(r"[㐀-鿿]")
# Names of the languages in their own writing, our own name, and the page that must stand without Django.
ALLOWED = re.compile(r"中文|雁行集市")
UNTRANSLATED = {"templates/500.html"}
Message = tuple[str | None, str, str | None]


def files(suffix: str) -> Iterator[Path]:
    """Our own files, in a stable order."""
    for path in sorted(ROOT.rglob(f"*{suffix}")):
        if not SKIPPED & set(path.relative_to(ROOT).parts):
            yield path


def messages() -> dict[Message, list[str]]:
    """(context, message, plural) with the files that use it."""
    found: dict[Message, list[str]] = {}
    for path in [*files(".py"), *files(".html")]:
        name = str(path.relative_to(ROOT))
        source = path.read_text(encoding="utf-8")
        if path.suffix == ".html":
            # What is left of a template between its messages must not look like Python's indentation.
            source = "\n".join(line.strip() for line in templatize(source, origin=name).splitlines())
        for message in _of(source):
            where = found.setdefault(message, [])
            if name not in where:
                where.append(name)
    return found


def _of(source: str) -> Iterator[Message]:
    """What a call asks for; `_(name)` asks for whatever the variable holds, so nothing is found there."""
    extracted = extract_python(BytesIO(source.encode()), KEYWORDS, [], {"encoding": "utf-8"})
    for _line, function, arguments, _comments in extracted:
        literals = arguments if isinstance(arguments, tuple) else (arguments,)
        first, second = (*literals, None, None)[:2]
        if function.startswith("pgettext"):
            if first and second:
                yield first, second, None
        elif first:
            yield None, first, second or None if function.startswith("ngettext") else None


def unmarked() -> list[str]:
    """Chinese in templates that nobody marked: `file:line: text`."""
    found = []
    for path in files(".html"):
        if str(path.relative_to(ROOT)) in UNTRANSLATED:
            continue
        source = ALLOWED.sub("", _without_marked(path.read_text(encoding="utf-8")))
        for number, line in enumerate(source.splitlines(), start=1):
            if HAN.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:60]}")
    return found


def _without_marked(source: str) -> str:
    """The template with its marked text and comments blanked, lines kept."""
    for pattern in (
        r"\{#.*?#\}",
        r"\{%\s*comment.*?endcomment\s*%\}",
        r"\{%\s*blocktrans(?:late)?\b.*?endblocktrans(?:late)?\s*%\}",
        r"\{%.*?%\}",
        r"\{\{.*?\}\}",
    ):
        source = re.sub(pattern, lambda hit: "\n" * hit.group().count("\n"), source, flags=re.DOTALL)
    return source
