"""The account that servers run as. PostgreSQL refuses to run as root."""

import os
import pwd
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """Numbers for `subprocess`; None leaves them as they are. Root's groups are given up with its name."""

    user: int | None = None
    group: int | None = None
    extra_groups: Sequence[int] | None = None


OURS = Account()
UNPRIVILEGED = "nobody"


def server_account() -> Account:
    """Ours, unless we are root."""
    if os.geteuid() != 0:
        return OURS
    known = pwd.getpwnam(UNPRIVILEGED)
    return Account(user=known.pw_uid, group=known.pw_gid, extra_groups=())
