"""One request to the interface, read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from standin.account import Account
from standin.fields import Tree, only
from standin.objects import Json
from standin.paging import FIELDS, page_of

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Call:
    """`ref` is the id in the address, empty where there is none; `base_url` is ours, without a slash."""

    account: Account
    fields: Mapping[str, Tree]
    path: str
    base_url: str
    ref: str = ""

    def takes(self, *known: str) -> None:
        """Refuses fields that Stripe does not have."""
        only(self.fields, {"expand", *known})

    def page(self, rows: Mapping[str, Row], show: Callable[[Row], Json], *filters: str) -> Json:
        """A page of a list; a filter is a field that the shown row must equal."""
        self.takes(*FIELDS, *filters)
        asked = {name: self.fields[name] for name in filters if name in self.fields}
        kept = {
            ref: row
            for ref, row in rows.items()
            if all(show(row).get(name) == value for name, value in asked.items())
        }
        return page_of(kept, self.fields, show, url=self.path)


Handler = Callable[[Call], Json]
