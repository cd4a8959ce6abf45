"""Notices: only Stripe's own, fresh ones are taken, and each once."""

import json
import time
from collections.abc import Mapping

import pytest
import stripe
from django.test import Client

from payments.models import ProviderEvent

SECRET = "whsec_for_tests_only"

SESSION = {"id": "cs_1", "object": "checkout.session", "metadata": {}}


def send(
    client: Client,
    *,
    seconds: int = 0,
    secret: str = SECRET,
    livemode: bool = False,
    about: Mapping[str, object] = SESSION,
) -> int:
    body = json.dumps(
        {
            "id": "evt_1",
            "object": "event",
            "type": "checkout.session.completed",
            "created": int(time.time()),
            "livemode": livemode,
            "data": {"object": about},
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


@pytest.mark.django_db
def test_a_notice_keeps_what_it_is_about_and_nothing_of_the_buyer(client: Client) -> None:
    about = {
        "id": "cs_1",
        "object": "checkout.session",
        "metadata": {"attempt": "0f8b7e3a-3f0e-4c59-9f7b-0e9b5f3a1c11"},
        "customer_details": {"email": "zhen@example.com", "name": "阿珍", "phone": "+8613800138000"},
        "success_url": "https://jishi.example/paid/1/",
    }
    assert send(client, about=about) == 200
    event = ProviderEvent.objects.get()
    assert (event.event_id, event.kind, event.is_live) == ("evt_1", "checkout.session.completed", False)
    assert (event.about_ref, event.object_ref) == ("cs_1", "cs_1")
    assert str(event.attempt_key) == "0f8b7e3a-3f0e-4c59-9f7b-0e9b5f3a1c11"
    kept = " ".join(str(value) for value in ProviderEvent.objects.values_list().get())
    assert [word for word in ("zhen", "阿珍", "138", "paid") if word in kept] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("about", "ref"), [({"id": "ch_1", "object": "charge"}, "ch_1"), ({"object": "balance"}, "")]
)
def test_a_notice_about_something_else_names_it(client: Client, about: dict[str, str], ref: str) -> None:
    assert send(client, about=about) == 200
    assert ProviderEvent.objects.values_list("about_ref", "object_ref", "refund_ref").get() == (ref, "", "")
