"""How large a rectangle a sheet would take: two cells at far corners make one of seventeen thousand million."""

import re

_ATTRIBUTES = rb"((?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)"
_CELL = re.compile(rb"<(?:[\w.-]+:)?c(?=[\s/>])" + _ATTRIBUTES + rb">", re.IGNORECASE)
_ROW = re.compile(rb"<(?:[\w.-]+:)?row(?=[\s/>])" + _ATTRIBUTES + rb">", re.IGNORECASE)
_REFERENCE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([^\"']*)[\"']", re.IGNORECASE)
_PLACE = re.compile(rb"\s*([A-Z]{1,3})([0-9]{1,7})\s*", re.IGNORECASE)
_NUMBER = re.compile(rb"\s*([0-9]{1,7})\s*")


def area_of(xml: bytes) -> int:
    """Rows times columns from A1 to the last cell with content; 0 for a part that is no sheet.

    Raises:
        ValueError: a cell says where it stands in a way that no writer has.
    """
    rows = columns = unplaced = 0
    for tag in _CELL.finditer(xml):
        if tag[1].rstrip().endswith(b"/"):
            continue  # empty: it takes no room
        reference = _REFERENCE.search(tag[1])
        if reference is None:
            unplaced += 1  # it follows its neighbour
            continue
        place = _PLACE.fullmatch(reference[1])
        if place is None:
            raise ValueError("a cell's reference")
        rows, columns = max(rows, int(place[2])), max(columns, _column(place[1]))
    if unplaced:
        rows = max([rows, *_row_numbers(xml)])
        columns += unplaced
    return rows * columns


def _row_numbers(xml: bytes) -> list[int]:
    """The number that each row states, and how many rows there are."""
    tags = _ROW.findall(xml)
    stated = [_NUMBER.fullmatch(reference[1]) for tag in tags if (reference := _REFERENCE.search(tag))]
    if None in stated:
        raise ValueError("a row's number")
    # A row without a number follows the one before.
    return [max([0, *(int(number[1]) for number in stated if number)]) + len(tags)]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
