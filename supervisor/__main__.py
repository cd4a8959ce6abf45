"""`python -m supervisor up | test [pytest's arguments] | manage [a management command]`."""

import errno
import json
import os
import subprocess
import sys

from supervisor.places import ROOT
from supervisor.testing import test
from supervisor.up import ADDRESSES, up
from supervisor.words import Stop


def manage(arguments: list[str]) -> int:
    """A management command against the running market.

    Raises:
        Stop: it does not run.
    """
    if not ADDRESSES.exists():
        raise Stop("集市没有运行，请先 make up", "the market is not running: make up first")
    environment = {**os.environ, **json.loads(ADDRESSES.read_text(encoding="utf-8"))}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments], env=environment, cwd=ROOT, check=False
    ).returncode


def main(arguments: list[str]) -> int:
    """One verb; what went wrong is one line."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        if verb == "up":
            return up()
        if verb == "test":
            return test(rest)
        if verb == "manage":
            return manage(rest)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except OSError as error:
        full = error.errno == errno.ENOSPC
        print(
            f"{'磁盘已满 / the disk is full' if full else '无法启动 / cannot start'}: {error}",
            file=sys.stderr,
        )
        return 1
    print(__doc__, file=sys.stderr)
    return 2


sys.exit(main(sys.argv[1:]))
