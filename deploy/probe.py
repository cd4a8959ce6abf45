"""Asks the web process, through its socket, whether it can serve: `python -m deploy.probe`, 0 if it can."""

import os
import socket
import sys
from http.client import HTTPConnection, HTTPException

SOCKET = "/run/yanxing/web.sock"
SECONDS = 5.0
OK = 200


class SocketConnection(HTTPConnection):
    """HTTP over a socket in the file system."""

    def connect(self) -> None:
        """Opens the socket."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(SECONDS)
        self.sock.connect(SOCKET)


def is_ready() -> bool:
    """Whether /readyz says so. The host must be one that the settings allow."""
    host = os.environ["ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".")
    try:
        connection = SocketConnection(host)
        connection.request("GET", "/readyz")
        return connection.getresponse().status == OK
    except (OSError, HTTPException):
        return False


if __name__ == "__main__":
    sys.exit(0 if is_ready() else 1)
