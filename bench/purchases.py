"""Whole purchases and their last step, over HTTP, one buyer after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bench.buyers import Buyer, Good
from bench.databases import Server
from bench.processes import Cost, cost_of
from bench.servers import Running
from bench.timing import MS, Figure, middle
from bench.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Shop:
    """A shop, who buys there, and what: three goods of different vendors."""

    server: Running
    buyer: Callable[[Visitor], Buyer]
    goods: Sequence[Good]

    def newcomer(self) -> Buyer:
        """Somebody with an empty basket."""
        return self.buyer(Visitor(self.server.address))


def purchase_figures(
    shops: Sequence[Shop], *, database: Server, rounds: int, purchases: int
) -> list[tuple[Figure, Figure]]:
    """For each shop what a purchase costs in all, and its last step alone; the shops take turns.

    Raises:
        RuntimeError: a purchase did not end in an order.
    """
    wholes: list[list[Figure]] = [[] for _ in shops]
    steps: list[list[Figure]] = [[] for _ in shops]
    for number in range(-1, rounds):
        for index, shop in enumerate(shops):
            before, placing = _round(shop, database, purchases)
            # The first round warms up every thread.
            if number >= 0:
                steps[index].append(_each(placing, purchases))
                wholes[index].append(_each(_sum(before, placing), purchases))
    return [(middle(whole), middle(step)) for whole, step in zip(wholes, steps, strict=True)]


def _round(shop: Shop, database: Server, purchases: int) -> tuple[Cost, Cost]:
    buyers = [shop.newcomer() for _ in range(purchases)]

    def prepare() -> None:
        for buyer in buyers:
            buyer.confirm(shop.goods)

    def place() -> None:
        for buyer in buyers:
            if not buyer.place():
                raise RuntimeError(f"{shop.server.program.name} made no order")

    def backends() -> list[int]:
        return database.backends(shop.server.program.database)

    before = cost_of(prepare, web=shop.server.workers, database=backends)
    placing = cost_of(place, web=shop.server.workers, database=backends)
    for buyer in buyers:
        buyer.visitor.close()
    return before, placing


def _sum(one: Cost, other: Cost) -> Cost:
    return Cost(one.web + other.web, one.database + other.database, one.wall + other.wall)


def _each(cost: Cost, number: int) -> Figure:
    return Figure(cost.web * MS / number, cost.database * MS / number, cost.wall * MS / number)
