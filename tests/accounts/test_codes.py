"""Signing in by a code from a message: the same for every number, few tries, short life, long stay."""

import re
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from accounts.codes import MOST_A_DAY, send_code, sign_in_with_code
from accounts.models import SignInCode, User
from accounts.throttle import MOST_CODES
from common.errors import DomainError
from messages.models import OutboxMessage
from messages.services.sending import send_waiting
from tests.race.together import together

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
NUMBER = "13800138000"
SECOND = timedelta(seconds=1)


def send(now: datetime = NOW, number: str = NUMBER) -> str:
    """The code, as the phone shows it."""
    send_code(mobile=number, address="", language="zh-hans", now=now)
    return str(OutboxMessage.objects.order_by("-pk")[0].context["code"])


def enter(code: str, now: datetime = NOW, number: str = NUMBER) -> User:
    return sign_in_with_code(mobile=number, code=code, now=now)


def refused(code: str, now: datetime = NOW) -> str:
    with pytest.raises(DomainError) as caught:
        enter(code, now)
    return caught.value.code


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06d}"


@pytest.mark.django_db
def test_a_code_signs_in_once_and_a_new_number_gets_an_account() -> None:
    code = send()
    assert re.fullmatch(r"\d{6}", code)
    user = enter(code)
    assert (user.mobile, user.has_usable_password()) == (NUMBER, False)
    assert refused(code) == "wrong_code"
    assert enter(send(NOW + 60 * SECOND), NOW + 60 * SECOND) == user


@pytest.mark.django_db
def test_number_and_code_are_taken_as_people_type_them() -> None:
    code = send(number="+86 138-0013-8000")
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in code)
    assert enter(f" {wide[:3]} {wide[3:]} ", number="１３８００１３８０００").mobile == NUMBER


@pytest.mark.django_db
def test_only_hashes_are_kept_and_the_message_is_wiped_once_it_is_out() -> None:
    code = send()
    kept = SignInCode.objects.get()
    assert code not in kept.code_hash
    assert NUMBER not in kept.number_hash
    assert send_waiting(now=NOW) == 1
    assert OutboxMessage.objects.get().context == {}


@pytest.mark.django_db
def test_a_code_lives_five_minutes_and_the_next_one_ends_it() -> None:
    code = send()
    assert refused(code, NOW + timedelta(minutes=5)) == "wrong_code"
    newer = send(NOW + 61 * SECOND)
    if newer != code:
        assert refused(code, NOW + 62 * SECOND) == "wrong_code"
    assert enter(newer, NOW + 62 * SECOND)


@pytest.mark.django_db
def test_five_tries_and_then_the_right_code_is_refused_too() -> None:
    code = send()
    for _try in range(5):
        assert refused(other_than(code)) == "wrong_code"
    assert refused(code) == "wrong_code"
    assert User.objects.count() == 0


@pytest.mark.django_db
def test_a_minute_between_two_and_ten_a_day() -> None:
    send()
    with pytest.raises(DomainError, match="too_soon"):
        send(NOW + 59 * SECOND)
    for index in range(1, MOST_A_DAY):
        send(NOW + index * timedelta(minutes=2))
    with pytest.raises(DomainError, match="too_many_codes"):
        send(NOW + timedelta(hours=2))
    assert OutboxMessage.objects.count() == MOST_A_DAY
    assert send(NOW + timedelta(days=1, hours=1))


@pytest.mark.django_db
def test_one_network_asks_for_so_many_an_hour() -> None:
    for index in range(MOST_CODES):
        send_code(mobile=f"1390000{index:04d}", address="203.0.113.9", language="zh-hans", now=NOW)
    with pytest.raises(DomainError, match="too_many_codes"):
        send_code(mobile="13900009999", address="203.0.113.9", language="zh-hans", now=NOW)
    send_code(mobile="13900009999", address="203.0.113.10", language="zh-hans", now=NOW)


@pytest.mark.django_db
def test_somebody_shut_out_stays_out_and_is_told_the_same() -> None:
    User.objects.create_user(mobile=NUMBER, password=None)
    User.objects.update(is_active=False)
    assert refused(send()) == "wrong_code"


@pytest.mark.usefixtures("committed_db")
def test_two_taps_at_once_send_one_code() -> None:
    tap = partial(send_code, mobile=NUMBER, address="", language="zh-hans", now=NOW)
    results = together([tap, tap, tap])
    assert sum(result == NUMBER for result in results) == 1
    assert (SignInCode.objects.count(), OutboxMessage.objects.count()) == (1, 1)


@pytest.mark.usefixtures("committed_db")
def test_b117_the_right_code_from_two_phones_at_once_makes_one_account_and_one_entry() -> None:
    code = send()
    results = together([partial(enter, code), partial(enter, code)])
    assert User.objects.count() == 1
    assert sum(isinstance(result, User) for result in results) == 1


@pytest.mark.usefixtures("committed_db")
def test_guesses_that_come_together_count_one_by_one() -> None:
    code = send()
    guesses = [partial(enter, other_than(code)) for _index in range(8)]
    assert all(isinstance(result, DomainError) for result in together(guesses))
    assert SignInCode.objects.get().tries == 5


def shown(number: str) -> str:
    """The answer's page without what differs for any reason but the number."""
    page = Client().post(reverse("accounts:code"), {"mobile": number})
    assert page.status_code == 200
    text = re.sub(r'(csrfmiddlewaretoken"|nonce)[^>]*', "", page.content.decode())
    return text.replace(number, "N").replace(f"{number[:3]}****{number[-4:]}", "N")


@pytest.mark.django_db
def test_the_page_says_the_same_for_every_number() -> None:
    User.objects.create_user(mobile="13900000001", password=None)
    assert shown("13900000001") == shown("13900000002")


@pytest.mark.django_db
def test_through_the_door_and_staying_for_ninety_days(client: Client) -> None:
    client.post(reverse("accounts:code"), {"mobile": "138 0013 8000", "next": "/me/"})
    code = OutboxMessage.objects.get().context["code"]
    page = client.post(
        reverse("accounts:code-enter"), {"mobile": NUMBER, "code": other_than(code), "next": "/me/"}
    )
    assert "验证码不对或已过期" in page.content.decode()
    right = {"mobile": NUMBER, "code": code, "next": "/me/"}
    answer = client.post(reverse("accounts:code-enter"), right)
    assert (answer.status_code, answer["Location"]) == (302, "/me/")
    assert client.session.get_expiry_age() == 90 * 24 * 60 * 60
    # Pressed twice, or the page sent again: in, not an error.
    again = client.post(reverse("accounts:code-enter"), right)
    assert (again.status_code, again["Location"]) == (302, "/me/")


@pytest.mark.django_db
def test_a_lost_phone_is_signed_out_from_another() -> None:
    user = User.objects.create_user(mobile=NUMBER, password=None)
    lost, kept = Client(), Client()
    for phone in (lost, kept):
        phone.force_login(user)
    assert kept.post(reverse("accounts:elsewhere")).status_code == 302
    assert lost.get(reverse("shop:my-orders")).status_code == 302
    assert kept.get(reverse("shop:my-orders")).status_code == 200


@pytest.mark.django_db
def test_the_demo_page_of_messages_does_not_exist_in_earnest(client: Client, settings: object) -> None:
    assert client.get("/demo/messages/").status_code == 404
    settings.IS_DEMO = True  # type: ignore[attr-defined]
    code = send()
    send_waiting(now=NOW)
    assert code in client.get("/demo/messages/").content.decode()
