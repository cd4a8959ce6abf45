"""The market's own processes, how each is started and how one sees that it is ready."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from supervisor.children import Child
from supervisor.places import ROOT, VAR
from supervisor.ports import HOST, answers, wait_until

READY_SECONDS = 90.0
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108  gunicorn's heartbeat, kept off the disk


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the web server and the stand-in listen; no stand-in where a real Stripe is named."""

    web: int
    standin: int | None


def programs(environment: Mapping[str, str], ports: Ports) -> list[Child]:
    """In the order of their start."""

    def program(name: str, *command: str) -> Child:
        return Child(
            name=name,
            command=[sys.executable, "-m", *command],
            log=VAR / f"{name}.log",
            environment=environment,
            folder=ROOT,
        )

    parts = [
        program(
            *("web", "gunicorn", "config.wsgi", "--bind", f"{HOST}:{ports.web}", "--worker-class", "gthread"),
            *("--workers", "2", "--threads", "4", "--max-requests", "1000", "--max-requests-jitter", "100"),
            *("--graceful-timeout", "10", "--no-control-socket"),
            *(("--worker-tmp-dir", str(SHARED_MEMORY)) if os.access(SHARED_MEMORY, os.W_OK) else ()),
        ),
        program(
            *("worker", "celery", "-A", "config", "worker", "--loglevel", "INFO", "--concurrency", "1"),
            *("--hostname", _worker_name(ports)),
        ),
        program(
            *("beat", "celery", "-A", "config", "beat", "--schedule", str(VAR / "beat-schedule")),
            *("--pidfile", ""),
        ),
    ]
    if ports.standin is not None:
        parts.append(
            program(
                *("standin", "standin", "--port", str(ports.standin)),
                *("--webhook-url", f"http://{HOST}:{ports.web}/hooks/stripe/"),
                *("--webhook-secret", environment["STRIPE_WEBHOOK_SECRET"]),
            )
        )
    return parts


def wait_for(environment: Mapping[str, str], ports: Ports, *, meanwhile: Callable[[], None]) -> None:
    """Until each does its work.

    Raises:
        Stop: one does not, or `meanwhile` gives up.
    """
    wait_until(
        lambda: _is_well(f"http://{HOST}:{ports.web}/readyz"),
        seconds=READY_SECONDS,
        name="web",
        meanwhile=meanwhile,
    )
    if (standin := ports.standin) is not None:
        wait_until(lambda: answers(standin), seconds=READY_SECONDS, name="standin", meanwhile=meanwhile)
    ping = [sys.executable, "-m", "celery", "-A", "config", "inspect", "ping"]
    ping += ["--timeout", "5", "--destination", _worker_name(ports)]
    wait_until(
        lambda: (
            subprocess.run(ping, env=environment, cwd=ROOT, capture_output=True, check=False).returncode == 0
        ),
        seconds=READY_SECONDS,
        name="worker",
        meanwhile=meanwhile,
    )


def _worker_name(ports: Ports) -> str:
    """Its own: another market may use the same Valkey."""
    return f"market-{ports.web}@localhost"


def _is_well(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  our own loopback address
            return bool(answer.status == HTTPStatus.OK)
    except (urllib.error.URLError, OSError):
        return False
