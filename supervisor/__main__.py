"""`python -m supervisor test [pytest's arguments]`."""

import os
import subprocess
import sys

from supervisor.engines import engines


def main(arguments: list[str]) -> int:
    """Runs the tests on real engines; returns pytest's exit code."""
    if not arguments or arguments[0] != "test":
        print("usage: python -m supervisor test [arguments of pytest]")
        return 2
    with engines() as addresses:
        environment = {**os.environ, **addresses, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
        checked = subprocess.run(
            [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
            env=environment,
            check=False,
        )
        if checked.returncode:
            return checked.returncode
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-n", "2", *arguments[1:]], env=environment, check=False
        ).returncode


sys.exit(main(sys.argv[1:]))
