"""What a command line of deploy/ names, looked up: modules, files, management commands."""

import re
import shlex
from collections.abc import Sequence
from importlib.util import find_spec

from django.core.management import get_commands

from tests.deploy.names import ROOT

DEPLOY = ROOT / "deploy"
# Where the project lies on the server and in the image.
HOME = "/opt/yanxing/"


def entry_commands() -> dict[str, list[str]]:
    """The verbs of entry.sh and the words that each runs."""
    text = (DEPLOY / "entry.sh").read_text(encoding="utf-8")
    return {
        verb: shlex.split(line) for verb, line in re.findall(r"^(\w+)\) exec (.+) ;;$", text, re.MULTILINE)
    }


def missing(words: Sequence[str]) -> list[str]:
    """What the command names and the project does not have."""
    match list(words):
        case ["gunicorn", application, "--config", path]:
            return [*_module(application), *_file(path)]
        case ["celery", "-A", package, *_]:
            return _module(f"{package}.celery")
        case [python, "-m", module, *_] if python.endswith("python"):
            return _module(module)
        case [python, path, "$@"] if python.endswith("python"):
            return _file(path)
        case [python, "manage.py", verb, *_] if python.endswith("python"):
            return [] if verb in get_commands() else [verb]
    return [" ".join(words)]


def _module(name: str) -> list[str]:
    return [] if find_spec(name) else [name]


def _file(path: str) -> list[str]:
    return [] if (ROOT / path.removeprefix(HOME)).is_file() else [path]


def unit(name: str) -> dict[str, list[str]]:
    """The lines of a systemd unit by key; a key may come more than once."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in (DEPLOY / "systemd" / f"yanxing-{name}.service").read_text(encoding="utf-8").splitlines():
        if header := re.fullmatch(r"\[(Unit|Service|Install)\]", line):
            section = header[1]
        elif line and not line.startswith("#"):
            key, equals, value = line.partition("=")
            assert section, line
            assert equals, line
            found.setdefault(key, []).append(value)
    return found
