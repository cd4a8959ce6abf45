"""The demo's own keys, made once. Production refuses them: their names say what they are."""

import base64
import json
import secrets
from pathlib import Path

from supervisor.files import write_private
from supervisor.words import Stop


def demo_keys(path: Path) -> dict[str, str]:
    """The keys of this folder, readable by us alone.

    Raises:
        Stop: the file is damaged. It is never replaced: what its keys encrypted would be lost.
    """
    if not path.exists():
        keys = {
            "SECRET_KEY": f"demo-{secrets.token_urlsafe(48)}",
            "FIELD_KEYS": base64.urlsafe_b64encode(b"demo-" + secrets.token_bytes(27)).decode(),
            "LOOKUP_KEY": f"demo-{secrets.token_hex(32)}",
            "STRIPE_SECRET_KEY": f"sk_test_{secrets.token_hex(12)}",
            "STRIPE_WEBHOOK_SECRET": f"whsec_{secrets.token_hex(16)}",
            "POSTGRES_PASSWORD": secrets.token_urlsafe(24),
        }
        write_private(path, json.dumps(keys, indent=1))
    try:
        known: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise Stop(
            f"密钥文件 {path} 已损坏，请从备份恢复", f"{path} is damaged: restore it from a backup"
        ) from error
    return known
