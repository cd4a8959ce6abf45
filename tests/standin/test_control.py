"""Control makes things happen, and says no in words."""

import pytest
import requests

from standin.testing import ControlRefused, Standin
from tests.standin.shop import KEY, get, opened, paid


def test_reset_forgets_everything(standin: Standin) -> None:
    paid(standin)
    standin.control("fail", {"count": 5})
    standin.control("reset")
    assert get(standin, "events")["data"] == []
    assert len(get(standin, "webhook_endpoints")["data"]) == 1


@pytest.mark.parametrize("status", [409, 429, 500, 503])
def test_the_next_answers_fail_and_nothing_is_done(standin: Standin, status: int) -> None:
    standin.control("fail", {"count": 2, "status": status})
    for expected in (status, status, 200):
        answer = requests.get(f"{standin.url}/v1/refunds", headers=KEY, timeout=5)
        assert answer.status_code == expected


def test_a_lost_reply_is_lost_after_the_work_is_done(standin: Standin) -> None:
    standin.control("lose")
    with pytest.raises(requests.ConnectionError):
        opened(standin)
    assert len(get(standin, "checkout/sessions")["data"]) == 1


@pytest.mark.parametrize(
    ("becomes", "status", "payment_status", "intent"),
    [
        ("paid", "complete", "paid", "succeeded"),
        ("processing", "complete", "unpaid", "processing"),
        ("failed", "complete", "unpaid", "requires_payment_method"),
        ("declined", "open", "unpaid", "requires_payment_method"),
    ],
)
def test_a_session_becomes_what_it_is_told(
    standin: Standin, becomes: str, status: str, payment_status: str, intent: str
) -> None:
    ref = opened(standin)
    standin.control("session", {"id": ref, "becomes": becomes, "method": "wechat_pay"})
    shown = get(standin, f"checkout/sessions/{ref}", **{"expand[]": "payment_intent"})
    assert (shown["status"], shown["payment_status"]) == (status, payment_status)
    assert shown["payment_intent"]["status"] == intent


def test_money_may_come_after_a_session_expired_but_not_twice(standin: Standin) -> None:
    ref = opened(standin)
    standin.control("session", {"id": ref, "becomes": "expired"})
    standin.control("session", {"id": ref, "becomes": "paid"})
    with pytest.raises(ControlRefused, match="stays so"):
        standin.control("session", {"id": ref, "becomes": "paid"})
    assert len(get(standin, "charges")["data"]) == 1


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("dance", {}),
        ("session", {"id": "cs_nowhere", "becomes": "paid"}),
        ("session", {"id": 3}),
        ("refund", {"id": "re_nowhere", "becomes": "failed"}),
        ("refunds", {"become": "rich"}),
        ("clock", {"at": "yesterday"}),
        ("clock", {"at": "2026-11-02T09:00:00"}),
        ("clock", {}),
        ("methods", {"methods": ["cash"]}),
        ("fail", {"count": "two"}),
        ("repeat", {"event": "evt_nowhere"}),
    ],
)
def test_what_makes_no_sense_is_refused(standin: Standin, verb: str, said: dict[str, object]) -> None:
    with pytest.raises(ControlRefused):
        standin.control(verb, said)
