"""Yuan as Decimal with two places; fen as int at gateways only, by one conversion."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

FEN = Decimal("0.01")
ZERO = Decimal("0.00")


class NotWholeFen(ValueError):
    """The amount has a fraction of a fen."""


def yuan(value: Decimal | int | str) -> Decimal:
    """`value` as yuan with two places, exactly.

    Raises:
        NotWholeFen: it has a fraction of a fen; nothing is rounded away silently.
    """
    amount = Decimal(value)
    quantized = amount.quantize(FEN)
    if quantized != amount:
        raise NotWholeFen(f"{value} has a fraction of a fen")
    return quantized


def rounded(value: Decimal) -> Decimal:
    """`value` rounded to the fen, halves away from zero, as merchants do."""
    return value.quantize(FEN, rounding=ROUND_HALF_UP)


def to_fen(amount: Decimal) -> int:
    """Whole fen for a gateway. 17.90 yuan is 1790 fen.

    Raises:
        NotWholeFen: the amount has a fraction of a fen.
    """
    return int(yuan(amount).scaleb(2))


def from_fen(fen: int) -> Decimal:
    """Yuan from whole fen. 1790 fen is 17.90 yuan."""
    return Decimal(fen).scaleb(-2).quantize(FEN)


def divide(amount: Decimal, weights: Sequence[int | Decimal]) -> list[Decimal]:
    """`amount` in yuan divided by weight with the largest remainder; the parts sum to it exactly.

    Equal remainders go to the earlier part, so the same input always gives the same parts.
    All weights zero: the first part takes everything.
    """
    if not weights:
        raise ValueError("nothing to divide among")
    total_fen = to_fen(amount)
    sign = -1 if total_fen < 0 else 1
    exact = [Decimal(weight) for weight in weights]
    whole = sum(exact, Decimal(0))
    if whole == 0:
        return [yuan(amount)] + [ZERO] * (len(exact) - 1)
    shares = [abs(total_fen) * weight / whole for weight in exact]
    floors = [int(share) for share in shares]
    left = abs(total_fen) - sum(floors)
    order = sorted(range(len(shares)), key=lambda i: (floors[i] - shares[i], i))
    for i in order[:left]:
        floors[i] += 1
    return [from_fen(sign * fen) for fen in floors]


def total(amounts: Sequence[Decimal]) -> Decimal:
    """The sum in yuan; of nothing, 0.00."""
    return sum(amounts, ZERO)
