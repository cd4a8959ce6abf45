"""The secret part of an order's link reaches no log: Django's, gunicorn's, or anybody's."""

import io
import logging
from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from gunicorn.config import Config
from gunicorn.glogging import Logger

from common.log_masking import MaskedRecord, without_order_links

SECRET = "aB3_x-secret-part"
PATH = f"/o/{SECRET}/pay/"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What a handler of somebody else's writes, with the plainest formatter."""
    text = io.StringIO()
    handler = logging.StreamHandler(text)
    logging.getLogger().addHandler(handler)
    yield text
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"/o/{SECRET}/", "/o/***/"),
        (f"GET /en/o/{SECRET}/state.json HTTP/1.1", "GET /en/o/***/state.json HTTP/1.1"),
        (f"https://jishi.example/o/{SECRET}", "https://jishi.example/o/***"),
        (f"/o/{SECRET}?next=1", "/o/***?next=1"),
        (
            f"url=https%3A%2F%2Fa.example%2Fo%2F{SECRET}%2F&x=1",
            "url=https%3A%2F%2Fa.example%2Fo%2F***%2F&x=1",
        ),
        (f"/o/%61{SECRET}/", "/o/***/"),
        (f"'/o/{SECRET}' and \"/o/{SECRET}\"", "'/o/***' and \"/o/***\""),
        ("/office/ /v/440883106206/ /p/1-o/ /operator/o", "/office/ /v/440883106206/ /p/1-o/ /operator/o"),
    ],
)
def test_only_the_secret_part_is_masked(text: str, masked: str) -> None:
    assert without_order_links(text) == masked


def test_every_record_of_the_process_is_masked() -> None:
    assert logging.getLogRecordFactory() is MaskedRecord


def test_django_says_what_was_not_found_without_the_secret(
    client: Client, db: None, written: io.StringIO
) -> None:
    assert client.get(PATH.replace("/pay/", "/")).status_code == 404
    assert "/o/***/" in written.getvalue()
    assert SECRET not in written.getvalue()


def test_a_refused_form_is_logged_without_the_secret(db: None, written: io.StringIO) -> None:
    assert Client(enforce_csrf_checks=True).post(PATH).status_code == 403
    assert "/o/***/pay/" in written.getvalue()
    assert SECRET not in written.getvalue()


def test_a_traceback_is_logged_without_the_secret(written: io.StringIO) -> None:
    pages: dict[str, str] = {}
    try:
        pages[PATH]
    except LookupError:
        logging.getLogger("django.request").exception("failed: %s", PATH)
    assert written.getvalue().count("/o/***/pay/") == 2
    assert "KeyError" in written.getvalue()
    assert SECRET not in written.getvalue()


def test_gunicorn_logs_without_the_secret(capfd: pytest.CaptureFixture[str]) -> None:
    config = Config()
    config.set("accesslog", "-")
    log = Logger(config)
    request = SimpleNamespace(headers=[("REFERER", f"https://jishi.example{PATH}")], uri=PATH)
    answer = SimpleNamespace(status="200 OK", sent=1, headers=[])
    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": PATH,
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_REFERER": f"https://jishi.example{PATH}",
    }
    log.access(answer, request, environ, timedelta(milliseconds=5))
    log.error("Error handling request %s", PATH)
    said = "".join(capfd.readouterr())
    assert said.count("/o/***/pay/") == 3
    assert SECRET not in said
