"""What cannot start says so in one clear line, with an exit code and without a traceback."""

import socket
import subprocess
from pathlib import Path

import pytest

from supervisor.keys import demo_keys
from supervisor.lock import is_locked, lock
from supervisor.places import home
from supervisor.ports import free_port, is_free
from supervisor.words import Stop
from tests.supervisor.processes import market, said


def test_a_second_copy_on_a_folder_says_so(tmp_path: Path) -> None:
    held = lock(tmp_path / "lock")
    assert is_locked(tmp_path / "lock")
    assert said(market(tmp_path, PORT=str(free_port()))) == {
        "code": 1,
        "lines": ["这个文件夹里的集市已经在运行 / the market of this folder is running already"],
    }
    held.close()
    assert not is_locked(tmp_path / "lock")
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


def test_a_busy_port_is_named_and_nothing_is_started(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not is_free(port)
        assert said(market(tmp_path, PORT=str(port))) == {
            "code": 1,
            "lines": [
                f"端口 {port} 已被占用，可改用 PORT=8080 make up / port {port} is busy, try PORT=8080 make up"
            ],
        }
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


@pytest.mark.parametrize("port", ["0", "65536", "-1", "8000.5", "八千"])
def test_a_port_that_is_none_is_named(tmp_path: Path, port: str) -> None:
    result = said(market(tmp_path, PORT=port))
    assert result == {
        "code": 1,
        "lines": [
            f"PORT 应为 1 到 65535 的数字，现为 {port} / PORT must be a number from 1 to 65535, not {port}"
        ],
    }


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    result = said(market(in_the_way / "var", PORT=str(free_port())))
    assert result == {
        "code": 1,
        "lines": [f"无法写入 {in_the_way}/var / cannot write to {in_the_way}/var: Not a directory"],
    }


def test_a_command_wants_a_running_market(tmp_path: Path) -> None:
    # A market that was killed outright leaves its files behind, but not its lock.
    (tmp_path / "lock").touch()
    (tmp_path / "addresses.json").write_text("{}")
    assert said(market(tmp_path, "manage")) == {
        "code": 1,
        "lines": ["集市没有运行，请先 make up / the market is not running: make up first"],
    }


def test_a_full_disk_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supervisor.places.ENOUGH_BYTES", 1 << 60)
    with pytest.raises(Stop, match="磁盘空间不足"):
        home(tmp_path / "data")


def test_damaged_keys_are_named_and_stay(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("{")
    with pytest.raises(Stop, match="已损坏"):
        demo_keys(tmp_path / "keys.json")
    assert (tmp_path / "keys.json").read_text() == "{"


def test_an_old_python_is_refused_by_make(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
        (tmp_path / name).write_bytes(Path(name).read_bytes())
    made = subprocess.run(
        ["make", "up"],
        cwd=tmp_path,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 2
    assert made.stdout == "需要 Python 3.11 或更新版本 / Python 3.11 or newer is needed\n"
