"""The WSGI application: the interface, the page, control, and a front page that says what this is."""

import socket
from collections.abc import Iterable
from typing import Any

from werkzeug.wrappers import Request, Response

from standin.account import Account
from standin.api.door import answer
from standin.control.door import obey
from standin.options import Options
from standin.page.door import page, style

MOST_BYTES = 1024 * 1024
HELLO = (
    "雁行集市的支付平台替身，只用于测试和演示，不会动用任何资金。\n"
    "A stand-in for the payment platform, for tests and the demo only. No money moves.\n"
)


class App:
    """One account behind three doors. `reset` puts a fresh account in its place."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self.account = Account(options)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
        """Answers one request, unless its answer is to get lost."""
        request = Request(environ)
        request.max_content_length = request.max_form_memory_size = MOST_BYTES
        response = self._answer(request)
        if request.path.startswith("/v1/") and self.account.faults.loses(request.method):
            _hang_up(environ)
        return response(environ, start_response)

    def close(self) -> None:
        """Stops what runs in the background."""
        self.account.close()

    def _answer(self, request: Request) -> Response:
        door, _, rest = request.path.lstrip("/").partition("/")
        if door == "v1":
            return answer(self.account, request)
        if door == "pay" and rest:
            return page(self.account, request, rest)
        if door == "_page":
            return style()
        if door == "_control":
            return self._reset() if rest == "reset" else obey(self.account, request, rest)
        return Response(HELLO, 404 if door else 200, mimetype="text/plain")

    def _reset(self) -> Response:
        self.account.close()
        self.account = Account(self._options)
        return Response("{}", mimetype="application/json")


def _hang_up(environ: dict[str, Any]) -> None:
    connection = environ.get("werkzeug.socket")
    if isinstance(connection, socket.socket):
        connection.shutdown(socket.SHUT_RDWR)
