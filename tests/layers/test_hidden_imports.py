"""What the import checker cannot see: string foreign keys, look-ups by name, a folder left out of the contract."""

import re
import tomllib
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent.parent
CONTRACT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
LAYERS = CONTRACT["contracts"][0]["layers"]
STAGES = list(LAYERS[LAYERS.index("income") :])
# Not of the market: tools beside it.
BESIDE = {"tests", "supervisor", "pictures", "tools", "bench"}


def stage_of(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


def test_foreign_keys_point_downwards() -> None:
    """The one exception is Oscar's own, from stock record to product."""
    upward = []
    for model in apps.get_models():
        ours = stage_of(model.__module__)
        if ours not in STAGES:
            continue
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if target is None or field.auto_created:
                continue
            theirs = stage_of(target.__module__)
            if theirs in STAGES and STAGES.index(theirs) < STAGES.index(ours):
                upward.append(f"{model.__name__}.{field.name}")
    assert upward == []


def test_our_stages_import_models_plainly() -> None:
    looked_up = [
        str(path.relative_to(ROOT))
        for stage in [*STAGES, "flow"]
        for path in (ROOT / stage).rglob("*.py")
        if "migrations" not in path.parts
        and path != ROOT / "places" / "load.py"  # a migration's own helper
        and re.search(r"\bget_(model|class|classes)\(", path.read_text(encoding="utf-8"))
    ]
    assert looked_up == []


def test_every_package_stands_in_the_contract() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    named = set(CONTRACT["root_packages"])
    assert packages - BESIDE == named


def test_no_signals_for_our_own_logic() -> None:
    hooked = [
        str(path.relative_to(ROOT))
        for package in CONTRACT["root_packages"]
        for path in (ROOT / package).rglob("*.py")
        if re.search(r"@receiver|\.connect\(", path.read_text(encoding="utf-8"))
    ]
    assert hooked == []
