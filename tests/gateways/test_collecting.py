"""Money for sellers is collected only in a demo or under a document, and the start says so."""

import pytest
from django.conf import LazySettings

from payments.checks import collection_is_allowed
from payments.gateways.registry import offered

CASH = ("cash_on_delivery",)
ALL = ("stripe", "bank_transfer", *CASH)


@pytest.mark.parametrize(
    ("is_demo", "document", "methods", "warned"),
    [(False, "", CASH, 1), (False, "吴扶办〔2026〕1号", ALL, 0), (True, "", ALL, 0)],
)
def test_without_a_document_only_cash_is_offered(
    settings: LazySettings, *, is_demo: bool, document: str, methods: tuple[str, ...], warned: int
) -> None:
    settings.IS_DEMO, settings.GATEWAY_COLLECTION_DOCUMENT = is_demo, document
    assert offered() == methods
    assert len(collection_is_allowed(None)) == warned
