"""FIELD_KEYS rotate as the runbook says: the old key opens nothing afterwards, and may go."""

import pytest
from cryptography.fernet import Fernet, InvalidToken
from django.core.management import call_command
from django.db import connection
from pytest_django import Settings

from common.encryption import decrypt
from households.models import Member
from tests.flow.test_story import seller
from vendors.models import PayeeAccount

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@pytest.fixture
def stored(db: None, settings: Settings) -> None:
    settings.FIELD_KEYS = (OLD,)
    vendor = seller("440883106206", "李伯", 1)
    Member.objects.filter(household=vendor.household).update(id_number="999999190001010000")


def tokens() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT account_number FROM vendors_payeeaccount UNION ALL"
            " SELECT id_number FROM households_member WHERE id_number <> ''"
        )
        return [row[0] for row in cursor.fetchall()]


def test_every_value_is_encrypted_with_the_first_key(stored: None, settings: Settings) -> None:
    before = tokens()
    settings.FIELD_KEYS = (NEW, OLD)
    call_command("rotate_field_keys", verbosity=0)
    settings.FIELD_KEYS = (NEW,)
    assert [decrypt(token) for token in tokens()] == ["0000", "999999190001010000"]
    assert PayeeAccount.objects.get().account_number == "0000"
    assert set(before) & set(tokens()) == set()
    settings.FIELD_KEYS = (OLD,)
    with pytest.raises(InvalidToken):
        decrypt(tokens()[0])


def test_without_the_old_key_nothing_changes(stored: None, settings: Settings) -> None:
    before = tokens()
    settings.FIELD_KEYS = (NEW,)
    with pytest.raises(InvalidToken):
        call_command("rotate_field_keys", verbosity=0)
    assert tokens() == before


def test_empty_stays_empty(stored: None, settings: Settings) -> None:
    Member.objects.update(id_number="")
    settings.FIELD_KEYS = (NEW, OLD)
    call_command("rotate_field_keys", verbosity=0)
    assert list(Member.objects.values_list("id_number", flat=True)) == [""]
