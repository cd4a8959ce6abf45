"""What the start warns of."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Warning  # noqa: A004  Django's own name

from payments.gateways.registry import accounts_set, may_collect


def collection_is_allowed(
    app_configs: Sequence[AppConfig] | None,
    **_rest: Any,  # noqa: ANN401  as above
) -> list[CheckMessage]:
    """Money of buyers would arrive on an account that is not the seller's, and no document allows it."""
    if not accounts_set() or may_collect():
        return []
    return [
        Warning(
            f"{', '.join(accounts_set())} is not offered: its account is not the sellers' own.",
            hint="Set GATEWAY_COLLECTION_DOCUMENT to the number of the document that allows collecting for them.",
            id="payments.W001",
        )
    ]
