"""Who signs in at the office in a market of the bench."""

LOGIN = "13900000001"
PASSWORD = "yanxing-bench"  # noqa: S105  the market is thrown away
