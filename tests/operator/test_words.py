"""What the pages say about codes of ours and of the provider, in the reader's language."""

from typing import get_args

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from backoffice.failures import said as failure_said
from backoffice.remarks import said as remark_said
from flow.confirm_payment import Outcome
from fulfilment.models import VendorOrder
from payments.gateways.base import PaymentState, RefundState
from payments.models import ProviderEvent
from tests import people
from tests.flow.test_story import NOW, pay, placed_order

OURS = {
    "an earlier try",
    "nothing to fetch",
    "no such payment",
    "refund is not ours",
    "names another attempt",
}
REMARKS = sorted({*Outcome, *get_args(PaymentState), *get_args(RefundState), *OURS})


@pytest.mark.parametrize("remark", REMARKS)
def test_what_became_of_a_notice_is_said_in_both_languages(remark: str) -> None:
    with translation.override("zh-hans"):
        assert not remark_said(remark).isascii()
    with translation.override("en"):
        assert remark_said(remark).isascii()


def test_a_code_that_nobody_knows_is_shown_as_it_is() -> None:
    assert (remark_said("resource_missing"), failure_said("new_code")) == ("resource_missing", "new_code")


def test_the_list_of_notices_says_it(client: Client, db: None) -> None:
    ProviderEvent.objects.create(
        gateway="stripe",
        event_id="evt_1",
        kind="refund.failed",
        is_live=False,
        remark="an earlier try",
        stamped_at=NOW,
        received_at=NOW,
    )
    client.force_login(people.staff("service"))
    assert "是之前一次没有办成的退款" in client.get(reverse("operator:notices")).content.decode()


def test_an_empty_list_of_what_is_resolved_does_not_speak_of_what_waits(client: Client, db: None) -> None:
    client.force_login(people.staff("service"))
    url = reverse("operator:problems")
    assert "没有待处理的事项" in client.get(url).content.decode()
    assert "还没有处理过的事项" in client.get(url, {"closed": "1"}).content.decode()


def test_one_pack_is_no_packs(client: Client, db: None) -> None:
    pay(placed_order())
    client.force_login(people.staff("service"))
    two, one = [reverse("operator:refund", args=[part.number]) for part in VendorOrder.objects.order_by("pk")]
    for url, words in ((two, "2 packs, ¥60.20 paid"), (one, "1 pack, ¥19.95 paid")):
        assert words in client.get(f"/en{url}").content.decode()
