"""The supervisor with real processes: one copy a folder, nothing left behind, clear lines."""

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from supervisor import postgres
from supervisor.children import MOST_RESTARTS, Child
from supervisor.engines import engines
from supervisor.keys import demo_keys
from supervisor.lock import lock
from supervisor.places import ROOT, home
from supervisor.ports import free_port, is_free
from supervisor.words import Stop


def until(true: Callable[[], bool]) -> bool:
    end = time.monotonic() + 10
    while not true():
        if time.monotonic() > end:
            return False
    return True


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


def child(tmp_path: Path, code: str) -> Child:
    return Child(
        name="part", command=[sys.executable, "-c", code], log=tmp_path / "log", environment=os.environ
    )


def test_a_second_copy_of_a_folder_is_refused_and_the_first_goes_on(tmp_path: Path) -> None:
    held = lock(tmp_path / "lock")
    with pytest.raises(Stop, match="已经在运行"):
        lock(tmp_path / "lock")
    held.close()
    lock(tmp_path / "lock").close()


def test_a_busy_port_is_one_clear_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not is_free(port)
    assert is_free(free_port())


def test_keys_are_made_once_and_readable_by_us_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    first = demo_keys(path)
    assert demo_keys(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert first["SECRET_KEY"].startswith("demo-")
    assert first["LOOKUP_KEY"].startswith("demo-")


def test_a_child_is_stopped_in_order(tmp_path: Path) -> None:
    one = child(tmp_path, "import time; time.sleep(60)")
    one.start()
    assert one.process is not None
    one.stop()
    assert one.process.returncode == -signal.SIGTERM


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of their parent's death")
def test_children_end_with_a_supervisor_that_is_killed_outright(tmp_path: Path) -> None:
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            textwrap.dedent(f"""
                import sys, time
                from pathlib import Path
                from supervisor.children import Child
                sleep = [sys.executable, "-c", "import time; time.sleep(60)"]
                one = Child("part", sleep, Path({str(tmp_path)!r}) / "log", {{}})
                one.start()
                print(one.process.pid, flush=True)
                time.sleep(60)
            """),
        ],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        text=True,
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    assert is_alive(pid)
    parent.kill()
    parent.wait()
    assert until(lambda: not is_alive(pid))


def test_a_child_that_keeps_ending_stops_everything_with_its_log_named(tmp_path: Path) -> None:
    one = child(tmp_path, "")
    one.start()
    assert one.process is not None
    one.process.wait()
    one.restarts = MOST_RESTARTS
    with pytest.raises(Stop, match="log"):
        one.watch()


def test_a_child_that_ends_is_started_again(tmp_path: Path) -> None:
    one = child(tmp_path, "")
    one.start()
    assert one.process is not None
    one.process.wait()
    first = one.process.pid
    one.watch()
    one.restart_at = 1e-9
    one.watch()
    assert one.process.pid != first
    one.stop()


def test_a_full_disk_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supervisor.places.ENOUGH_BYTES", 1 << 60)
    with pytest.raises(Stop, match="磁盘空间不足"):
        home(tmp_path / "data")


def test_an_unwritable_folder_is_one_clear_line(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    with pytest.raises(Stop, match="无法写入"):
        home(in_the_way / "data")


def test_engines_start_twice_on_the_same_data_also_after_a_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.delenv("REDIS_URL")
    with engines(tmp_path, password="secret", is_durable=True) as (first, servers):
        assert first["DATABASE_URL"].startswith("postgres://postgres:secret@127.0.0.1:")
        process = servers[0].process
        assert process is not None
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    data = postgres.prepare(home(tmp_path), password="secret")
    assert (data / "postmaster.pid").exists()
    with engines(tmp_path, password="secret", is_durable=True) as (second, _servers):
        assert second["DATABASE_URL"].startswith("postgres://postgres:secret@")
    if data.parent != tmp_path:
        shutil.rmtree(data.parent)
