"""The demo's keys: made once, readable by us alone, named for what they are."""

import stat
from pathlib import Path

from supervisor.keys import demo_keys


def test_keys_are_made_once_and_readable_by_us_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    first = demo_keys(path)
    assert demo_keys(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert first["SECRET_KEY"].startswith("demo-")
    assert first["LOOKUP_KEY"].startswith("demo-")
    assert [entry.name for entry in tmp_path.iterdir()] == ["keys.json"]
