"""Production refuses what is missing, broken or of the demo, by name; a complete environment passes Django's check."""

from pathlib import Path

import pytest

from payments.gateways.registry import LONGEST_HOLD_MINUTES
from supervisor.keys import demo_keys
from tests.deploy.names import ROOT, example
from tests.deploy.production import COMPLETE, refusal, start

STRIPE = {"STRIPE_SECRET_KEY": "sk_live_0", "STRIPE_WEBHOOK_SECRET": "whsec_0", "STRIPE_LIVE": "True"}
DEMO_FIELD_KEY = "ZGVtby1mb3ItdGVzdHMtb25seS0wMTIzNDU2Nzg5YWI="


def test_the_complete_environment_is_what_the_example_asks_for() -> None:
    assert {name for name, line in example().items() if line.is_needed} == set(COMPLETE)


def test_a_complete_environment_passes_the_deployment_check() -> None:
    done = start({}, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n"), (
        done.stderr
    )


@pytest.mark.parametrize("name", sorted(COMPLETE))
def test_a_missing_value_is_refused_by_name(name: str) -> None:
    assert refusal({name: None}).startswith(
        f"django.core.exceptions.ImproperlyConfigured: {name} is not set."
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"SECRET_KEY": "demo-" + "x" * 60}, "SECRET_KEY is a demo key."),
        ({"LOOKUP_KEY": "demo-" + "x" * 60}, "LOOKUP_KEY is a demo key."),
        ({"FIELD_KEYS": DEMO_FIELD_KEY}, "FIELD_KEYS holds a demo key at place 1."),
        (
            {"FIELD_KEYS": f"{COMPLETE['FIELD_KEYS']},{DEMO_FIELD_KEY}"},
            "FIELD_KEYS holds a demo key at place 2.",
        ),
        ({"FIELD_KEYS": "short"}, "FIELD_KEYS holds no Fernet key at place 1."),
        ({"SECRET_KEY": "x" * 49}, "SECRET_KEY is shorter than 50 characters."),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS may not be *."),
        ({"SITE_URL": "http://jishi.example"}, "SITE_URL must be https:// and a host, without a path."),
        ({"SITE_URL": "https://jishi.example/"}, "SITE_URL must be https:// and a host, without a path."),
        ({"SITE_URL": "https://other.example"}, "SITE_URL names a host that is not in ALLOWED_HOSTS."),
        ({**STRIPE, "STRIPE_LIVE": "False"}, "STRIPE_LIVE says one mode"),
        ({**STRIPE, "STRIPE_WEBHOOK_SECRET": ""}, "STRIPE_WEBHOOK_SECRET is not set"),
        ({**STRIPE, "STRIPE_API_BASE": "http://127.0.0.1:8001"}, "STRIPE_API_BASE must begin with https://."),
        ({"BANK_ACCOUNT_NUMBER": "1"}, "BANK_ACCOUNT_NAME is not set"),
        ({"BANK_ACCOUNT_NUMBER": "1", "BANK_ACCOUNT_NAME": "x"}, "BANK_NAME is not set"),
        ({"EMAIL_PORT": "smtp"}, "EMAIL_PORT cannot be read."),
        ({"EMAIL_USE_TLS": "maybe"}, "EMAIL_USE_TLS is neither true nor false."),
        ({"SECURE_SSL_REDIRECT": ""}, "SECURE_SSL_REDIRECT is neither true nor false."),
        ({"PLATFORM_FEE_RATE": "1%"}, "PLATFORM_FEE_RATE cannot be read."),
        ({"FREIGHT_FIRST_KG": "NaN"}, "FREIGHT_FIRST_KG cannot be read."),
        ({"PLATFORM_FEE_RATE": "1.01"}, "PLATFORM_FEE_RATE must be from 0 to 1."),
        ({"PLATFORM_FEE_RATE": "-0.01"}, "PLATFORM_FEE_RATE must be from 0 to 1."),
        ({"INCOME_YEAR_START_MONTH": "0"}, "INCOME_YEAR_START_MONTH must be from 1 to 12."),
        ({"INCOME_YEAR_START_MONTH": "13"}, "INCOME_YEAR_START_MONTH must be from 1 to 12."),
        ({"ONLINE_PAYMENT_MINUTES": "0"}, "ONLINE_PAYMENT_MINUTES must be from 1 to 1380."),
        ({"ONLINE_PAYMENT_MINUTES": "1381"}, "ONLINE_PAYMENT_MINUTES must be from 1 to 1380."),
        ({"BANK_TRANSFER_DAYS": "0"}, "BANK_TRANSFER_DAYS must be from 1 to 365."),
        ({"AUTO_RECEIVE_DAYS": "-1"}, "AUTO_RECEIVE_DAYS must be from 1 to 365."),
        ({"EXPECTED_DESIGNATIONS": "-1"}, "EXPECTED_DESIGNATIONS must be from 0 to 999."),
        ({"FREIGHT_FIRST_KG": "-0.01"}, "FREIGHT_FIRST_KG must be from 0 to 100000."),
        ({"FREIGHT_FIRST_KG": "1E+99"}, "FREIGHT_FIRST_KG must be from 0 to 100000."),
        ({"FREIGHT_FURTHER_KG": "-1"}, "FREIGHT_FURTHER_KG must be from 0 to 100000."),
        ({"FREIGHT_FREE_OVER": "-1"}, "FREIGHT_FREE_OVER must be from 0 to 100000."),
        ({"FREIGHT_COLD_FIRST_KG": "-1"}, "FREIGHT_COLD_FIRST_KG must be from 0 to 100000."),
        ({"FREIGHT_COLD_FURTHER_KG": "8.005"}, "FREIGHT_COLD_FURTHER_KG has a part of a fen."),
        ({"FREIGHT_FAR_FACTOR": "0.5"}, "FREIGHT_FAR_FACTOR must be 1 or more."),
        (
            {"FREIGHT_FAR_PROVINCES": "15,新疆"},
            "FREIGHT_FAR_PROVINCES holds a province that is not two digits.",
        ),
        ({"FREIGHT_NOT_SERVED": "540000"}, "FREIGHT_NOT_SERVED holds a province that is not two digits."),
        ({"EMAIL_PORT": "0"}, "EMAIL_PORT must be from 1 to 65535."),
        ({"SECURE_HSTS_SECONDS": "-1"}, "SECURE_HSTS_SECONDS must be from 0 to 63072000."),
        ({"SECRET_KEY": "$" + "x" * 60}, "SECRET_KEY may not begin with $."),
    ],
)
def test_a_wrong_value_is_refused_by_name(changes: dict[str, str], words: str) -> None:
    said = refusal(changes)
    assert said.startswith(f"django.core.exceptions.ImproperlyConfigured: {words}")
    # The reason is shown, the secret is not.
    assert [value for value in changes.values() if len(value) > 9 and value in said] == []


