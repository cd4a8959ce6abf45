"""One account with everything in it, in memory. Whoever reads or writes holds its lock."""

import threading
from collections.abc import Iterable

from standin.clock import Clock
from standin.faults import Faults
from standin.idempotency import Kept
from standin.ids import ENDPOINT, EVENT, new_id
from standin.later import Later
from standin.objects import METHODS, Charge, Endpoint, Entry, Event, Intent, Json, Refund, Session
from standin.options import Options
from standin.post import Post


class Account:
    """The state behind the interface."""

    def __init__(self, options: Options) -> None:
        self.lock = threading.RLock()
        self.options = options
        self.clock = Clock(options.at)
        self.later = Later("standin-later")
        self.post = Post(options, self.clock)
        self.faults = Faults()
        self.methods: tuple[str, ...] = METHODS
        # Set by control: what becomes of the refunds from now on; "" is after the usual time.
        self.refunds_become = ""
        self.sessions: dict[str, Session] = {}
        self.intents: dict[str, Intent] = {}
        self.charges: dict[str, Charge] = {}
        self.refunds: dict[str, Refund] = {}
        self.entries: dict[str, Entry] = {}
        self.events: dict[str, Event] = {}
        self.endpoints: dict[str, Endpoint] = {}
        self.kept: dict[str, Kept] = {}
        if options.webhook_url:
            self.add_endpoint(options.webhook_url, options.webhook_secret, ("*",))

    def add_endpoint(self, url: str, secret: str, kinds: Iterable[str]) -> Endpoint:
        """An address that gets every event of these kinds from now on."""
        endpoint = Endpoint(new_id(ENDPOINT), self.clock.now(), url, secret, tuple(kinds))
        self.endpoints[endpoint.id] = endpoint
        return endpoint

    def tell(self, kind: str, about: Json) -> Event:
        """Notes that something happened and sends word of it."""
        event = Event(new_id(EVENT), self.clock.now(), kind, about)
        self.events[event.id] = event
        for endpoint in self.endpoints.values():
            if "*" in endpoint.kinds or kind in endpoint.kinds:
                self.post.take(event, endpoint)
        return event

    def close(self) -> None:
        """Stops both threads; nothing is sent any more."""
        self.later.close()
        self.post.round.close()
