"""deploy/nginx.conf: what it keeps, for whom, and what it believes."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from shop.public import SHARED
from shop.visitor import COOKIE
from tests.deploy.behind_nginx import CONF, NGINX, ask, moved, post_at_once, running

needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")


def test_the_cookies_of_a_personal_page_are_the_applications() -> None:
    names = re.search(r"\(\^\|;\\s\*\)\((.+?)\)=", CONF)
    assert names is not None
    assert names[1].split("|") == [settings.SESSION_COOKIE_NAME, COOKIE]


def test_the_secret_part_of_an_orders_link_is_cut_from_the_log() -> None:
    pattern = re.search(r'"~(\^\(\?<before>.+)" "\$before\*\*\*\$after"', CONF)
    assert pattern is not None
    cut = re.compile(pattern[1].replace("(?<", "(?P<"))
    path = reverse("shop:pay", kwargs={"token": "secret-secret"})
    for address in (path, f"/en{path}"):
        found = cut.fullmatch(address)
        assert found is not None
        assert found["before"] + found["after"] == address.replace("secret-secret", "")
    assert not any(word in CONF for word in ("$request ", "$args", "$http_referer", "$query_string"))


def test_public_pages_may_be_kept_five_seconds() -> None:
    assert SHARED == "public, max-age=0, s-maxage=5, stale-while-revalidate=30"
    assert "proxy_cache_background_update on;" in CONF
    assert "proxy_cache_valid" not in CONF  # the application alone says what may be kept


def test_forwarded_addresses_are_overwritten() -> None:
    assert re.findall(r"X-Forwarded-For (.+);", CONF) == ["$remote_addr"]


@needs_nginx
def test_nginx_takes_the_file(tmp_path: Path) -> None:
    path = moved(tmp_path, plain=8480, tls=8443)
    done = subprocess.run([NGINX, "-t", "-c", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with running(tmp_path_factory.mktemp("nginx")) as tls:
        yield tls


@needs_nginx
def test_a_public_page_is_asked_for_once(port: int) -> None:
    states = [
        ask(port, "/public/once", Accept_Language=language)[0].headers["X-Cache"] for language in ("zh", "en")
    ]
    assert states == ["MISS", "HIT"]


@needs_nginx
@pytest.mark.parametrize("cookie", ["sessionid=a", "yx_basket=b", "other=1; yx_basket=b"])
def test_a_personal_page_is_neither_taken_from_the_cache_nor_put_there(port: int, cookie: str) -> None:
    path = f"/public/personal/{cookie[0]}{len(cookie)}"
    assert ask(port, path, Cookie=cookie)[0].headers["X-Cache"] == "BYPASS"
    assert ask(port, path)[0].headers["X-Cache"] == "MISS"
    assert ask(port, path, Cookie=cookie)[0].headers["X-Cache"] == "BYPASS"
    assert ask(port, path, Cookie="theme=sessionid")[0].headers["X-Cache"] == "HIT"


@needs_nginx
@pytest.mark.parametrize("path", ["/private", "/public/greets"], ids=["not marked", "sets a cookie"])
def test_other_pages_are_not_kept(port: int, path: str) -> None:
    assert [ask(port, path)[0].headers["X-Cache"] for _ in range(2)] == ["MISS", "MISS"]


@needs_nginx
def test_the_application_hears_who_asked_and_nothing_made_up(port: int) -> None:
    _, heard = ask(
        port,
        "/private",
        X_Forwarded_For="8.8.8.8",
        X_Forwarded_Proto="http",
        X_Forwarded_Host="evil.example",
        Forwarded="for=8.8.8.8",
    )
    assert (heard["x-forwarded-for"], heard["x-forwarded-proto"]) == ("127.0.0.1", "https")
    assert heard["host"] == "jishi.example"
    assert {"x-forwarded-host", "forwarded"} & set(heard) == set()


@needs_nginx
def test_forms_come_at_a_human_pace_and_notices_at_their_own(port: int) -> None:
    forms = post_at_once(port, "/basket/add/", times=30)
    assert (forms[:21], forms[-1]) == ([200] * 21, 429)
    assert post_at_once(port, "/hooks/stripe/", times=30) == [200] * 30


@needs_nginx
def test_no_log_has_the_secret_part_of_an_orders_link(tmp_path: Path) -> None:
    secret = "aB3_x-secret-part"
    with running(tmp_path) as tls:
        # Too many at once is what nginx writes to its error log, with the address.
        for path in (f"/o/{secret}/pay/", f"/en/o/{secret}/pay/", f"/%6F/{secret}/pay/", "/basket/add/"):
            assert post_at_once(tls, path, times=30)[-1] == 429
    logs = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "log").iterdir()}
    assert 'request: "POST /basket/add/' in logs["error.log"]
    assert "POST /o/***/pay/" in logs["access.log"]
    assert [name for name, text in logs.items() if secret in text] == []
