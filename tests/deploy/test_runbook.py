"""docs/runbook.md names commands, files, units, addresses and problems that exist."""

import re
from io import StringIO

import pytest
from django.core.management import call_command, get_commands
from django.urls import resolve

from accounts.models import OfficerRole, OperatorRole, User
from income.identities import IDENTITIES
from payments.models import Problem
from tests.deploy.commands import DEPLOY
from tests.deploy.names import ROOT, example

RUNBOOK = (ROOT / "docs" / "runbook.md").read_text(encoding="utf-8")
# Made on the server from what stands beside them.
LOCAL = {".env", "migrate.env", "secrets", "tls"}


def test_every_management_command_exists() -> None:
    named = set(re.findall(r"(?:`market|manage\.py) ([a-z_]+)", RUNBOOK))
    assert {"prove", "rotate_field_keys", "migrate", "check"} <= named
    assert named - set(get_commands()) == set()


def test_every_file_of_deploy_exists() -> None:
    named = {path.rstrip(".") for path in re.findall(r"\bdeploy/([\w./-]+)", RUNBOOK)}
    assert {"roles.sql", "backup.sh", "restore-drill.sh", "compose.yaml"} <= named
    assert [path for path in named if path.split("/")[0] not in LOCAL and not (DEPLOY / path).exists()] == []


def test_every_unit_exists() -> None:
    named = set(re.findall(r"\byanxing-(web|worker|beat|migrate|[a-z]+)\b", RUNBOOK))
    assert named == {path.stem.removeprefix("yanxing-") for path in (DEPLOY / "systemd").iterdir()}


def test_every_address_exists() -> None:
    named = set(re.findall(r"`(/operator/[a-z/]*)`", RUNBOOK))
    assert named
    for path in named:
        resolve(path)


def test_every_setting_exists() -> None:
    named = set(re.findall(r"\b([A-Z]+_[A-Z_]+)\b", RUNBOOK)) - {"ADMIN_URL", "DJANGO_SETTINGS_MODULE"}
    assert named - set(example()) == set()


def test_every_kind_of_problem_has_its_line() -> None:
    written = re.findall(r"^\| `([a-z_]+)` \|", RUNBOOK, re.MULTILINE)
    assert [kind for kind in written if not kind.startswith("yanxing_")] == list(Problem.Kind.values)


def test_every_identity_has_its_line() -> None:
    written = set(re.findall(r"^\| `(.+?)` \|", RUNBOOK, re.MULTILINE)) - set(Problem.Kind.values)
    assert written == {identity for identity, _ in IDENTITIES} | {"yanxing_owner", "yanxing_app"}


@pytest.mark.django_db
def test_the_first_people_get_their_jobs() -> None:
    for number in range(1, 6):
        User.objects.create_user(mobile=f"1380000000{number}", password=None)
    commands = re.findall(r"^    market (give_role .+)$", RUNBOOK, re.MULTILINE)
    for command in commands[:-1]:
        call_command(*command.split(), stdout=StringIO())
    assert sorted(OperatorRole.objects.values_list("job", flat=True)) == ["cashier", "checker", "service"]
    assert sorted(OfficerRole.objects.values_list("level", flat=True)) == ["city", "town"]
    call_command(*commands[-1].split(), stdout=StringIO())
    assert (
        OperatorRole.objects.filter(ended_at__isnull=False).values_list("job", flat=True).get() == "service"
    )
