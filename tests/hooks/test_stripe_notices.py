"""Notices: only Stripe's own, fresh ones are taken, and each once."""

import json
import time

import pytest
import stripe
from django.test import Client

from payments.models import ProviderEvent

SECRET = "whsec_for_tests_only"


def send(client: Client, *, seconds: int = 0, secret: str = SECRET, livemode: bool = False) -> int:
    body = json.dumps(
        {
            "id": "evt_1",
            "object": "event",
            "type": "checkout.session.completed",
            "created": int(time.time()),
            "livemode": livemode,
            "data": {"object": {"id": "cs_1", "object": "checkout.session", "metadata": {}}},
        }
    )
    stamp = int(time.time()) + seconds
    signed = stripe.WebhookSignature._compute_signature(f"{stamp}.{body}", secret)
    response = client.post(
        "/hooks/stripe/",
        data=body,
        content_type="application/json",
        headers={"Stripe-Signature": f"t={stamp},v1={signed}"},
    )
    return response.status_code


@pytest.mark.django_db
def test_a_good_notice_is_stored_once(client: Client) -> None:
    assert [send(client), send(client), send(client)] == [200, 200, 200]
    assert ProviderEvent.objects.values_list("event_id", "state").get() == ("evt_1", "new")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "odd", [{"secret": "whsec_other"}, {"seconds": -600}, {"seconds": 600}, {"livemode": True}]
)
def test_a_notice_that_is_not_stripes_changes_nothing(client: Client, odd: dict) -> None:
    assert send(client, **odd) == 400
    assert ProviderEvent.objects.count() == 0


@pytest.mark.django_db
def test_only_posts_are_notices(client: Client) -> None:
    assert client.get("/hooks/stripe/").status_code == 405
