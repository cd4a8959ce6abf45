"""A sheet of text, and the error of a file that has none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from common.errors import DomainError

# A signed list has a page or two; the 196 villages of the city make 20 kB.
MAX_BYTES = 1_000_000
# The longest place name has 7 characters, the longest heading some 40.
MAX_CELL = 200
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
TOO_LARGE = _("表格太大，不像一份名单。请只留名单那几列和几行，再试。")


class UnreadableFile(DomainError):
    """The file is no list that we read; the sentence says what to do."""

    def __init__(self, message: str | Promise, *, code: str = "unreadable_file") -> None:
        super().__init__(message, code=code)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Cells as text, from the sheet's first row and column on.

    `merged` leads from a cell that a merged one covers to the row (from 0) of its text, which is filled in already.
    `merges_are_lost`: the format has no merged cells; an empty one may have been part of one.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merged: Mapping[tuple[int, int], int] = field(default_factory=dict)
    merges_are_lost: bool = False


def cell_text(text: str) -> str:
    """What a cell says: without control characters, which no database or page takes, and no novel."""
    return _CONTROLS.sub("", text).strip()[:MAX_CELL]
