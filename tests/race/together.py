"""Runs calls at the same moment, each with a connection of its own."""

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connections


def together(calls: list[Callable[[], object]]) -> list[object]:
    """What each call gave, or the error it raised, in order. All start at one barrier."""
    barrier = Barrier(len(calls))
    results: list[object] = [None] * len(calls)

    def run(index: int, call: Callable[[], object]) -> None:
        try:
            barrier.wait()
            results[index] = call()
        except Exception as error:  # noqa: BLE001  the error is the result
            results[index] = error
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(index, call)) for index, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results
