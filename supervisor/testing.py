"""`make test`: the same engines on throw-away settings, then pytest."""

import os
import subprocess
import sys

from supervisor.debian import install_browser
from supervisor.engines import engines
from supervisor.lock import lock
from supervisor.places import ROOT, VAR

NO_TESTS = 5


def test(arguments: list[str]) -> int:
    """Migrations complete, then the fast tests in parallel, then those in a browser. Returns an exit code."""
    held = lock(VAR / "test" / "lock")
    with engines(VAR / "test", password="for-tests", is_durable=False) as (addresses, _children):  # noqa: S106
        environment = {**os.environ, **addresses, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
        if browser := install_browser():
            environment["CHROMIUM"] = browser

        def run(*command: str) -> int:
            return subprocess.run(
                [sys.executable, *command], env=environment, cwd=ROOT, check=False
            ).returncode

        if code := run("manage.py", "makemigrations", "--check", "--dry-run"):
            return code
        # A file a worker: tests of one file share what they set up.
        code = run("-m", "pytest", "-n", "2", "--dist", "loadfile", "-m", "not browser", *arguments)
        if code in {0, NO_TESTS}:
            in_browser = run("-m", "pytest", "-m", "browser", *arguments)
            code = code if in_browser == NO_TESTS else in_browser
    held.close()
    return code
