"""What becomes of an order, by its number alone: the same every time, and each case often enough to be found."""

from dataclasses import dataclass

# Every n-th order from the k-th on.
CASH = (9, 4)
REFUSED = (90, 13)
LATE = (37, 20)
NEVER_PAID = (23, 10)
GIVEN_UP = (61, 30)
SPOILED = (7, 3)
REGRETTED = (29, 8)
TWICE_PAID = (140, 50)
WRONG_AMOUNT = (200, 152)
PAID_TOO_LATE = (230, 33)
BEARERS = ("household", "operator", "carrier")


@dataclass(frozen=True, slots=True)
class Fate:
    """How one order goes. Without any of these it is paid by transfer, arrives, and is settled."""

    is_cash: bool
    # Cash refused at the door: nothing was earned.
    is_refused: bool
    # Its first part is not shipped as promised, and the buyer cancels that part.
    is_late: bool
    # Nobody pays: its time runs out.
    is_never_paid: bool
    # The money comes a day after that, and the goods are still there.
    is_paid_too_late: bool
    # The buyer cancels before paying.
    is_given_up: bool
    # A second transfer for the same order, or at first one of the wrong amount: given back.
    is_twice_paid: bool
    is_wrong_at_first: bool
    # Part of it spoiled on the way, told at once; or told long after the household was paid.
    is_spoiled: bool
    is_regretted: bool
    borne_by: str


def fate(index: int) -> Fate:
    """The fate of the order of this number."""
    is_cash = _is(index, CASH)
    never_paid = _is(index, NEVER_PAID) and not is_cash
    given_up = _is(index, GIVEN_UP) and not is_cash and not never_paid
    is_late = _is(index, LATE) and not is_cash
    return Fate(
        is_cash=is_cash,
        is_refused=_is(index, REFUSED) and is_cash,
        is_late=is_late,
        is_never_paid=never_paid,
        is_paid_too_late=never_paid and _is(index, PAID_TOO_LATE),
        is_given_up=given_up,
        is_twice_paid=_is(index, TWICE_PAID),
        is_wrong_at_first=_is(index, WRONG_AMOUNT),
        is_spoiled=_is(index, SPOILED),
        is_regretted=_is(index, REGRETTED) and not _is(index, SPOILED),
        borne_by=BEARERS[index // 7 % len(BEARERS)],
    )


def _is(index: int, every: tuple[int, int]) -> bool:
    step, first = every
    return index % step == first
