"""Every message of the installed django-oscar, and the Chinese it brings itself."""

from functools import cache
from io import BytesIO
from pathlib import Path

import oscar
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from tools.messages.extract import KEYWORDS

OSCAR = Path(oscar.__file__).parent
SKIPPED = {"static", "locale", "migrations"}
# (context, message): what gettext looks up.
Key = tuple[str | None, str]


@cache
def messages() -> dict[Key, str]:
    """What Oscar asks gettext for, with its plural, or the message itself where it has none."""
    found: dict[Key, str] = {}
    for suffix in ("py", "html", "txt"):
        for path in sorted(OSCAR.rglob(f"*.{suffix}")):
            relative = path.relative_to(OSCAR)
            if SKIPPED & set(relative.parts):
                continue
            source = path.read_text(encoding="utf-8")
            if suffix != "py":
                # The lines of a plain-text mail are indented anyhow, which Python's tokenizer refuses.
                plain = templatize(source, origin=str(relative))
                source = "\n".join(line.strip() for line in plain.splitlines())
            found |= _of(source)
    return found


def _of(source: str) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for _line, function, arguments, _comments in extract_python(BytesIO(source.encode()), KEYWORDS, [], {}):
        parts = [arguments] if isinstance(arguments, str) else [part for part in arguments or () if part]
        context = parts.pop(0) if function.startswith("pgettext") and len(parts) > 1 else None
        # `_(name)` asks for whatever the variable holds: nothing to translate here.
        if parts and all(isinstance(part, str) for part in parts):
            plural = parts[1] if function.startswith("ngettext") and len(parts) > 1 else parts[0]
            found[context, parts[0]] = plural
    return found


def shipped() -> dict[Key, str]:
    """Oscar's own zh_Hans catalogue."""
    return read(OSCAR / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po")


def read(path: Path) -> dict[Key, str]:
    """The finished translations of a catalogue; Chinese has one plural form."""
    with path.open("rb") as file:
        catalog: Catalog = read_po(file, locale="zh_Hans")
    found: dict[Key, str] = {}
    for entry in catalog:
        key = entry.id if isinstance(entry.id, str) else entry.id[0]
        text = entry.string if isinstance(entry.string, str) else entry.string[0]
        if key and text and not entry.fuzzy:
            found[entry.context, key] = text
    return found
