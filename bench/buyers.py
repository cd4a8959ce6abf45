"""Buyers of both shops, page by page as a person would, from a product's page to the order's."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

from bench.visitor import Answer, Form, Visitor, form_on

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Good:
    """A product and the address of its page."""

    product_id: int
    path: str


class SoldOut(Exception):
    """The shop said so before the confirmation."""


class Buyer(Protocol):
    """Somebody who buys once."""

    visitor: Visitor

    def confirm(self, goods: Sequence[Good]) -> None:
        """Puts the goods into the basket and goes on until one button is left to press.

        Raises:
            SoldOut: nothing is left in the basket that can be bought.
            LookupError: a page was not what it should be.
        """

    def place(self) -> bool:
        """Presses it; whether there is an order."""


@dataclass(slots=True)
class MarketBuyer:
    """A guest of the market who pays by transfer."""

    visitor: Visitor
    _last: Form | None = field(default=None)

    def confirm(self, goods: Sequence[Good]) -> None:
        """See `Buyer`."""
        for good in goods:
            self.visitor.get(good.path)
            self.visitor.post("/basket/add/", {"product": str(good.product_id), "quantity": "1"})
        page = self.visitor.get("/checkout/")
        if page.path.startswith("/basket"):
            raise SoldOut
        address = {
            "name": "阿珍",
            "mobile": f"139{next(_numbers) % 10**8:08d}",
            "area_code": "440106",
            "detail": "示例路1号",
            "method": "bank_transfer",
        }
        summed = self.visitor.post("/checkout/", form_on(page, holding="submission").fields | address)
        try:
            self._last = form_on(summed, holding="shown")
        except LookupError as error:
            if "notice-warning" in summed.text:
                raise SoldOut from error
            raise

    def place(self) -> bool:
        """See `Buyer`."""
        fields = (self._last.fields if self._last else {}) | {"exceptions": "on", "place": "1"}
        return _well(self.visitor.post("/checkout/", fields)).path.startswith("/o/")


@dataclass(slots=True)
class OscarBuyer:
    """A guest of the Oscar shop."""

    visitor: Visitor
    _last: Form | None = field(default=None)

    def confirm(self, goods: Sequence[Good]) -> None:
        """See `Buyer`."""
        for good in goods:
            page = form_on(self.visitor.get(good.path), holding="quantity")
            self.visitor.post(f"/basket/add/{good.product_id}/", page.fields)
        who = form_on(self.visitor.get("/checkout/"), holding="options")
        mail = {"username": f"buyer{next(_numbers)}@example.com", "options": "anonymous"}
        page = self.visitor.post(who.action, who.fields | mail)
        address = {
            "first_name": "珍",
            "last_name": "陈",
            "line1": "示例路1号",
            "line4": "广州市",
            "postcode": "510000",
            "country": "CN",
        }
        self.visitor.post(page.path, form_on(page, holding="line1").fields | address)
        self._last = form_on(self.visitor.get("/checkout/preview/"), holding="action")

    def place(self) -> bool:
        """See `Buyer`."""
        fields = self._last.fields if self._last else {}
        return "thank-you" in _well(self.visitor.post("/checkout/preview/", fields)).path


def _well(answer: Answer) -> Answer:
    if answer.status >= 500:  # noqa: PLR2004  HTTP's own number
        raise LookupError(f"{answer.path} answered {answer.status}")
    return answer
