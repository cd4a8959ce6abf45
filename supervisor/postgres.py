"""PostgreSQL from its wheel, with data of our own."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from supervisor.accounts import server_account
from supervisor.children import Child
from supervisor.places import Home
from supervisor.words import Stop

# Chinese text search needs to know letters; macOS has no C.UTF-8.
LOCALE = ("--locale=C", "--lc-ctype=en_US.UTF-8") if sys.platform == "darwin" else ("--locale=C.UTF-8",)


def prepare(home: Home, *, password: str) -> Path:
    """The data folder, made on first use.

    Raises:
        Stop: it cannot be made, or it is another account's.
    """
    data = home.data / "postgres"
    account = server_account()
    if (data / "PG_VERSION").exists():
        owner = data.stat().st_uid
        if owner != (os.geteuid() if account.user is None else account.user):
            raise Stop(
                f"{data} 属于其他用户，请用原来的用户启动",
                f"{data} belongs to another user: start as that one",
            )
        return data
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(mode=0o700)
    with tempfile.NamedTemporaryFile("w", dir=home.data, encoding="utf-8") as secret:
        secret.write(password)
        secret.flush()
        if account.user is not None:
            shutil.chown(data, account.user, account.group)
            shutil.chown(secret.name, account.user)
        made = subprocess.run(
            [
                *(str(home.postgres / "bin" / "initdb"), "-D", str(data), "-U", "postgres", *LOCALE),
                *("-E", "UTF8", "--auth=scram-sha-256", f"--pwfile={secret.name}"),
            ],
            user=account.user,
            group=account.group,
            extra_groups=account.extra_groups,
            cwd="/",
            start_new_session=True,
            capture_output=True,
            check=False,
        )
    if made.returncode:
        shutil.rmtree(data, ignore_errors=True)
        raise Stop("数据库目录无法建立", f"the database folder cannot be made: {_reason(made.stderr)}")
    return data


def _reason(complaint: bytes) -> str:
    """The line that says why; after it initdb speaks of clearing up."""
    lines = complaint.decode(errors="replace").strip().splitlines()
    telling = [line for line in lines if re.search("error:|FATAL|could not|cannot", line)]
    return next(iter([*telling, *lines[-1:]]), "").strip()[:200]


def child(home: Home, *, port: int, log: Path, is_durable: bool) -> Child:
    """The server, on TCP alone: the path of a socket may grow too long. It judges a crash's lock file itself."""
    data = home.data / "postgres"
    settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"]
    if not is_durable:
        settings += ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
    return Child(
        name="PostgreSQL",
        command=[
            *(str(home.postgres / "bin" / "postgres"), "-D", str(data), "-p", str(port)),
            *(part for setting in settings for part in ("-c", setting)),
        ],
        log=log,
        environment={"PATH": os.environ.get("PATH", ""), "LC_ALL": LOCALE[-1].partition("=")[2]},
        account=server_account(),
        stop_signal=signal.SIGINT,
        folder=Path("/"),
    )


def accepts(home: Home, port: int) -> bool:
    """Whether it takes connections now."""
    asked = subprocess.run(
        [str(home.postgres / "bin" / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)],
        check=False,
        cwd="/",
    )
    return asked.returncode == 0
