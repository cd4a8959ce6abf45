"""Debian packages that make pages and tests complete; without them the market still runs."""

import ctypes.util
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from supervisor.words import say

FOR_PRINT = ("libpango-1.0-0", "libpangoft2-1.0-0", "fonts-noto-cjk")
FOR_BROWSER = ("chromium", "fonts-noto-cjk")


def install_for_print() -> None:
    """As root on Debian installs what print pages need; elsewhere names what is missing."""
    if _can_install():
        _install(FOR_PRINT)
    elif ctypes.util.find_library("pango-1.0") is None:
        say(
            "缺少 Pango，打印页保持 HTML",
            f"Pango is missing, print pages stay HTML (Debian: {' '.join(FOR_PRINT)})",
        )


def install_browser() -> str | None:
    """The path of Chromium, installed first where we may; None with one line how to get it elsewhere."""
    if shutil.which("chromium") is None and _can_install():
        _install(FOR_BROWSER)
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        say("未找到 Chromium，浏览器测试将跳过", "no Chromium: install `chromium`; browser tests are skipped")
    return found


def _can_install() -> bool:
    return os.geteuid() == 0 and Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def _install(packages: Sequence[str]) -> None:
    missing = [
        name
        for name in packages
        if subprocess.run(["dpkg", "-s", name], capture_output=True, check=False).returncode
    ]
    if not missing:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *missing]):
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        if done.returncode:
            say("系统包安装失败，继续启动", f"could not install {' '.join(missing)}, going on without")
            return
