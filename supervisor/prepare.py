"""What is done before the market starts: database, static files, demo."""

import os
from collections.abc import Mapping

from supervisor.commands import last_line, run_python
from supervisor.places import VAR
from supervisor.words import Stop, say

OFF = {"0", "false", "off", "no", ""}


def prepare(environment: Mapping[str, str]) -> None:
    """Brings all up to date; twice does no harm.

    Raises:
        Stop: a step failed; its last words are in the message, the rest in the log.
    """
    say("正在准备数据库和演示数据", "preparing the database and the demo")
    steps = [
        ["-m", "tools.messages", "compile"],
        ["manage.py", "migrate", "--verbosity", "0"],
        ["manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
    ]
    if os.environ.get("IS_DEMO", "1").lower() not in OFF:
        steps.append(["manage.py", "load_demo"])
    log = VAR / "prepare.log"
    for step in steps:
        with log.open("wb") as output:
            code = run_python(step, environment=environment, output=output)
        if code:
            raise Stop(
                f"准备失败：{' '.join(step)}，详见 {log}",
                f"preparing failed, see the log: {last_line(log)}",
            )
