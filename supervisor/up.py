"""`make up`: everything the market needs, until it is told to stop."""

import json
import os
from collections.abc import Mapping

from supervisor.children import Child, stop_all, watch_all
from supervisor.debian import install_for_print
from supervisor.engines import Engines, engines
from supervisor.files import write_private
from supervisor.keys import demo_keys
from supervisor.lock import lock
from supervisor.places import VAR
from supervisor.ports import HOST, is_free, remembered, wanted_port
from supervisor.prepare import prepare
from supervisor.programs import Ports, programs, wait_for
from supervisor.signals import Told, pause
from supervisor.words import Stop, say

ADDRESSES = VAR / "addresses.json"
LOOK_SECONDS = 0.5


def up() -> int:
    """Runs until Ctrl-C or a signal; then nothing is left running.

    Raises:
        Stop: something cannot start, or keeps ending.
    """
    port = wanted_port()
    held = lock(VAR / "lock")
    if not is_free(port):
        raise Stop(
            f"端口 {port} 已被占用，可改用 PORT=8080 make up", f"port {port} is busy, try PORT=8080 make up"
        )
    try:
        install_for_print()
        keys = demo_keys(VAR / "keys.json")
        with engines(VAR, password=keys.pop("POSTGRES_PASSWORD"), is_durable=True) as running:
            _serve(running, keys, port)
    except Told:
        say("已全部停止", "all is stopped")
    finally:
        ADDRESSES.unlink(missing_ok=True)
        held.close()
    return 0


def _serve(running: Engines, keys: Mapping[str, str], port: int) -> None:
    # Who names a real Stripe's key gets no stand-in.
    has_stripe = bool(os.environ.get("STRIPE_API_BASE") or os.environ.get("STRIPE_SECRET_KEY"))
    standin = None if has_stripe else remembered(VAR / "standin-port.json", "standin")["standin"]
    ports = Ports(web=port, standin=standin)
    environment = _environment(keys, running.addresses, ports)
    prepare(environment)
    started: list[Child] = []

    def watch() -> None:
        watch_all([*running.children, *started])

    try:
        for program in programs(environment, ports):
            started.append(program)
            program.start()
        wait_for(environment, ports, meanwhile=watch)
        _greet(ports)
        while True:
            watch()
            pause(LOOK_SECONDS)
    finally:
        say("正在停止", "stopping")
        stop_all(started)


def _environment(keys: Mapping[str, str], addresses: Mapping[str, str], ports: Ports) -> dict[str, str]:
    """What the environment names wins: real servers and a real Stripe need nothing else changed."""
    own = {
        **keys,
        "SITE_URL": f"http://{HOST}:{ports.web}",
        "PORT": str(ports.web),
        "VAR_DIR": str(VAR),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
    }
    if ports.standin is not None:
        own["STRIPE_API_BASE"] = f"http://{HOST}:{ports.standin}"
    named = {name: value for name, value in os.environ.items() if value or name not in own}
    merged = {**own, **named, **addresses, "PYTHONUNBUFFERED": "1"}
    write_private(ADDRESSES, json.dumps({name: merged[name] for name in (*own, *addresses)}))
    return merged


def _greet(ports: Ports) -> None:
    address = f"http://{HOST}:{ports.web}/"
    say(f"雁行集市已启动：{address}", f"the market is up, in English: {address}en/")
    if ports.standin is not None:
        say("付款由 Stripe 替身完成", f"a stand-in takes the payments: http://{HOST}:{ports.standin}/")
    sign_ins = VAR / "demo-sign-ins.txt"
    if sign_ins.exists():
        print(sign_ins.read_text(encoding="utf-8"), flush=True)
    say("按 Ctrl-C 停止", "Ctrl-C stops it")
