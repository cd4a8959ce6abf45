"""The demo's own keys, made once. Production refuses them: their names say what they are."""

import json
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet


def demo_keys(path: Path) -> dict[str, str]:
    """The keys of this folder, readable by us alone."""
    if not path.exists():
        keys = {
            "SECRET_KEY": f"demo-{secrets.token_urlsafe(48)}",
            "FIELD_KEYS": Fernet.generate_key().decode(),
            "LOOKUP_KEY": f"demo-{secrets.token_hex(32)}",
            "STRIPE_SECRET_KEY": f"sk_test_{secrets.token_hex(12)}",
            "STRIPE_WEBHOOK_SECRET": f"whsec_{secrets.token_hex(16)}",
            "POSTGRES_PASSWORD": secrets.token_urlsafe(24),
        }
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(keys, file, indent=1)
    known: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return known
