"""Set-up and checks: what a newcomer's first minutes stand on."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import bootstrap  # noqa: E402 - tools run as scripts and find one another in their own folder
import check  # noqa: E402
import steps  # noqa: E402

PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14", "python3", "python")


def pins(lock: str) -> dict[str, str]:
    found = re.findall(r"^([a-z0-9._-]+)==([^\s;\\]+)", (ROOT / lock).read_text(encoding="utf-8"), re.M)
    return dict(found)


# -- the locks -------------------------------------------------------------------------------------------------


def test_both_locks_hold_the_same_versions() -> None:
    everything, serving = pins("requirements-dev.lock"), pins("requirements.lock")
    assert {name: everything.get(name) for name in serving} == serving


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    serving = [*project["project"]["dependencies"], *groups["build"]]
    names = {lock: set(pins(lock)) for lock in ("requirements.lock", "requirements-dev.lock")}
    for wanted, lock in [(serving, "requirements.lock"), ([*serving, *groups["dev"]], "requirements-dev.lock")]:
        asked = {re.split(r"[\[<>=~; ]", line)[0] for line in wanted}
        assert asked <= names[lock]


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_has_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    for block in re.split(r"^(?=[a-z0-9])", text, flags=re.M)[1:]:
        assert "--hash=sha256:" in block
    assert "://" not in text


# -- finding Python --------------------------------------------------------------------------------------------


@pytest.fixture
def empty_path(tmp_path: Path) -> Iterator[Path]:
    """A folder that is the whole PATH; the launcher needs nothing else but the shell."""
    folder = tmp_path / "bin with space"
    folder.mkdir()
    return folder


def launch(path: Path) -> subprocess.CompletedProcess[str]:
    argv = ["/bin/sh", str(ROOT / "tools" / "python"), "-c", "print('started')"]
    return subprocess.run(argv, env={"PATH": str(path)}, capture_output=True, text=True)


def program(folder: Path, name: str, script: str) -> None:
    target = folder / name
    target.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    target.chmod(target.stat().st_mode | stat.S_IXUSR)


def test_without_any_python_the_launcher_says_what_is_missing(empty_path: Path) -> None:
    result = launch(empty_path)
    assert result.returncode == 1
    assert "Python 3.11 or newer" in result.stderr


def test_a_shim_without_a_python_behind_it_is_passed_over(empty_path: Path) -> None:
    program(empty_path, "python3.13", "echo 'shim: command not found' >&2; exit 127")
    program(empty_path, "python3", f'exec "{sys.executable}" "$@"')
    result = launch(empty_path)
    assert (result.returncode, result.stdout) == (0, "started\n")


def test_an_old_python_is_refused(empty_path: Path) -> None:
    for name in PYTHONS:
        program(empty_path, name, "exit 1")
    assert "Python 3.11 or newer" in launch(empty_path).stderr


def test_a_python_without_venv_names_the_package_to_install(empty_path: Path) -> None:
    script = f'case "$2" in *ensurepip*) exit 1 ;; esac; exec "{sys.executable}" "$@"'
    program(empty_path, "python3", script)
    program(empty_path, "id", "echo 1000")
    result = launch(empty_path)
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    assert (result.returncode, f"apt-get install python{version}-venv" in result.stderr) == (1, True)


# -- steps -----------------------------------------------------------------------------------------------------


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "log" / "setup.log"
    monkeypatch.setattr(steps, "LOG", path)
    return path


def test_a_failed_step_tells_its_exit_and_last_lines(log: Path) -> None:
    argv = [sys.executable, "-c", "import sys; print('no such package'); sys.exit(3)"]
    with pytest.raises(steps.StepFailed, match=r"Packages: failed after \d+ s \(exit 3\).*\n.*no such package"):
        steps.run_step("Packages", argv)
    assert "no such package" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "advice"),
    [("OSError: [Errno 28] No space left on device", "disk is full"), ("npm error code ENOTFOUND", "online")],
)
def test_a_known_cause_comes_with_advice(log: Path, line: str, advice: str) -> None:
    with pytest.raises(steps.StepFailed, match=advice):
        steps.run_step("Packages", [sys.executable, "-c", f"import sys; sys.exit({line!r})"])


def test_a_command_that_is_not_there_is_named(log: Path) -> None:
    with pytest.raises(steps.StepFailed, match="could not start /nonexistent"):
        steps.run_step("Packages", ["/nonexistent/program"])


def test_a_long_step_shows_that_it_is_alive(
    log: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "_HEARTBEAT_SECONDS", 0.05)
    argv = [sys.executable, "-c", "import sys; sys.stdin.read(); import time; time.sleep(0.5)"]
    steps.run_step("Frontend build", argv)
    shown = capsys.readouterr().out
    assert "Frontend build … 0 s so far" in shown
    assert re.search(r"Frontend build: done in \d s", shown)


def test_a_stamp_holds_until_what_it_was_made_from_changes(tmp_path: Path) -> None:
    path = tmp_path / "stamp"
    first = bootstrap._Stamp(path, bootstrap._digest([b"ab", b"c"]))
    assert not first.holds
    first.set()
    assert first.holds
    assert not bootstrap._Stamp(path, bootstrap._digest([b"a", b"bc"])).holds


def test_the_installer_is_taken_by_its_hash() -> None:
    block = bootstrap._locked("uv")
    assert re.match(r"uv==[\d.]+ \\\n\s+--hash=sha256:", block)
    assert "via" not in block


# -- checks ----------------------------------------------------------------------------------------------------


def python_check(name: str, source: str) -> check.Check:
    return check.Check(name, "", (sys.executable, "-c", source), env=lambda: dict(os.environ))


def test_all_checks_run_and_one_failure_fails_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    bad, missing = python_check("bad", "raise SystemExit(5)"), check.Check("missing", "", ("/nonexistent",))
    assert check._run_all([bad, missing, python_check("good", "")]) == 1
    shown = capsys.readouterr().out
    assert "missing could not run" in shown
    assert shown.splitlines()[-1] == "1 passed, 2 failed"


def test_a_run_without_failures_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert check._run_all([python_check("good", "")]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 passed, 0 failed"


def test_neighbours_run_at_the_same_time_and_both_are_shown(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Each waits for a file that only the other makes, so that running them in turn would never end."""
    source = (
        "import pathlib, sys, time\n"
        "mine, other = map(pathlib.Path, {names!r})\n"
        "mine.touch()\n"
        "while not other.exists(): time.sleep(0.02)\n"
        "print('met', mine.name)\n"
        "sys.exit(mine.name == 'b')"
    )
    names = [str(tmp_path / "a"), str(tmp_path / "b")]
    both = [python_check(n[-1], source.format(names=pair)) for n, pair in zip(names, (names, names[::-1]), strict=True)]
    assert check._run_all([replace(one, beside="pytest") for one in both]) == 1
    shown = capfdbinary.readouterr().out.decode()
    assert shown.index("met a") < shown.index("── a passed") < shown.index("met b") < shown.index("── b FAILED")
    assert shown.splitlines()[-1] == "1 passed, 1 failed"


def test_a_check_that_cannot_get_its_browser_fails(capsys: pytest.CaptureFixture[str]) -> None:
    def no_browser() -> dict[str, str]:
        raise steps.StepFailed("no Chromium")

    browser = check.Check("browser", "", (sys.executable, "-c", ""), env=no_browser)
    assert check._run_all([browser]) == 1
    assert "no Chromium" in capsys.readouterr().out


# -- the repository --------------------------------------------------------------------------------------------


def test_the_repository_names_neither_a_machine_nor_a_registry() -> None:
    """What is committed works anywhere: no path of one machine, no address of one package host."""
    machine = "|".join(f"/work/{name}" for name in ("main", "wt", "plan", "shared", "venv", ".library"))
    hosts = "|".join(rf"{name}\.{end}" for name, end in [("pypi", "org"), ("npmjs", "org"), ("npmmirror", "com")])
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    found = []
    for name in listed.split("\0"):
        path = ROOT / name
        if name and path.is_file() and (match := re.search(rf"{machine}|{hosts}", path.read_text("utf-8", "replace"))):
            found.append(f"{name}: {match.group()}")
    assert found == []
