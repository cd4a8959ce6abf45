"""nginx on a port of its own before a small application that says what reached it."""

import datetime
import http.client
import json
import shutil
import socket
import socketserver
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.deploy.commands import DEPLOY

NGINX = shutil.which("nginx")
CONF = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")


class Application(BaseHTTPRequestHandler):
    """Answers a public page with what it was asked; counts how often."""

    asked = 0

    def do_GET(self) -> None:
        type(self).asked += 1
        body = json.dumps(
            {"asked": self.asked, **{name.lower(): self.headers[name] for name in self.headers}}
        )
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        if self.path.startswith("/public"):
            self.send_header("Cache-Control", "public, max-age=0, s-maxage=5, stale-while-revalidate=30")
            self.send_header("Vary", "Accept-Language")
        if self.path.startswith("/public/greets"):
            self.send_header("Set-Cookie", "yx_basket=1")
        self.end_headers()
        self.wfile.write(body.encode())

    do_POST = do_GET  # noqa: N815  the name that http.server looks for

    def address_string(self) -> str:
        return "socket"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class's name
        """Says nothing."""


class Behind(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    """A server on a socket, as gunicorn is."""

    daemon_threads = True


def certificate(folder: Path) -> None:
    """A certificate for this machine and this hour."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "jishi.example")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .sign(key, hashes.SHA256())
    )
    folder.mkdir()
    (folder / "fullchain.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def moved(folder: Path, *, plain: int, tls: int) -> Path:
    """The shipped configuration with its folders and ports inside the test's folder; nothing else is changed."""
    certificate(folder / "tls")
    for name in ("cache", "log", "temp"):
        (folder / name).mkdir()
    temp = "".join(
        f"{kind}_temp_path {folder}/temp/{kind};"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    text = CONF
    for old, new in (
        ("http {\n", f"http {{\n    {temp}\n"),
        ("/etc/nginx/tls", f"{folder}/tls"),
        ("/var/cache/nginx", f"{folder}/cache"),
        ("/var/log/nginx", f"{folder}/log"),
        ("/run/yanxing/web.sock", f"{folder}/web.sock"),
        ("listen 80 ", f"listen 127.0.0.1:{plain} "),
        ("listen 443 ", f"listen 127.0.0.1:{tls} "),
    ):
        assert old in text
        text = text.replace(old, new)
    path = folder / "nginx.conf"
    path.write_text(f"pid {folder}/nginx.pid;\ndaemon off;\nmaster_process off;\n{text}", encoding="utf-8")
    (folder / "mime.types").write_text("types { text/html html; }\n", encoding="utf-8")
    return path


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Until somebody listens there; ten seconds at most."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nobody listens on {port}")


@contextmanager
def running(folder: Path) -> Iterator[int]:
    """nginx and the application; yields the port of TLS."""
    assert NGINX
    tls = free_port()
    path = moved(folder, plain=free_port(), tls=tls)
    Application.asked = 0
    with Behind(str(folder / "web.sock"), Application) as application:
        threading.Thread(target=application.serve_forever, daemon=True).start()
        process = subprocess.Popen([NGINX, "-e", f"{folder}/log/start.log", "-c", str(path)])
        try:
            wait_for(tls)
            yield tls
        finally:
            process.terminate()
            process.wait(timeout=10)
            application.shutdown()


def connected(port: int) -> http.client.HTTPSConnection:
    """A visitor who trusts the test's certificate."""
    trusting = ssl.create_default_context()
    trusting.check_hostname = False
    trusting.verify_mode = ssl.CERT_NONE
    return http.client.HTTPSConnection("127.0.0.1", port, context=trusting, timeout=10)


def ask(port: int, path: str, **headers: str) -> tuple[http.client.HTTPResponse, dict[str, Any]]:
    """One page; the answer, and what the application says reached it."""
    connection = connected(port)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request("GET", path, headers={"Host": "jishi.example", **named})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, json.loads(body) if body.startswith(b"{") else {}


def post_at_once(port: int, path: str, *, times: int) -> list[int]:
    """The status of each of many forms sent without a pause."""
    connection = connected(port)
    statuses = []
    for _ in range(times):
        connection.request("POST", path, headers={"Host": "jishi.example"})
        answer = connection.getresponse()
        answer.read()
        statuses.append(answer.status)
    connection.close()
    return statuses
