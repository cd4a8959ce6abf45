"""The operator's pages exist for its own people only, and each act for its own job."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests import people

PAGES = [
    ("home", []),
    ("transfers", []),
    ("cash", []),
    ("orders", []),
    ("late", []),
    ("refunds", []),
    ("failed-refunds", []),
    ("payouts", []),
    ("lots", []),
    ("papers", []),
    ("problems", []),
    ("notices", []),
    ("messages", []),
]
ACTS = [
    ("make-payout", [1], "cashier"),
    ("check-payout", [1], "checker"),
    ("pay-payout", [1], "cashier"),
    ("make-supply-payment", ["1"], "cashier"),
    ("check-supply-payment", [1], "checker"),
    ("pay-supply-payment", [1], "cashier"),
    ("withdraw-paper", [1], "service"),
    ("cash-refused", ["1"], "cashier"),
    ("refund-again", [uuid4()], "cashier"),
    ("cancel", ["1"], "service"),
]
FORMS = [
    ("transfer", [uuid4()], "cashier"),
    ("cash-parcel", ["1"], "cashier"),
    ("refund", ["1"], "service"),
    ("refund-paid", [uuid4()], "cashier"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("page", "args"), PAGES)
def test_pages_open_to_every_job_and_to_nobody_else(client: Client, page: str, args: list[object]) -> None:
    url = reverse(f"operator:{page}", args=args)
    assert client.get(url).status_code == 302
    client.force_login(people.person("阿珍"))
    assert client.get(url).status_code == 404
    client.force_login(people.officer())
    assert client.get(url).status_code == 404
    for job in ("cashier", "checker", "service"):
        client.force_login(people.staff(job))
        assert client.get(url).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(("page", "args", "job"), ACTS + FORMS)
def test_an_act_needs_its_job(client: Client, page: str, args: list[object], job: str) -> None:
    url = reverse(f"operator:{page}", args=args)
    assert client.post(url).status_code == 302
    for other in {"cashier", "checker", "service"} - {job}:
        client.force_login(people.staff(other))
        assert client.post(url).status_code == 404


@pytest.mark.django_db
def test_a_job_that_ended_opens_nothing(client: Client) -> None:
    user = people.staff("cashier")
    client.force_login(user)
    assert client.get(reverse("operator:home")).status_code == 200
    user.operator_roles.update(ended_at=people.SINCE)
    assert client.get(reverse("operator:home")).status_code == 404


@pytest.mark.django_db
def test_what_is_not_there_is_not_found(client: Client) -> None:
    client.force_login(people.staff("cashier", "service", "checker"))
    for page, args in (
        ("order", ["2611250000000000"]),
        ("refund", ["x"]),
        ("cash-parcel", ["x"]),
        ("transfer", [uuid4()]),
        ("payout", [10**25]),
        ("problem", [10**25]),
        ("lot", ["x"]),
        ("supply-payment", [10**25]),
        ("paper", [10**25]),
    ):
        assert client.get(reverse(f"operator:{page}", args=args)).status_code == 404
