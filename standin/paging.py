"""Lists, newest first, page by page: docs.stripe.com/api/pagination."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from standin.fields import Tree, branch, integer, text
from standin.objects import Json
from standin.refusals import no_such, wrong_parameter
from standin.shapes.record import shown_page

Row = TypeVar("Row")
FIELDS = ("limit", "starting_after", "ending_before", "expand", "created")
USUAL, MOST = 10, 100
CREATED: dict[str, Callable[[int, int], bool]] = {
    "gt": lambda left, right: left > right,
    "gte": lambda left, right: left >= right,
    "lt": lambda left, right: left < right,
    "lte": lambda left, right: left <= right,
}


def page_of(
    rows: Mapping[str, Row], fields: Mapping[str, Tree], show: Callable[[Row], Json], *, url: str
) -> Json:
    """The page the caller asks for. `rows` are in the order in which they were made."""
    shown = [show(row) for row in reversed(list(rows.values()))]
    shown = [row for row in shown if _is_in_time(row, fields)]
    limit = integer(fields, "limit") if "limit" in fields else USUAL
    if not 1 <= limit <= MOST:
        raise wrong_parameter(f"Invalid limit: must be between 1 and {MOST}", "limit")
    refs = [row["id"] for row in shown]
    if "ending_before" in fields:
        end = _place(refs, fields, "ending_before")
        first = max(0, end - limit)
        return shown_page(shown[first:end], url=url, has_more=first > 0)
    first = _place(refs, fields, "starting_after") + 1 if "starting_after" in fields else 0
    return shown_page(shown[first : first + limit], url=url, has_more=first + limit < len(shown))


def _place(refs: list[str], fields: Mapping[str, Tree], name: str) -> int:
    ref = text(fields, name)
    if ref not in refs:
        raise no_such("object", ref, param=name)
    return refs.index(ref)


def _is_in_time(row: Json, fields: Mapping[str, Tree]) -> bool:
    if "created" not in fields:
        return True
    if isinstance(fields["created"], str):
        return bool(row["created"] == integer(fields, "created"))
    bounds = branch(fields, "created")
    unknown = set(bounds) - set(CREATED)
    if unknown:
        raise wrong_parameter("Received unknown parameter in created", "created", "parameter_unknown")
    return all(CREATED[name](row["created"], integer(bounds, name)) for name in bounds)
