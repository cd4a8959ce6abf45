"""nginx with the shipped configuration before a running market, where nginx is installed."""

import datetime
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bench.servers import Running
from supervisor.children import Child
from supervisor.places import ROOT
from supervisor.ports import HOST, answers, free_port, wait_until

SITE = "jishi.example"
READY_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Front:
    """Where nginx answers, and its process."""

    address: str
    child: Child

    def processes(self) -> list[int]:
        """It runs as one."""
        return [self.child.process.pid] if self.child.process is not None else []


@contextmanager
def before(server: Running, *, folder: Path) -> Iterator[Front | None]:
    """nginx before the server; None where it is not installed."""
    program = shutil.which("nginx")
    if program is None:
        yield None
        return
    shutil.rmtree(folder, ignore_errors=True)
    port = free_port()
    path = configuration(folder, upstream=server.address.removeprefix("http://"), port=port)
    child = Child(
        name="nginx",
        command=[program, "-e", f"{folder}/log/start.log", "-c", str(path)],
        log=folder / "log" / "nginx.log",
        environment={},
        stop_signal=signal.SIGTERM,
    )
    child.start()
    try:
        wait_until(lambda: answers(port), seconds=READY_SECONDS, name=child.name, meanwhile=child.watch)
        yield Front(f"https://{HOST}:{port}", child)
    finally:
        child.stop()


def configuration(folder: Path, *, upstream: str, port: int) -> Path:
    """deploy/nginx.conf with its folders, ports and upstream inside the bench's folder; nothing else is changed.

    Raises:
        LookupError: a line that has to be changed is not there any more.
    """
    for name in ("cache", "log", "temp", "tls"):
        (folder / name).mkdir(parents=True)
    certificate(folder / "tls")
    temp = " ".join(
        f"{kind}_temp_path {folder}/temp/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        ("http {\n", f"http {{\n    {temp}\n"),
        ("/etc/nginx/tls", f"{folder}/tls"),
        ("/var/cache/nginx", f"{folder}/cache"),
        ("/var/log/nginx", f"{folder}/log"),
        ("unix:/run/yanxing/web.sock", upstream),
        ("listen 80 ", f"listen {HOST}:{free_port()} "),
        ("listen 443 ", f"listen {HOST}:{port} "),
    ):
        if old not in text:
            raise LookupError(f"deploy/nginx.conf has no {old!r}")
        text = text.replace(old, new)
    (folder / "mime.types").write_text("types { text/html html; }\n", encoding="utf-8")
    path = folder / "nginx.conf"
    path.write_text(f"pid {folder}/nginx.pid;\ndaemon off;\nmaster_process off;\n{text}", encoding="utf-8")
    return path


def certificate(folder: Path) -> None:
    """A certificate for this machine and this day."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SITE)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
