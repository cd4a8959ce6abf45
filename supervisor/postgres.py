"""PostgreSQL from its wheel, with data of our own."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from supervisor.children import Child
from supervisor.places import Home, server_account
from supervisor.words import Stop


def prepare(home: Home, *, password: str) -> Path:
    """The data folder, made on first use; Chinese text search asks for C.UTF-8.

    Raises:
        Stop: it cannot be made.
    """
    data = home.data / "postgres"
    if (data / "PG_VERSION").exists():
        return data
    account = server_account()
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(mode=0o700)
    with tempfile.NamedTemporaryFile("w", dir="/tmp", encoding="utf-8") as secret:
        secret.write(password)
        secret.flush()
        if account:
            shutil.chown(data, account)
            shutil.chown(secret.name, account)
        made = subprocess.run(
            [
                *(str(home.postgres / "bin" / "initdb"), "-D", str(data), "-U", "postgres"),
                *("--locale=C.UTF-8", "-E", "UTF8", "--auth=scram-sha-256", f"--pwfile={secret.name}"),
            ],
            user=account,
            cwd="/",
            capture_output=True,
            check=False,
        )
    if made.returncode:
        shutil.rmtree(data, ignore_errors=True)
        reason = made.stderr.decode(errors="replace").strip().splitlines()[-1:]
        raise Stop("数据库目录无法建立", f"the database folder cannot be made: {' '.join(reason)}")
    return data


def child(home: Home, *, port: int, log: Path, is_durable: bool) -> Child:
    """The server. A lock file left by a crash is PostgreSQL's own to judge."""
    data = home.data / "postgres"
    settings = ["listen_addresses=127.0.0.1", f"unix_socket_directories={data}", "max_connections=200"]
    if not is_durable:
        settings += ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
    return Child(
        name="PostgreSQL",
        command=[
            *(str(home.postgres / "bin" / "postgres"), "-D", str(data), "-p", str(port)),
            *(part for setting in settings for part in ("-c", setting)),
        ],
        log=log,
        environment={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
        account=server_account(),
        stop_signal=signal.SIGINT,
        folder="/",
    )


def accepts(home: Home, port: int) -> bool:
    """Whether it takes connections now."""
    asked = subprocess.run(
        [str(home.postgres / "bin" / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)],
        check=False,
        cwd="/",
    )
    return asked.returncode == 0
