"""How large a rectangle a sheet would take: two cells at far corners make one of seventeen thousand million.

The reader of workbooks lays out that rectangle in memory, and a process that cannot have it is gone. So every part is
read first by a strict XML parser that only counts; what it cannot read never gets to the reader.
"""

import re
from xml.parsers import expat

_PLACE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"[0-9]{1,7}")


def area_of(part: bytes) -> int:
    """Rows times columns from A1 to the last cell with content; 0 for a part that is no sheet.

    Raises:
        ValueError: a sheet that is no XML, declares entities, or has a cell in a place that no writer gives it.
    """
    counter = _Counter()
    try:
        counter.parser.Parse(part, True)  # noqa: FBT003  expat takes it by position
    except expat.ExpatError as error:
        if b"sheetData" in part:
            raise ValueError("a sheet that is no XML") from error
        return 0  # a picture, a printer's settings
    return counter.area


class _Counter:
    """Notes the furthest cell that has something in it; empty ones take no room, however far."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._refuse
        self._rows = self._columns = 0
        self._row = self._column = 0
        self._is_in_cell = False

    @property
    def area(self) -> int:
        return self._rows * self._columns

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._is_in_cell:
            self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
            return
        local = name.rpartition(":")[2]
        if local == "row":
            self._row, self._column = _row(attributes.get("r"), after=self._row), 0
        elif local == "c":
            self._is_in_cell = True
            if "r" in attributes:
                self._column, self._row = _place(attributes["r"])
            else:
                self._column += 1  # it follows its neighbour

    def _end(self, name: str) -> None:
        if name.rpartition(":")[2] == "c":
            self._is_in_cell = False

    def _refuse(self, *_declared: object) -> None:
        raise ValueError("a declaration of entities")


def _row(text: str | None, *, after: int) -> int:
    if text is None:
        return after + 1
    if not _NUMBER.fullmatch(text.strip()):
        raise ValueError("a row's number")
    return int(text)


def _place(text: str) -> tuple[int, int]:
    """(column, row), from 1."""
    found = _PLACE.fullmatch(text.strip())
    if found is None:
        raise ValueError("a cell's place")
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(found[2])