@pytest.mark.parametrize(
    "changes",
    [
        STRIPE,
        {"ALLOWED_HOSTS": ".example", "SITE_URL": "https://jishi.example"},
        {"FIELD_KEYS": ",".join([COMPLETE["FIELD_KEYS"]] * 2)},
        {"PLATFORM_FEE_RATE": "1", "INCOME_YEAR_START_MONTH": "12", "ONLINE_PAYMENT_MINUTES": "1380"},
        {
            "FREIGHT_FIRST_KG": "0",
            "FREIGHT_FREE_OVER": "0",
            "FREIGHT_FAR_FACTOR": "1",
            "FREIGHT_NOT_SERVED": "",
        },
    ],
    ids=["stripe complete", "a domain with its hosts", "two field keys", "the highest", "the lowest"],
)
def test_what_is_right_starts(changes: dict[str, str]) -> None:
    assert refusal(changes) == ""


def test_the_longest_hold_is_the_gateways_own() -> None:
    assert refusal({"ONLINE_PAYMENT_MINUTES": str(LONGEST_HOLD_MINUTES)}) == ""
    assert refusal({"ONLINE_PAYMENT_MINUTES": str(LONGEST_HOLD_MINUTES + 1)}) != ""


@pytest.mark.parametrize(("named", "folder"), [("/srv/yanxing", Path("/srv/yanxing")), ("", ROOT / "var")])
def test_files_lie_where_var_dir_says(named: str, folder: Path) -> None:
    ask = (
        "from django.conf import settings; print(settings.VAR_DIR, settings.MEDIA_ROOT, settings.STATIC_ROOT)"
    )
    done = start({"VAR_DIR": named}, "-c", ask)
    assert done.stdout.split() == [str(folder), str(folder / "media"), str(folder / "static")], done.stderr


def test_the_keys_of_a_demo_are_refused(tmp_path: Path) -> None:
    keys = demo_keys(tmp_path / "keys.json")
    for name in ("SECRET_KEY", "FIELD_KEYS", "LOOKUP_KEY"):
        said = refusal({name: keys[name]})
        assert said.startswith(f"django.core.exceptions.ImproperlyConfigured: {name} ")
        assert "demo key" in said
