"""Makes lists as offices keep them."""

import io
from collections.abc import Sequence

import openpyxl

Cell = str | int | float | None


def xlsx(
    rows: Sequence[Sequence[Cell]], *, merged: Sequence[str] = (), sheets: Sequence[tuple[str, str]] = ()
) -> bytes:
    """A workbook; `sheets` are (name, sheet_state) of further ones with the same rows."""
    book = openpyxl.Workbook()
    for name, state in [("名单", "visible"), *sheets]:
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
    del book["Sheet"]
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def csv(rows: Sequence[Sequence[str]], *, encoding: str = "utf-8") -> bytes:
    """As a spreadsheet writes it."""
    return "\r\n".join(",".join(row) for row in rows).encode(encoding)
