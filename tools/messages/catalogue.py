"""Reads, completes, checks and compiles the English catalogue."""

import re
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.messages.extract import HAN, ROOT, messages, unmarked

ENGLISH = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
# The header says nothing that changes with the day.
FIXED = datetime(2026, 1, 1, tzinfo=UTC)
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def read(path: Path, locale: str) -> Catalog:
    """The catalogue, empty where there is no file yet."""
    if not path.exists():
        return Catalog(locale=locale)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def extract() -> int:
    """Adds new messages without English, drops unused ones; sorted and without line numbers."""
    old = read(ENGLISH, "en")
    new = Catalog(
        locale="en",
        project="yanxing",
        fuzzy=False,
        header_comment="# The English of Yanxing Market; the messages themselves are Chinese.",
        creation_date=FIXED,
        revision_date=FIXED,
    )
    for (context, text, plural), where in sorted(
        messages().items(), key=lambda row: (row[0][1], row[0][0] or "")
    ):
        known = old.get((text, plural) if plural else text, context)
        flags = ["python-format"] if "%(" in text else []
        new.add(
            (text, plural) if plural else text,
            string=known.string if known else ("", "") if plural else "",
            context=context,
            locations=[(name, 0) for name in where],
            flags=flags,
        )
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    with ENGLISH.open("wb") as file:
        write_po(file, new, width=100, omit_header=False, sort_output=False, include_lineno=False)
    return len(missing(new))


def missing(catalog: Catalog) -> list[str]:
    """Messages of ours, written in Chinese, that have no English."""
    return [str(entry.id) for entry in catalog if entry.id and HAN.search(_id(entry)) and not _is_done(entry)]


def faults() -> list[str]:
    """What is wrong with the English, one line each; empty when all is well."""
    catalog = read(ENGLISH, "en")
    known = {(entry.context, _id(entry)) for entry in catalog if entry.id}
    found = [
        f"not extracted: {text}" for context, text, _plural in messages() if (context, text) not in known
    ]
    found += [f"no English: {text}" for text in missing(catalog)]
    for entry in catalog:
        if entry.id and _is_done(entry):
            strings = entry.string if isinstance(entry.string, (list, tuple)) else (entry.string,)
            wanted = sorted(set(PLACE.findall(_id(entry))))
            found += [
                f"placeholders differ: {_id(entry)} / {text}"
                for text in strings
                if sorted(set(PLACE.findall(str(text)))) != wanted
            ]
            found += [f"Chinese in the English: {text}" for text in strings if HAN.search(str(text))]
    return found + [f"not marked: {line}" for line in unmarked()]


def compile_all() -> int:
    """Writes each .mo that is missing or older than its .po; returns how many."""
    written = 0
    for path in sorted((ROOT / "locale").rglob("*.po")):
        target = path.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= path.stat().st_mtime:
            continue
        with target.open("wb") as file:
            write_mo(file, read(path, path.parent.parent.name))
        written += 1
    return written


def _id(entry: Entry) -> str:
    return str(entry.id[0] if isinstance(entry.id, (list, tuple)) else entry.id)


def _is_done(entry: Entry) -> bool:
    return all(entry.string) if isinstance(entry.string, (list, tuple)) else bool(entry.string)
