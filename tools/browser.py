"""Finds the Chromium that shows the pages in tests and in the gallery, and installs one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from bootstrap import FRONTEND, VENV, environment
from steps import run_step, say

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser_environment() -> dict[str, str]:
    """The environment for Playwright: ``CHROMIUM_PATH`` set to a browser that starts, or left to Playwright's own.

    :raises StepFailed: when there is no browser and none can be installed; the caller fails then, it never skips.
    """
    env = environment()
    found = _working_browser()
    if found is None:
        _install_browser()
        found = _working_browser()
    if found is None:
        env.pop("CHROMIUM_PATH", None)
    else:
        env["CHROMIUM_PATH"] = found
    _provide_chinese_fonts()
    return env


def _working_browser() -> str | None:
    for name in (os.environ.get("CHROMIUM_PATH"), *_NAMES, "/usr/bin/chromium"):
        path = shutil.which(name) if name else None
        if path and subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0:
            return path
    return None


def _install_browser() -> None:
    if _debian_root():
        _apt("Chromium and Chinese fonts (Debian's packages)", "chromium", "fonts-noto-cjk")
    else:
        # a download of its own, which Playwright then finds by itself
        argv = [str(VENV / "bin" / "npx"), "playwright", "install", "chromium"]
        run_step("Chromium (Playwright's download)", argv, cwd=FRONTEND, env=environment())


def _provide_chinese_fonts() -> None:
    """Without a Chinese font every picture shows boxes, and widths measured in tests are not those users see."""
    lister = shutil.which("fc-list")
    if lister and subprocess.run([lister, ":lang=zh-cn"], capture_output=True, check=False).stdout.strip():
        return
    if _debian_root():
        _apt("Chinese fonts (Debian's package)", "fonts-noto-cjk", "fontconfig")
    elif Path("/System/Library/Fonts").exists():
        return  # macOS has them and no fc-list
    else:
        say("  No Chinese font found: pictures will show boxes. On Debian or Ubuntu: apt-get install fonts-noto-cjk")


def _debian_root() -> bool:
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _apt(title: str, *packages: str) -> None:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run_step("Debian's package lists", ["apt-get", "update", "-qq"], env=env)
    run_step(title, ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages], env=env)
