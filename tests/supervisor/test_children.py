"""A child ends when it is told to, ends with us, and is started again when it falls."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from supervisor.children import MOST_RESTARTS, WELL_SECONDS, Child
from supervisor.places import ROOT
from supervisor.words import Stop
from tests.supervisor.processes import is_alive, until

SLEEP = "import time; time.sleep(60)"


def child(tmp_path: Path, code: str) -> Child:
    return Child(
        name="part", command=[sys.executable, "-c", code], log=tmp_path / "log", environment=os.environ
    )


def ended(tmp_path: Path) -> Child:
    one = child(tmp_path, "")
    one.start()
    assert one.process is not None
    one.process.wait()
    return one


def test_it_is_stopped_in_order(tmp_path: Path) -> None:
    one = child(tmp_path, SLEEP)
    one.start()
    assert one.process is not None
    one.stop()
    assert one.process.returncode == -signal.SIGTERM


def test_what_it_left_behind_is_ended_too(tmp_path: Path) -> None:
    one = child(
        tmp_path,
        f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', '{SLEEP}']).pid, flush=True); {SLEEP}",
    )
    one.start()
    assert until(lambda: one.log.read_text().endswith("\n"))
    grandchild = int(one.log.read_text())
    assert is_alive(grandchild)
    one.stop()
    assert until(lambda: not is_alive(grandchild))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells children of their parent's death")
def test_it_ends_with_a_supervisor_that_is_killed_outright(tmp_path: Path) -> None:
    script = textwrap.dedent(f"""
        import sys, time
        from pathlib import Path
        from supervisor.children import Child
        one = Child("part", [sys.executable, "-c", {SLEEP!r}], Path({str(tmp_path)!r}) / "log", {{}})
        one.start()
        print(one.process.pid, flush=True)
        time.sleep(60)
    """)
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=ROOT, text=True)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    assert is_alive(pid)
    parent.kill()
    parent.wait()
    assert until(lambda: not is_alive(pid))


def test_one_that_ends_is_started_again_later_each_time(tmp_path: Path) -> None:
    one = ended(tmp_path)
    assert one.process is not None
    first = one.process.pid
    one.watch()
    early = one.restart_at
    assert early is not None
    one.watch()
    assert (one.process.pid, one.restarts) == (first, 1)
    one.restart_at = 0.0
    one.watch()
    assert one.process.pid != first
    one.process.wait()
    one.watch()
    late = one.restart_at
    assert late is not None
    assert (late - early > 0.5, one.restarts) == (True, 2)


def test_one_that_keeps_ending_stops_everything_with_its_log_named(tmp_path: Path) -> None:
    one = ended(tmp_path)
    one.restarts = MOST_RESTARTS
    with pytest.raises(Stop, match=f"part keeps ending, its log: {tmp_path}/log"):
        one.watch()


def test_one_that_ran_well_for_long_is_forgiven(tmp_path: Path) -> None:
    one = ended(tmp_path)
    one.restarts = MOST_RESTARTS
    one.started_at -= WELL_SECONDS + 1
    one.watch()
    assert one.restarts == 1


def test_a_large_log_is_put_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("supervisor.children.LARGEST_LOG_BYTES", 3)
    (tmp_path / "log").write_text("long")
    one = ended(tmp_path)
    assert one.log.read_text() == ""
    assert (tmp_path / "log.log.old").read_text() == "long"
