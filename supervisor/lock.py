"""One copy for a folder."""

import fcntl
from pathlib import Path
from typing import TextIO

from supervisor.words import Stop

MARKET = Stop("这个文件夹里的集市已经在运行", "the market of this folder is running already")
TESTS = Stop("这个文件夹里的测试已经在运行", "tests of this folder are running already")


def lock(path: Path, *, refusal: Stop = MARKET) -> TextIO:
    """Holds the folder as long as the returned file is open; the system lets go of it when we die.

    Raises:
        Stop: `refusal` when another copy runs; or the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise Stop(f"无法写入 {path.parent}", f"cannot write to {path.parent}: {error.strerror}") from error
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise refusal from error
    return file


def is_locked(path: Path) -> bool:
    """Whether a copy runs; a file that a killed one left behind says nothing."""
    if not path.exists():
        return False
    try:
        lock(path).close()
    except Stop:
        return True
    return False
