"""The real client of the SMS service against a stand-in that speaks its HTTP interface and checks its signature."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pytest_django.fixtures import Settings

from messages.checks import every_template_is_registered
from messages.models import OutboxMessage
from messages.providers import alibaba
from messages.providers.alibaba import AlibabaConfig, AlibabaSms
from messages.providers.base import Letter, ProviderError
from messages.services.sending import send_waiting
from messages.services.writing import write
from messages.texts import TEXTS
from standin.server import HOST, server_for
from standin.sms.app import Sent, SmsApp

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
LETTER = Letter(
    recipient="13800138000",
    text="unused",
    template="sign_in_code",
    context={"code": "012345"},
    dedupe_key="code:1",
)


@pytest.fixture
def service() -> Iterator[tuple[SmsApp, AlibabaConfig]]:
    """A running stand-in and an account there."""
    app = SmsApp()
    server = server_for(app, 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield (
        app,
        AlibabaConfig(
            access_key=app.access_key,
            secret=app.secret,
            sign_name="雁行集市",
            templates=(("sign_in_code", "SMS_1"),),
            endpoint=f"{HOST}:{server.port}",
            protocol="http",
        ),
    )
    server.shutdown()
    thread.join()
    server.server_close()


Service = tuple[SmsApp, AlibabaConfig]


def refused(config: AlibabaConfig, letter: Letter = LETTER) -> str:
    with pytest.raises(ProviderError) as caught:
        AlibabaSms(config).send(letter)
    return str(caught.value)


def test_a_code_goes_out_with_its_template_and_values(service: Service) -> None:
    app, config = service
    AlibabaSms(config).send(LETTER)
    assert app.sent == [Sent("13800138000", "雁行集市", "SMS_1", {"code": "012345"}, "code:1")]


def test_a_wrong_key_or_secret_is_named_and_sends_nothing(service: Service) -> None:
    app, config = service
    assert refused(replace(config, secret="other")) == "SignatureDoesNotMatch"
    assert refused(replace(config, access_key="other")) == "InvalidAccessKeyId.NotFound"
    assert app.sent == []


def test_a_no_of_the_business_is_named(service: Service) -> None:
    app, config = service
    app.says = "isv.BUSINESS_LIMIT_CONTROL"
    assert refused(config) == "isv.BUSINESS_LIMIT_CONTROL"
    assert "13800138000" not in refused(config)


def test_a_text_without_a_registered_template_is_not_sent(service: Service) -> None:
    app, config = service
    assert refused(config, replace(LETTER, template="paid")) == "no template for paid"
    assert app.sent == []


def test_a_service_that_breaks_hangs_or_is_gone_only_delays(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, config = service
    app.status = 503
    assert refused(config)
    app.status, app.slow_seconds = 200, 0.5
    monkeypatch.setattr(alibaba, "READ_MS", 100)
    assert refused(config)
    assert refused(replace(config, endpoint=f"{HOST}:9"))


@pytest.mark.django_db
def test_from_the_outbox_to_the_service(service: Service, settings: Settings) -> None:
    app, config = service
    settings.SMS_PROVIDER = "alibaba"
    settings.SMS_ALIBABA_ACCESS_KEY, settings.SMS_ALIBABA_SECRET = config.access_key, config.secret
    settings.SMS_ALIBABA_SIGN_NAME = config.sign_name
    settings.SMS_ALIBABA_TEMPLATES = {"sign_in_code": "SMS_1"}
    settings.SMS_ALIBABA_ENDPOINT = config.endpoint
    app.says = "isv.BUSINESS_LIMIT_CONTROL"
    write(
        mobile="13800138000",
        language="zh-hans",
        template="sign_in_code",
        context={"code": "012345"},
        dedupe_key="code:1",
        now=NOW,
    )
    assert send_waiting(now=NOW) == 0
    assert OutboxMessage.objects.get().last_error == "isv.BUSINESS_LIMIT_CONTROL"
    app.says = "OK"
    assert send_waiting(now=NOW + timedelta(minutes=2)) == 1
    assert [sent.parameters for sent in app.sent] == [{"code": "012345"}]


def test_the_start_names_what_is_not_registered(settings: Settings) -> None:
    settings.SMS_PROVIDER = "alibaba"
    settings.SMS_ALIBABA_TEMPLATES = dict.fromkeys(TEXTS, "SMS_1")
    assert every_template_is_registered(None) == []
    del settings.SMS_ALIBABA_TEMPLATES["paid"]
    (error,) = every_template_is_registered(None)
    assert (error.id, "paid" in error.msg) == ("messages.E001", True)
    settings.SMS_PROVIDER = "console"
    assert every_template_is_registered(None) == []
