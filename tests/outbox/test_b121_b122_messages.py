"""A message goes out if the business was committed, once, and a dead provider harms nobody."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.db import transaction

from messages.models import OutboxMessage
from messages.providers.base import Letter, ProviderError
from messages.services.sending import send_waiting
from messages.services.writing import write
from messages.texts import TEXTS, text_of

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def written(key: str = "paid:1", email: str | None = "a@example.cn") -> None:
    write(
        mobile=None,
        email=email,
        language="zh-hans",
        template="paid",
        context={"number": "1", "total": "36.00", "token": "t"},
        dedupe_key=key,
        now=NOW,
    )


@pytest.mark.django_db
def test_b122_one_message_for_one_key_and_none_after_a_rollback() -> None:
    written()
    written()
    with transaction.atomic():
        written("paid:2")
        transaction.set_rollback(True)
    assert send_waiting(now=NOW) == 1
    assert send_waiting(now=NOW + timedelta(days=1)) == 0
    assert len(mail.outbox) == 1
    assert "http://127.0.0.1:8000/o/t/" in mail.outbox[0].body


@pytest.mark.django_db
def test_b121_a_dead_server_delays_the_message_and_shows_why(settings: pytest.FixtureRequest) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    written()
    assert send_waiting(now=NOW) == 0
    message = OutboxMessage.objects.get()
    assert (message.attempts, message.sent_at) == (1, None)
    assert message.last_error == "ConnectionRefusedError"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_waiting(now=NOW + timedelta(minutes=2)) == 1


@pytest.mark.django_db
def test_a_message_is_given_up_after_eight_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    class Dead:
        def send(self, _letter: Letter) -> None:
            raise ProviderError("away")

    monkeypatch.setattr("messages.services.sending.provider", lambda _channel: Dead())
    written()
    now = NOW
    for _ in range(9):
        send_waiting(now=now)
        now += timedelta(days=1)
    message = OutboxMessage.objects.get()
    assert (message.attempts, message.given_up_at is not None) == (8, True)


@pytest.mark.parametrize("template", sorted(TEXTS))
def test_every_text_can_be_filled_in(template: str) -> None:
    context = dict.fromkeys(("number", "total", "token", "carrier", "waybill", "amount", "code"), "x")
    assert "%(" not in text_of(template=template, context=context, language="zh-hans")
