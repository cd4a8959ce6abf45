"""What the settings read from the environment, and what deploy/.env.example says about it."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SETTINGS = ROOT / "config" / "settings"
EXAMPLE = ROOT / "deploy" / ".env.example"
READERS = {"required", "listed", "decimal", "whole", "yuan", "provinces"}


@dataclass(frozen=True, slots=True)
class Example:
    """One line of the example: the value it shows, whether it must be filled, the sentence above it."""

    value: str
    is_needed: bool
    sentence: str


def read_names() -> dict[str, list[object]]:
    """Each name that a settings module reads, with the defaults it falls back to."""
    found: dict[str, list[object]] = {}
    for path in sorted(SETTINGS.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = node.args[0].value
            if isinstance(name, str) and _reads(node.func):
                words = [word.value for word in node.keywords if word.arg == "default"]
                found.setdefault(name, []).extend(value for word in words for value in _values(word))
    return found


def _values(default: ast.expr) -> list[object]:
    """What a default can be; of a choice, each constant in it."""
    return [node.value for node in ast.walk(default) if isinstance(node, ast.Constant)]


def _reads(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id in READERS
    if isinstance(function, ast.Attribute):
        return ast.unparse(function.value) in {"environment", "environ", "os.environ", "os"}
    return False


def example() -> dict[str, Example]:
    """The lines of the example by name; a name that stands twice is an error."""
    found: dict[str, Example] = {}
    above = ""
    for line in EXAMPLE.read_text(encoding="utf-8").splitlines():
        if entry := re.fullmatch(r"(#?)([A-Z][A-Z0-9_]*)=(.*)", line):
            optional, name, value = entry.groups()
            assert name not in found, f"{name} stands twice"
            found[name] = Example(value=value, is_needed=not optional, sentence=above)
            above = ""
        else:
            above = line.removeprefix("#").strip() if not line.startswith("# ---") else ""
    return found
