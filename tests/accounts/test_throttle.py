"""Tries at passwords are limited per login and per address; without the cache people still get in."""

import pytest
from django.core.cache import cache
from django.test import Client, RequestFactory
from pytest_django import Settings

from accounts.models import User
from accounts.services import register
from accounts.throttle import MOST_FOR_LOGIN, MOST_FROM_ADDRESS, address_of

RIGHT = "a-long-password"
WRONG_SENTENCE, ENOUGH_SENTENCE = "密码不对，请再试一次。", "试的次数太多了，请15分钟后再试。"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_cache(settings: Settings) -> None:
    """Of this test alone: another worker's test may empty the shared one meanwhile."""
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


@pytest.fixture
def zhen() -> User:
    return register(login="19900000001", password=RIGHT, name="阿珍")


def sign_in(client: Client, login: str, password: str, *, address: str = "10.0.0.1") -> str:
    """Empty when signed in, otherwise what the page says."""
    page = client.post(
        "/account/sign-in/",
        {"login": login, "password": password},
        REMOTE_ADDR=address,
        HTTP_X_FORWARDED_FOR="9.9.9.9",
    )
    if page.status_code == 302:
        return ""
    text = page.content.decode()
    return next(sentence for sentence in (ENOUGH_SENTENCE, WRONG_SENTENCE) if sentence in text)


def test_after_ten_wrong_ones_the_right_one_waits_too(client: Client, zhen: User) -> None:
    # However it is written, from wherever: it is one login.
    ways = ["19900000001", "+86 199 0000 0001", "１９９０００００００１"]
    said = [sign_in(client, ways[n % 3], "wrong", address=f"10.0.0.{n}") for n in range(MOST_FOR_LOGIN)]
    assert said == [WRONG_SENTENCE] * MOST_FOR_LOGIN
    assert sign_in(client, "19900000001", RIGHT, address="10.0.1.1") == ENOUGH_SENTENCE
    assert "_auth_user_id" not in client.session
    other = register(login="19900000002", password=RIGHT, name="阿芳")
    assert sign_in(client, str(other.mobile), RIGHT) == ""


def test_the_right_one_begins_anew(client: Client, zhen: User) -> None:
    for _ in range(2):
        for _ in range(MOST_FOR_LOGIN - 1):
            assert sign_in(client, "19900000001", "wrong") == WRONG_SENTENCE
        assert sign_in(client, "19900000001", RIGHT) == ""


def test_an_unknown_login_is_limited_alike(client: Client) -> None:
    for _ in range(MOST_FOR_LOGIN):
        assert sign_in(client, "nobody@x.cn", "wrong") == WRONG_SENTENCE
    assert sign_in(client, "Nobody@X.cn ", "wrong") == ENOUGH_SENTENCE


def test_one_address_tries_many_logins_only_so_often(client: Client, zhen: User) -> None:
    for n in range(MOST_FROM_ADDRESS):
        assert sign_in(client, f"nobody{n}@x.cn", "wrong") == WRONG_SENTENCE
    assert sign_in(client, "19900000001", RIGHT) == ENOUGH_SENTENCE
    assert sign_in(client, "19900000001", RIGHT, address="10.0.0.2") == ""


def test_a_village_behind_one_address_signs_in_freely(client: Client, zhen: User) -> None:
    for _ in range(MOST_FROM_ADDRESS + 5):
        assert sign_in(client, "19900000001", RIGHT) == ""


def test_the_admins_sign_in_is_limited_too(client: Client) -> None:
    User.objects.create_superuser(mobile="19900000009", password=RIGHT)
    form = {"username": "19900000009", "password": "wrong"}
    for _ in range(MOST_FOR_LOGIN):
        client.post("/admin/login/", form)
    page = client.post("/admin/login/", {**form, "password": RIGHT})
    assert page.status_code == 200
    assert ENOUGH_SENTENCE in page.content.decode()


def test_without_the_cache_people_get_in(client: Client, zhen: User, settings: Settings) -> None:
    away = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:9/0"}
    settings.CACHES = {"default": away}
    for _ in range(MOST_FOR_LOGIN + 1):
        assert sign_in(client, "19900000001", "wrong") == WRONG_SENTENCE
    assert sign_in(client, "19900000001", RIGHT) == ""


def test_neither_number_nor_address_lies_in_the_cache(client: Client, zhen: User) -> None:
    sign_in(client, "19900000001", "wrong")
    keys = list(cache._cache)
    assert len(keys) == 2
    assert not any("19900000001" in key or "10.0.0.1" in key for key in keys)


@pytest.mark.parametrize(
    ("meta", "address"),
    [
        ({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "9.9.9.9"}, "10.0.0.1"),
        ({"REMOTE_ADDR": "", "HTTP_X_FORWARDED_FOR": "9.9.9.9"}, "9.9.9.9"),
        ({"REMOTE_ADDR": "", "HTTP_X_FORWARDED_FOR": "2001:db8:1:2:3::4"}, "2001:db8:1:2::/64"),
        ({"REMOTE_ADDR": "", "HTTP_X_FORWARDED_FOR": "nonsense"}, ""),
        ({"REMOTE_ADDR": ""}, ""),
    ],
)
def test_who_asks(meta: dict[str, str], address: str) -> None:
    assert address_of(RequestFactory().get("/", **meta)) == address
