"""`python -m supervisor up | test [pytest's arguments] | manage [a management command] | bench [its options]`."""

import errno
import shutil
import sys

from supervisor.bench import bench
from supervisor.manage import manage
from supervisor.places import VAR
from supervisor.signals import Told, listen
from supervisor.testing import test
from supervisor.up import up
from supervisor.words import Stop

FULL_BYTES = 4 * 1024 * 1024


def _run(verb: str, rest: list[str]) -> int:
    if verb == "up":
        return up()
    if verb == "test":
        return test(rest)
    if verb == "manage":
        return manage(rest)
    if verb == "bench":
        return bench(rest)
    raise Stop("用法", str(__doc__))


def _why() -> str:
    """A full disk has many faces: name it whatever has failed."""
    is_full = VAR.exists() and shutil.disk_usage(VAR).free < FULL_BYTES
    return "（磁盘已满 / the disk is full）" if is_full else ""


def main(arguments: list[str]) -> int:
    """One verb; what went wrong is one line."""
    listen()
    try:
        return _run(arguments[0] if arguments else "", arguments[1:])
    except Stop as stop:
        print(f"{stop}{_why()}", file=sys.stderr)
        return 1
    except OSError as error:
        what = "磁盘已满 / the disk is full" if error.errno == errno.ENOSPC else "无法启动 / cannot start"
        print(f"{what}: {error}", file=sys.stderr)
        return 1
    except Told as told:
        return 128 + told.number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
