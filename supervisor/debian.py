"""System packages that make pages and tests complete; without them the market still runs."""

import ctypes.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from supervisor.commands import last_line, run
from supervisor.places import VAR
from supervisor.words import say

FOR_PRINT = ("libpango-1.0-0", "libpangoft2-1.0-0", "fonts-noto-cjk")
FOR_BROWSER = ("chromium", "fonts-noto-cjk")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def install_for_print() -> None:
    """As root on Debian installs what print pages need; elsewhere names what is missing."""
    if _can_install():
        _install(FOR_PRINT)
        return
    missing = [] if ctypes.util.find_library("pango-1.0") else ["Pango"]
    if not _has_chinese_font():
        missing.append("Noto Sans CJK")
    if missing:
        say(
            f"缺少 {'、'.join(missing)}，打印页保持 HTML",
            f"missing: {', '.join(missing)}; print pages stay HTML (Debian: {' '.join(FOR_PRINT)})",
        )


def install_browser() -> str | None:
    """The path of Chromium, installed first where we may; None with one line how to get it elsewhere."""
    if _can_install():
        _install(FOR_BROWSER)
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        say(
            "未找到 Chromium，浏览器测试将跳过；安装方法：",
            f"no Chromium, browser tests are skipped; on Debian: apt-get install {' '.join(FOR_BROWSER)}",
        )
    return found


def _has_chinese_font() -> bool:
    """True also where nobody can tell."""
    if (lister := shutil.which("fc-list")) is None:
        return True
    return bool(subprocess.run([lister, ":lang=zh"], capture_output=True, check=False).stdout.strip())


def _can_install() -> bool:
    return os.geteuid() == 0 and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def _is_installed(package: str) -> bool:
    asked = ["dpkg-query", "--show", "--showformat=${db:Status-Status}", package]
    return subprocess.run(asked, capture_output=True, check=False).stdout == b"installed"


def _install(packages: Sequence[str]) -> None:
    missing = [name for name in packages if not _is_installed(name)]
    if not missing:
        return
    names = " ".join(missing)
    log = VAR / "packages.log"
    say(f"正在安装系统包 {names}", f"installing {names}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # A refresh may fail for one foreign source while the lists at hand are good enough.
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", *missing]):
        with log.open("wb") as output:
            code = run(["apt-get", *command], environment=environment, output=output)
    if code:
        say(
            f"系统包安装失败，继续；详见 {log}",
            f"could not install {names}, going on without: {last_line(log)}",
        )
