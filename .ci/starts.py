"""Starts the whole market as the README says, looks at it, stops it, and sees that nothing is left."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from supervisor.places import home

PATIENCE_SECONDS = 300.0
PAGES = ("/", "/en/", "/readyz")


def say(words: str) -> None:
    """One line of the report."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def is_up(market: subprocess.Popen[str]) -> str:
    """The address, once it says that all is ready; empty if it ended before."""
    address = ""
    for line in market.stdout or ():
        say(line.rstrip())
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            address = address or found.group()
        if "Ctrl-C" in line:
            return address
    return ""


def look(folder: Path) -> list[str]:
    """What went wrong."""
    command = [".venv/bin/python", "-m", "supervisor", "up"]
    market = subprocess.Popen(  # noqa: S603  our own command
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "VAR_DIR": str(folder), "PORT": os.environ.get("PORT", "8765")},
    )
    alarm = threading.Timer(PATIENCE_SECONDS, market.kill)
    alarm.start()
    wrong = []
    if address := is_up(market):
        for page in PAGES:
            with urllib.request.urlopen(address + page, timeout=30) as answer:  # noqa: S310  the loopback
                say(f"{answer.status} {page} {len(answer.read())} bytes")
        market.send_signal(signal.SIGTERM)
    else:
        wrong.append("it did not start")
    rest, _ = market.communicate()
    alarm.cancel()
    say(rest.rstrip())
    if market.returncode:
        wrong.append(f"it ended with {market.returncode}")
    seen = subprocess.run(["ps", "-eo", "args="], capture_output=True, text=True, check=True)  # noqa: S607
    # As root in a closed folder the data lie elsewhere.
    data = home(folder).data
    places = (str(folder), str(data))
    wrong += [f"left running: {line}" for line in seen.stdout.splitlines() if any(p in line for p in places)]
    if data != folder:
        shutil.rmtree(data)
    return wrong


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="market-") as name:
        Path(name).chmod(0o755)
        sys.exit("\n".join(look(Path(name))) or 0)
