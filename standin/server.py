"""The server: werkzeug's, with threads, on the loopback only."""

import socket
from typing import TYPE_CHECKING, Any

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication


HOST = "127.0.0.1"


class Quiet(WSGIRequestHandler):
    """No line for each request; the page's form would print a buyer's choices."""

    def log_request(self, *_args: Any) -> None:  # noqa: ANN401
        """Nothing."""


def server_for(app: "WSGIApplication", port: int) -> BaseWSGIServer:
    """A server bound to the port; 0 takes a free one.

    Raises:
        OSError: the port cannot be had. (Bound here, since werkzeug would print and exit.)
    """
    with socket.create_server((HOST, port)) as bound:
        return make_server(HOST, port, app, threaded=True, request_handler=Quiet, fd=bound.fileno())
