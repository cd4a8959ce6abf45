"""A running stand-in, and an address that takes its notices."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from standin.testing import STILL, Standin, running_standin
from tests.standin.shop import SECRET


@dataclass(slots=True)
class Letterbox:
    """What arrived, in order; `answers` are given first to last, then 200."""

    url: str = ""
    taken: list[tuple[bytes, str]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)

    def __call__(self, environ: dict, start_response: object) -> object:
        request = Request(environ)
        self.taken.append((request.get_data(), request.headers["Stripe-Signature"]))
        return Response(status=self.answers.pop(0) if self.answers else 200)(environ, start_response)


@pytest.fixture
def letterbox() -> Iterator[Letterbox]:
    box = Letterbox()
    server = make_server("127.0.0.1", 0, box, threaded=True)
    box.url = f"http://127.0.0.1:{server.port}/hooks/stripe/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield box
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def standin(letterbox: Letterbox) -> Iterator[Standin]:
    """Sends its notices to the letterbox; refunds end at once, a notice nobody took is tried twice again."""
    options = replace(
        STILL,
        webhook_url=letterbox.url,
        webhook_secret=SECRET,
        refund_seconds=0.0,
        slow_seconds=None,
        retry_seconds=(0.0, 0.0),
    )
    with running_standin(options) as running:
        yield running
