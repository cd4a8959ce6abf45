"""Where people are made up, every door says so; where they are real, none does."""

from functools import partial

import pytest
from django.test import Client
from pytest_django import Settings

from accounts.models import User
from tests.flow.test_story import seller
from tests.people import member_of, officer, staff

NOTE = "演示数据：人物、证件号码与订单均为虚构"


def anybody() -> None:
    """Not signed in."""


def seller_member() -> User:
    return member_of(seller("440883106206", "李伯", 1))


DOORS = {
    "/": anybody,
    "/account/sign-in/": anybody,
    "/desk/": seller_member,
    "/office/": officer,
    "/operator/": partial(staff, "cashier"),
}


@pytest.mark.parametrize("times", [1, 0])
@pytest.mark.parametrize("path", DOORS)
def test_the_note_stands_in_a_demo_alone(
    path: str, times: int, client: Client, db: None, settings: Settings
) -> None:
    settings.IS_DEMO = bool(times)
    user = DOORS[path]()
    if user is not None:
        client.force_login(user)
    page = client.get(path)
    assert page.status_code == 200
    assert page.content.decode().count(NOTE) == times


def test_who_works_here_sees_the_version(client: Client, db: None, settings: Settings) -> None:
    client.force_login(officer())
    assert f"雁行集市 {settings.VERSION}" in client.get("/office/").content.decode()
