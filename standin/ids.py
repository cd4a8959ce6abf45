"""Ids that look like Stripe's: a prefix that says the kind, then letters nobody guesses."""

import secrets

# `cs_test_` and not `cs_`: whoever sees one knows that it is of the test mode.
SESSION, INTENT, CHARGE, REFUND = "cs_test_", "pi_", "ch_", "re_"
ENTRY, EVENT, ENDPOINT, REQUEST = "txn_", "evt_", "we_", "req_"


def new_id(prefix: str) -> str:
    """An id of this kind."""
    return prefix + secrets.token_hex(12)
