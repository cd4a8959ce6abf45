"""Fork of Oscar's partner app (label `partner`): a stock row that cannot be oversold."""
