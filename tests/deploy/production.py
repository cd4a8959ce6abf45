"""A production environment that is complete, and a process that starts with it or with something else."""

import base64
import os
import secrets
import subprocess
import sys
from collections.abc import Mapping

from tests.deploy.names import ROOT

COMPLETE = {
    "SECRET_KEY": secrets.token_urlsafe(64),
    "FIELD_KEYS": base64.urlsafe_b64encode(bytes(range(32))).decode(),
    "LOOKUP_KEY": secrets.token_urlsafe(64),
    "ALLOWED_HOSTS": "jishi.example",
    "SITE_URL": "https://jishi.example",
    "DATABASE_URL": "postgres://yanxing_app:secret@127.0.0.1:9/yanxing",
    "REDIS_URL": "redis://127.0.0.1:9/0",
    "EMAIL_HOST": "mail.example",
    "DEFAULT_FROM_EMAIL": "noreply@jishi.example",
    "SMS_PROVIDER": "console",
}


def start(changes: Mapping[str, str | None], *command: str) -> subprocess.CompletedProcess[str]:
    """Runs Python with the complete environment and these changes; None takes a name away."""
    environment = {name: value for name, value in {**COMPLETE, **changes}.items() if value is not None}
    return subprocess.run(
        [sys.executable, *command],
        env={
            **environment,
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def refusal(changes: Mapping[str, str | None]) -> str:
    """The last line of a start that fails; empty if it starts."""
    done = start(changes, "-c", "import config.settings.production")
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""
