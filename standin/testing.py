"""A stand-in for as long as a test needs it: real HTTP on a port of its own, in a thread of the test's process."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import requests

from standin.app import App
from standin.options import Options
from standin.server import HOST, server_for

TIMEOUT_SECONDS = 30
# In tests nothing happens by itself: refunds and slow payments wait for a word, notices are tried once.
STILL = Options(refund_seconds=None, slow_seconds=None, retry_seconds=())


class ControlRefused(Exception):
    """Control was asked for something it does not know, or that is not possible now."""


@dataclass(frozen=True, slots=True)
class Standin:
    """A running stand-in."""

    url: str

    def control(self, verb: str, said: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401  JSON
        """Makes something happen, see `standin.control`; answers with what came of it.

        Raises:
            ControlRefused: it could not.
        """
        with requests.Session() as session:
            session.trust_env = False
            answer = session.post(
                f"{self.url}/_control/{verb}", json=dict(said or {}), timeout=TIMEOUT_SECONDS
            )
        body = answer.json()
        if not answer.ok:
            raise ControlRefused(body["error"]["message"])
        return body


@contextmanager
def running_standin(options: Options = STILL, *, port: int = 0) -> Iterator[Standin]:
    """Starts a stand-in and stops it afterwards."""
    app = App(options)
    server = server_for(app, port)
    # Polled often, since stopping waits for one poll.
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Standin(f"http://{HOST}:{server.port}")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        app.close()
