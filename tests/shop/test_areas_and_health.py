"""The picker's list and the two health addresses."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries


@pytest.mark.django_db
def test_the_list_is_cacheable_one_statement_and_sets_no_cookie(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        answer = client.get("/areas.json")
    assert ["440883", "吴川市", "4408"] in [row[:3] for row in answer.json()]
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/livez", "/readyz"])
def test_health_says_ok(client: Client, address: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.content) == (200, b"ok")
