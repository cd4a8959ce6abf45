"""Delivers events to the addresses that want them: signed, in order, again when nobody took them.

Control may hold them, drop them, let them go in another order, or sign them with another age.
"""

import json
import threading
from dataclasses import dataclass

import requests

from standin.clock import Clock
from standin.later import Later
from standin.objects import Endpoint, Event
from standin.options import Options
from standin.shapes.record import shown_event
from standin.signing import signature

TIMEOUT_SECONDS = 10
TAKEN = range(200, 300)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One try; status 0 when nobody answered."""

    event_id: str
    kind: str
    url: str
    status: int


class Post:
    """The account's outgoing post. Never called with the account's lock held for longer than a note takes."""

    def __init__(self, options: Options, clock: Clock) -> None:
        self._clock = clock
        self._retry_seconds = options.retry_seconds
        self._lock = threading.Lock()
        self._held: list[tuple[Event, Endpoint]] = []
        self.round = Later("standin-post")
        self.is_holding = False
        self.to_drop = 0
        self.seconds_old = 0
        self.tries: list[Delivery] = []

    def take(self, event: Event, endpoint: Endpoint) -> None:
        """A new event for an address."""
        with self._lock:
            if self.to_drop:
                self.to_drop -= 1
            elif self.is_holding:
                self._held.append((event, endpoint))
            else:
                self._send(event, endpoint)

    def release(self, *, is_reversed: bool, kind: str) -> list[str]:
        """Lets go of what was held, of one kind or all; holding ends when nothing is left."""
        with self._lock:
            going = [pair for pair in self._held if kind in {"", pair[0].kind}]
            self._held = [pair for pair in self._held if pair not in going]
            self.is_holding = bool(self._held)
            for event, endpoint in reversed(going) if is_reversed else going:
                self._send(event, endpoint)
            return [event.kind for event, _ in going]

    def drop_held(self) -> int:
        """Throws away what is held."""
        with self._lock:
            dropped, self._held = len(self._held), []
            return dropped

    def signed(self, event: Event, secret: str, *, seconds_old: int = 0) -> tuple[bytes, str]:
        """The body of a notice and its signature."""
        body = json.dumps(shown_event(event), ensure_ascii=False).encode()
        at = self._clock.now() - self.seconds_old - seconds_old
        return body, signature(body, secret=secret, at=at)

    def deliver(self, event: Event, endpoint: Endpoint, *, seconds_old: int = 0) -> int:
        """Sends once, now; the status, or 0 when nobody answered."""
        body, signed = self.signed(event, endpoint.secret, seconds_old=seconds_old)
        headers = {"Content-Type": "application/json; charset=utf-8", "Stripe-Signature": signed}
        with requests.Session() as session:
            session.trust_env = False  # no proxy of the environment diverts a notice
            try:
                answer = session.post(
                    endpoint.url, data=body, headers=headers, timeout=TIMEOUT_SECONDS, allow_redirects=False
                )
                status = answer.status_code
            except requests.RequestException:
                status = 0
        self.tries.append(Delivery(event.id, event.kind, endpoint.url, status))
        return status

    def _send(self, event: Event, endpoint: Endpoint, tries: int = 0) -> None:
        wait = self._retry_seconds[tries - 1] if tries else 0.0
        self.round.after(wait, lambda: self._try(event, endpoint, tries))

    def _try(self, event: Event, endpoint: Endpoint, tries: int) -> None:
        if self.deliver(event, endpoint) not in TAKEN and tries < len(self._retry_seconds):
            self._send(event, endpoint, tries + 1)
