"""`python -m standin --port N [--webhook-url U --webhook-secret S]`."""

import argparse
import os
import signal
import sys
from types import FrameType

from standin.app import App
from standin.guards import reason_to_refuse
from standin.options import Options
from standin.server import HOST, server_for


def main(arguments: list[str]) -> int:
    """Serves until it is told to stop."""
    parser = argparse.ArgumentParser(prog="standin", description="Speaks Stripe's HTTP interface.")
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--webhook-url", default="")
    parser.add_argument("--webhook-secret", default="")
    asked = parser.parse_args(arguments)
    if bool(asked.webhook_url) != bool(asked.webhook_secret):
        parser.error("--webhook-url and --webhook-secret go together")
    if reason := reason_to_refuse(os.environ):
        sys.stderr.write(f"standin: {reason}\n")
        return 1
    app = App(Options(webhook_url=asked.webhook_url, webhook_secret=asked.webhook_secret))
    try:
        server = server_for(app, asked.port)
    except OSError:
        sys.stderr.write(f"standin: port {asked.port} cannot be used\n")
        return 1
    signal.signal(signal.SIGTERM, _stop)
    sys.stdout.write(f"standin: http://{HOST}:{server.port}/\n")
    sys.stdout.flush()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        app.close()
        server.server_close()
    return 0


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


sys.exit(main(sys.argv[1:]))
