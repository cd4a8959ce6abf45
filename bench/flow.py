"""What the market's `flow/` costs without HTTP, asked of a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from bench.crowds import Crowd
from bench.timing import Figure
from supervisor.places import ROOT
from supervisor.words import Stop


@dataclass(frozen=True, slots=True)
class ThroughFlow:
    """A purchase of three goods, its placing step, the statements of that step, and the race for the last ten."""

    purchase: Figure
    placing: Figure
    statements: int
    race: Crowd
    sold: int


def through_flow(
    settings: Mapping[str, str], *, rounds: int, purchases: int, race_product: int
) -> ThroughFlow:
    """Runs it.

    Raises:
        Stop: it failed.
    """
    command = [sys.executable, "-m", "bench.market", "through_flow", "--rounds", str(rounds)]
    command += ["--purchases", str(purchases), "--race-product", str(race_product)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Stop(f"flow 测量失败：{done.stderr[-500:]}", f"measuring flow failed: {done.stderr[-500:]}")
    said = json.loads(done.stdout.strip().splitlines()[-1])
    return ThroughFlow(
        purchase=Figure(*said["purchase"]),
        placing=Figure(*said["placing"]),
        statements=said["statements"],
        race=Crowd(
            placed=said["race"]["placed"], refused=said["race"]["refused"], errors=said["race"]["errors"]
        ),
        sold=said["race"]["sold"],
    )
