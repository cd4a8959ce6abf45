"""Logins however they are written; roles given, held and ended."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from accounts.queries import officer_scope, operator_jobs, user_by_login
from accounts.services import register
from common.errors import DomainError
from common.models import AuditEntry
from tests.people import officer

pytestmark = pytest.mark.django_db


def someone() -> User:
    return register(login="+86 199 0000 0001", password="a-long-password", name="阿珍")


@pytest.mark.parametrize(
    "written", ["19900000001", "86-19900000001", "0086 19900000001", "１９９０００００００１"]
)
def test_b094_one_account_whatever_the_writing(written: str) -> None:
    user = someone()
    assert user.mobile == "19900000001"
    assert user_by_login(written) == user


@pytest.mark.parametrize("number", ["16600000001", "19900000001", "19200000001", "17000000001"])
def test_b092_newer_prefixes_are_numbers_too(number: str) -> None:
    assert register(login=number, password="a-long-password", name="").mobile == number


@pytest.mark.parametrize("login", ["1380013800", "12345678901", "a@", ""])
def test_what_is_no_login_is_refused_in_words(login: str) -> None:
    with pytest.raises(DomainError):
        register(login=login, password="a-long-password", name="")
    assert User.objects.count() == 0


def test_b117_one_contact_one_account() -> None:
    register(login="a@x.cn", password="a-long-password", name="")
    with pytest.raises(DomainError, match="login_taken"):
        register(login="A@X.cn", password="a-long-password", name="")
    assert User.objects.count() == 1


def test_roles_are_given_seen_and_ended_by_command() -> None:
    user = someone()
    call_command("give_role", "19900000001", "--officer", "440883106", stdout=StringIO())
    call_command("give_role", "19900000001", "--job", "cashier", stdout=StringIO())
    call_command("give_role", "19900000001", "--job", "cashier", stdout=StringIO())
    assert officer_scope(user).covers(town_code="440883106", village_code="440883106206")
    assert not officer_scope(user).covers(town_code="440883100", village_code="440883100201")
    assert operator_jobs(user) == {"cashier"}
    out = StringIO()
    call_command("give_role", "19900000001", "--end", stdout=out)
    assert out.getvalue().strip() == "2 roles ended"
    assert officer_scope(user).is_empty
    assert operator_jobs(user) == frozenset()
    assert AuditEntry.objects.filter(object_kind="user").count() == 4


def test_the_city_sees_everything() -> None:
    assert officer_scope(officer()).everything


@pytest.mark.parametrize(
    "arguments", [["13800138000", "--officer"], ["19900000001", "--officer", "000000000"]]
)
def test_an_unknown_person_or_place_is_one_line(arguments: list[str]) -> None:
    someone()
    with pytest.raises(CommandError):
        call_command("give_role", *arguments)
