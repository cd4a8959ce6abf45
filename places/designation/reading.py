"""A file's bytes become a list: the first of the three steps (read, judge, write)."""

import hashlib
from dataclasses import dataclass

from places.designation.files import read_sheets
from places.designation.table import Kind, Listed, find_list


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file said, and the hash that proves which file it was."""

    file_name: str
    file_sha256: str
    listed: Listed


def read_list(content: bytes, *, file_name: str, kind: Kind) -> Reading:
    """The list in a file. Nothing but the columns that we know is kept.

    Raises:
        UnreadableFile: with a sentence that says what to do.
    """
    return Reading(
        file_name=file_name.replace("\\", "/").rsplit("/", maxsplit=1)[-1][-120:],
        file_sha256=hashlib.sha256(content).hexdigest(),
        listed=find_list(read_sheets(content), kind=kind),
    )
