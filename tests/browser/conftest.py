"""A real browser against the real market: web server, database, stand-in for Stripe, and a clock that can be moved."""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from django.conf import LazySettings
from django.core.wsgi import get_wsgi_application
from django.utils import timezone
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from standin.testing import Standin, running_standin

CHROMIUM = os.environ.get("CHROMIUM", "")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Playwright keeps an event loop in this thread; the tests themselves are not asynchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@dataclass
class Clock:
    """Shanghai's time plus what the test has let pass."""

    passed: timedelta = field(default_factory=timedelta)
    real = staticmethod(timezone.now)

    def now(self) -> datetime:
        return self.real() + self.passed

    def pass_by(self, **time: int) -> None:
        self.passed += timedelta(**time)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(timezone, "now", clock.now)
    return clock


@pytest.fixture
def standin() -> Iterator[Standin]:
    with running_standin() as running:
        yield running


@pytest.fixture
def market(committed_db: None, standin: Standin, settings: LazySettings) -> Iterator[str]:
    """The address of the running market."""
    settings.STRIPE_API_BASE = standin.url
    settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"] = ["'self'", standin.url]
    # A page may not outlive the test's own connection.
    settings.DATABASES["default"]["CONN_MAX_AGE"] = 0
    server = make_server("127.0.0.1", 0, get_wsgi_application(), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM:
        pytest.skip("no Chromium: install `chromium`")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def phone(browser: Browser, market: str) -> Iterator[Page]:
    """A phone of 360 px. Anything the policy or a script complains of fails the test."""
    yield from _page(browser, market, width=360)


@pytest.fixture
def desk_screen(browser: Browser, market: str) -> Iterator[Page]:
    """The operator's and the office's screen."""
    yield from _page(browser, market, width=1280)


def _page(browser: Browser, market: str, *, width: int) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": 780}, base_url=market, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(10_000)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    assert complaints == []
