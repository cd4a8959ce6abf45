"""The stand-in as a process: it starts, stops, and refuses to run where it could be taken for the real thing."""

import os
import signal
import socket
import subprocess
import sys

import pytest
import requests

from standin.guards import reason_to_refuse


def start(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("STRIPE_")}
    return subprocess.Popen(
        [sys.executable, "-m", "standin", *arguments],
        env=plain | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_it_serves_until_it_is_told_to_stop() -> None:
    with start("--port", "0") as process:
        assert process.stdout is not None
        url = process.stdout.readline().removeprefix("standin: ").strip()
        answer = requests.get(url, timeout=5)
        assert (answer.status_code, "No money moves" in answer.text) == (200, True)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=10) == 0


def test_a_busy_port_is_one_clear_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        with start("--port", port) as process:
            _, said = process.communicate(timeout=10)
    assert (process.returncode, said) == (1, f"standin: port {port} cannot be used\n")


def test_it_does_not_start_beside_production() -> None:
    with start("--port", "0", DJANGO_SETTINGS_MODULE="config.settings.production") as process:
        _, said = process.communicate(timeout=10)
    assert (process.returncode, said.count("\n")) == (1, 1)


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"ENVIRONMENT": "Production"}, "ENVIRONMENT"),
        ({"DJANGO_SETTINGS_MODULE": "config.settings.production"}, "DJANGO_SETTINGS_MODULE"),
        ({"STRIPE_LIVE": "true"}, "STRIPE_LIVE"),
        ({"STRIPE_SECRET_KEY": "sk_live_1"}, "STRIPE_SECRET_KEY"),
        ({"STRIPE_SECRET_KEY": "rk_live_1"}, "STRIPE_SECRET_KEY"),
    ],
)
def test_live_surroundings_are_refused_by_name(environment: dict[str, str], word: str) -> None:
    assert reason_to_refuse(environment).startswith(word)


def test_test_surroundings_are_fine() -> None:
    assert reason_to_refuse({"DJANGO_SETTINGS_MODULE": "config.settings.dev", "STRIPE_LIVE": "false"}) == ""
