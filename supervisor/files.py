"""Small files that are whole or absent, whatever happens while they are written."""

import os
from pathlib import Path


def write_private(path: Path, text: str) -> None:
    """Replaces the file in one step, readable by us alone. A full disk leaves the old one as it was."""
    draft = path.with_name(f".{path.name}.draft")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
