"""The design's identities as queries, one module a theme; `income.prove` runs them all."""

from income.identities.posted import POSTED
from income.identities.received import RECEIVED
from income.identities.settled import SETTLED
from income.identities.stocked import STOCKED
from income.identities.supply import SUPPLY

IDENTITIES: tuple[tuple[str, str], ...] = (*RECEIVED, *SETTLED, *POSTED, *STOCKED, *SUPPLY)
