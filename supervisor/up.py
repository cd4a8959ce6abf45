"""`make up`: everything the market needs, until it is told to stop."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import FrameType

from supervisor.children import Child
from supervisor.debian import install_for_print
from supervisor.engines import engines
from supervisor.keys import demo_keys
from supervisor.lock import lock
from supervisor.places import ROOT, VAR
from supervisor.ports import answers, is_free, wait_until
from supervisor.words import Stop, say

READY_SECONDS = 90.0
ADDRESSES = VAR / "addresses.json"


class Told(BaseException):
    """Somebody told us to stop."""


def up() -> int:
    """Runs until Ctrl-C or a signal; then nothing is left running."""
    port = int(os.environ.get("PORT", "8000"))
    held = lock(VAR / "lock")
    if not is_free(port):
        raise Stop(
            f"端口 {port} 已被占用，可用 PORT=8080 make up", f"port {port} is busy, try PORT=8080 make up"
        )
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _told)
    install_for_print()
    keys = demo_keys(VAR / "keys.json")
    programs: list[Child] = []
    try:
        with engines(VAR, password=keys.pop("POSTGRES_PASSWORD"), is_durable=True) as (addresses, servers):
            try:
                environment = _environment(keys, addresses, port)
                _prepare(environment)
                programs = _programs(environment, port)
                for program in programs:
                    program.start()
                _wait_for(environment, port)
                _greet(port)
                while True:
                    for child in [*servers, *programs]:
                        child.watch()
                    time.sleep(0.5)
            finally:
                for program in programs:
                    program.stop()
    except Told:
        say("已停止", "stopped")
        return 0
    finally:
        ADDRESSES.unlink(missing_ok=True)
        held.close()


def _told(_number: int, _frame: FrameType | None) -> None:
    # Only once: a second Ctrl-C must not cut short the stopping.
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    raise Told


def _environment(keys: dict[str, str], addresses: dict[str, str], port: int) -> dict[str, str]:
    standin = json.loads((VAR / "ports.json").read_text())["standin"]
    own = {
        **keys,
        "SITE_URL": f"http://127.0.0.1:{port}",
        "STRIPE_API_BASE": f"http://127.0.0.1:{standin}",
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }
    # What the environment names wins: real servers and a real Stripe need nothing else changed.
    merged = {**own, **os.environ, **addresses}
    ADDRESSES.write_text(json.dumps({name: merged[name] for name in (*own, *addresses)}))
    ADDRESSES.chmod(0o600)
    return merged


def _prepare(environment: dict[str, str]) -> None:
    say("正在准备数据库和演示数据", "preparing the database and the demo")
    for command in (
        ["-m", "tools.messages", "compile"],
        ["manage.py", "migrate", "--verbosity", "0"],
        ["manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        ["manage.py", "load_demo"],
    ):
        if command[0] == "-m" and not (ROOT / "tools").exists():
            continue
        with (VAR / "prepare.log").open("ab") as log:
            done = subprocess.run(
                [sys.executable, *command], env=environment, cwd=ROOT, stdout=log, stderr=log, check=False
            )
        if done.returncode:
            raise Stop(
                f"准备失败：{' '.join(command)}，日志 {VAR}/prepare.log", "preparing failed, see the log"
            )


def _programs(environment: dict[str, str], port: int) -> list[Child]:
    def program(name: str, log: str, *command: str) -> Child:
        return Child(
            name=name,
            command=[sys.executable, "-m", *command],
            log=VAR / f"{log}.log",
            environment=environment,
            folder=str(ROOT),
        )

    shared_memory = ["--worker-tmp-dir", "/dev/shm"] if Path("/dev/shm").exists() else []  # noqa: S108
    programs = [
        program(
            *(
                "web",
                "web",
                "gunicorn",
                "config.wsgi",
                "--bind",
                f"127.0.0.1:{port}",
                "--worker-class",
                "gthread",
            ),
            *("--workers", "2", "--threads", "4", "--max-requests", "1000", "--max-requests-jitter", "100"),
            *("--no-control-socket", *shared_memory),
        ),
        program(
            "worker", "worker", "celery", "-A", "config", "worker", "--loglevel", "INFO", "--concurrency", "1"
        ),
        program("beat", "beat", "celery", "-A", "config", "beat", "--schedule", str(VAR / "beat-schedule")),
    ]
    if "STRIPE_API_BASE" not in os.environ:
        standin = environment["STRIPE_API_BASE"].rpartition(":")[2]
        programs.append(
            program(
                *("stand-in", "standin", "standin", "--port", standin),
                *("--webhook-url", f"http://127.0.0.1:{port}/hooks/stripe/"),
                *("--webhook-secret", environment["STRIPE_WEBHOOK_SECRET"]),
            )
        )
    return programs


def _wait_for(environment: dict[str, str], port: int) -> None:
    wait_until(lambda: _is_well(f"http://127.0.0.1:{port}/readyz"), seconds=READY_SECONDS, name="web")
    if "STRIPE_API_BASE" not in os.environ:
        standin = int(environment["STRIPE_API_BASE"].rpartition(":")[2])
        wait_until(lambda: answers(standin), seconds=READY_SECONDS, name="stand-in")
    ping = [sys.executable, "-m", "celery", "-A", "config", "inspect", "ping", "--timeout", "5"]
    wait_until(
        lambda: (
            subprocess.run(ping, env=environment, cwd=ROOT, capture_output=True, check=False).returncode == 0
        ),
        seconds=READY_SECONDS,
        name="worker",
    )


def _is_well(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  our own loopback address
            return int(answer.status) == 200  # noqa: PLR2004  HTTP's own number
    except (urllib.error.URLError, OSError):
        return False


def _greet(port: int) -> None:
    say(
        f"雁行集市已启动：http://127.0.0.1:{port}/",
        f"the market is up (English: http://127.0.0.1:{port}/en/)",
    )
    sign_ins = VAR / "demo-sign-ins.txt"
    if sign_ins.exists():
        print(sign_ins.read_text(encoding="utf-8"), flush=True)
    say("按 Ctrl-C 停止", "Ctrl-C stops it")
