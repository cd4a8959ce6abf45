"""A mail server that hangs, and a commit that is slow: the order does not notice, the message goes out once."""

import socket
from collections.abc import Iterator
from functools import partial
from threading import Event

import pytest
from django.conf import LazySettings
from django.db import transaction

from flow.confirm_payment import Outcome
from messages.models import OutboxMessage
from messages.services.sending import send_waiting
from messages.services.writing import write
from tests.flow.test_story import NOW, pay, placed_order
from tests.race.together import together


@pytest.fixture
def hanging_port() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def message(key: str) -> None:
    write(
        mobile=None,
        email="a@example.cn",
        language="zh-hans",
        template="to_pack",
        context={"number": "1"},
        dedupe_key=key,
        now=NOW,
    )


@pytest.mark.django_db
def test_b121_paying_takes_its_time_and_the_message_waits(hanging_port: int, settings: LazySettings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", hanging_port, 0.2
    assert pay(placed_order()) == Outcome.PAID
    message("slow")
    sent = send_waiting(now=NOW)
    waiting = OutboxMessage.objects.get(dedupe_key="slow")
    assert sent == OutboxMessage.objects.filter(sent_at__isnull=False).count()
    assert (waiting.sent_at, waiting.last_error) == (None, "SMTPServerDisconnected")


@pytest.mark.usefixtures("committed_db")
def test_b122_a_message_is_not_seen_before_its_business_is_committed() -> None:
    written, looked = Event(), Event()

    def business() -> None:
        with transaction.atomic():
            message("once")
            written.set()
            assert looked.wait(10)

    def sender() -> int:
        assert written.wait(10)
        sent = send_waiting(now=NOW)
        looked.set()
        return sent

    assert together([business, sender]) == [None, 0]
    assert together([partial(send_waiting, now=NOW)] * 3).count(1) == 1
    assert OutboxMessage.objects.filter(sent_at__isnull=False).count() == 1
