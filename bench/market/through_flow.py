"""Purchases through `flow/`, without HTTP; prints one line of JSON. Started by `through_flow` of bench/flow.py."""

import argparse
import json
import time
from dataclasses import dataclass
from statistics import median
from threading import Barrier, Lock, Thread
from uuid import uuid4

from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bench.processes import cpu_seconds
from common.audit import DEMO
from common.errors import DomainError
from flow.place_order import freight_of, place_order
from orders.queries.basket import basket_view, shown_as
from orders.services.basket import Visitor, add, new_key, open_basket
from orders.services.placing import clean_contact
from places.queries import area_of
from vendors.partner.models import StockRecord

GOODS = (51, 52, 53)
BUYERS = 50
MS = 1000.0


@dataclass(frozen=True, slots=True)
class Spent:
    """CPU of this process and of its backend, and time, in seconds."""

    own: float
    database: float
    wall: float


def main(arguments: list[str]) -> None:
    """Purchases with their placing step, the statements of one placing, and the race."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--purchases", type=int, default=20)
    parser.add_argument("--race-product", type=int, default=31)
    options = parser.parse_args(arguments)
    basket_and_place(1)
    wholes, steps = [], []
    for _ in range(options.rounds):
        whole, step = basket_and_place(options.purchases)
        wholes.append(whole)
        steps.append(step)
    basket_id = filled_basket(GOODS)
    with CaptureQueriesContext(connection) as seen:
        place(basket_id)
    print(
        json.dumps(
            {
                "purchase": figure(wholes, options.purchases),
                "placing": figure(steps, options.purchases),
                "statements": len(seen),
                "race": race(options.race_product),
            }
        )
    )


def figure(samples: list[Spent], number: int) -> list[float]:
    """Own CPU, database's CPU and time of one, in ms: medians over the rounds."""
    return [
        median(getattr(sample, name) for sample in samples) * MS / number
        for name in ("own", "database", "wall")
    ]


def basket_and_place(purchases: int) -> tuple[Spent, Spent]:
    """What so many purchases cost in all, and their placing alone."""
    start = now_spent()
    baskets = [filled_basket(GOODS) for _ in range(purchases)]
    middle = now_spent()
    for basket_id in baskets:
        place(basket_id)
    end = now_spent()
    return less(end, start), less(end, middle)


def now_spent() -> Spent:
    """So far."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = int(cursor.fetchone()[0])
    return Spent(time.process_time(), cpu_seconds([pid]), time.perf_counter())


def less(later: Spent, earlier: Spent) -> Spent:
    """The difference."""
    return Spent(later.own - earlier.own, later.database - earlier.database, later.wall - earlier.wall)


def filled_basket(products: tuple[int, ...]) -> int:
    """A basket with one of each."""
    basket_id = open_basket(Visitor(user=None, key=new_key()))
    for product_id in products:
        add(basket_id=basket_id, product_id=product_id, quantity=1, now=timezone.now())
    return basket_id


def place(basket_id: int) -> None:
    """Places it as the checkout page does, sum included."""
    now = timezone.now()
    view = basket_view(basket_id, now=now)
    place_order(
        submission=str(uuid4()),
        basket_id=basket_id,
        contact=clean_contact(
            name="阿珍", mobile="13900000001", area=area_of("440106"), detail="示例路1号", note=""
        ),
        method="bank_transfer",
        language="zh-hans",
        buyer=None,
        shown=shown_as(view, freight_of(view, province_code="44")),
        exceptions_confirmed=True,
        actor=DEMO,
        now=now,
    )


def race(product_id: int) -> dict[str, int]:
    """Fifty buyers, each with a thread and a connection, place one pack each in the same moment."""
    baskets = [filled_basket((product_id,)) for _ in range(BUYERS)]
    start, lock = Barrier(BUYERS), Lock()
    outcome = {"placed": 0, "refused": 0, "errors": 0}

    def buy(basket_id: int) -> None:
        start.wait()
        try:
            place(basket_id)
            what = "placed"
        except DomainError:
            what = "refused"
        except Exception:  # noqa: BLE001  whatever else it is, no buyer should see it
            what = "errors"
        finally:
            connections.close_all()
        with lock:
            outcome[what] += 1

    threads = [Thread(target=buy, args=(basket_id,)) for basket_id in baskets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcome | {"sold": StockRecord.objects.get(product_id=product_id).num_allocated}
