"""T33: what serves has no rights over itself: another user, code that it cannot write, no shell, secrets for its eyes alone.

Of the images (tests/test_docker.py runs through the rest), of what the program makes on a disk, and of what it calls. Running
them needs Docker.

Zammad CVE-2026-102490 (service files run as root).
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

import pytest
import yaml

from api.kit import schema
from api.kit.db import Database
from api.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DOCKERFILE = (ROOT / "docker" / "Dockerfile").read_text(encoding="utf-8")
STAGES = {
    found[2]: found[0]
    for found in re.findall(r"((?:^|(?<=\n))FROM (\S+) AS (\w+)\n.*?)(?=\nFROM |\Z)", DOCKERFILE, re.S)
}
SHELLS = re.compile(
    r"os\.(system|popen|exec[lv]p?e?|spawn\w+)\(|shell\s*=\s*True|commands\.getoutput|pty\.spawn|\b(eval|exec)\("
)
STARTS = {"api/files/workbench/service.py", "api/kit/apart.py", "api/paper/documents/printing.py"}
"""The only files that start a process, each our own interpreter on our own program."""


def test_t33_images_serve_as_nobody_who_can_write_the_code() -> None:
    """Code is copied by root and left to root; the user has a number of its own and one folder of data."""
    assert set(STAGES) == {"build", "app", "web"}
    for name in ("app", "web"):
        user = re.search(r"^USER (\d+)", STAGES[name], re.M)
        assert user is not None
        assert int(user[1]) != 0, name
        assert not re.search(r"--chown|chmod|chown|\bsudo\b|setuid|NOPASSWD", STAGES[name]), name
        after = STAGES[name].partition(user[0])[2]
        assert "COPY" not in after, "nothing is laid down once it is the user's"
    assert "-m 0700 /var/lib/sibu" in STAGES["app"]
    assert "PYTHONDONTWRITEBYTECODE=1" in STAGES["app"]


def test_t33_containers_write_into_no_code() -> None:
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))["services"]
    for name, service in services.items():
        if name in ("db", "certificates"):
            continue
        assert service["read_only"] is True, name
        mounted = [str(volume).split(":")[1] for volume in service.get("volumes", []) if ":" in str(volume)]
        assert not [path for path in mounted if path.startswith(("/app", "/usr", "/etc/nginx", "/bin"))], name
        assert service.get("privileged") is None, name
        assert not [volume for volume in service.get("volumes", []) if "docker.sock" in str(volume)], name


def test_t33_the_program_calls_no_shell() -> None:
    called, started = [], set()
    for file in (ROOT / "api").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        name = str(file.relative_to(ROOT))
        called += [name] if SHELLS.search(text) else []
        started |= {name} if re.search(r"subprocess\.|multiprocessing|create_subprocess", text) else set()
    assert called == []
    assert started <= STARTS, "each start of a process is looked at"
    for name in started:
        assert "sys.executable" in (ROOT / name).read_text(encoding="utf-8"), name
        assert '"-I"' in (ROOT / name).read_text(encoding="utf-8"), name


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_t33_what_the_program_makes_is_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folder of data 0700, secrets 0600, even where everybody may read what is made; so is what lies in the folder."""
    monkeypatch.setenv("SIBU_DATA", str(tmp_path / "var"))
    for name in ("SIBU_SECRET", "SIBU_SECRET_FILE", "SIBU_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    before = os.umask(0)
    try:
        settings = Settings.read()
        db = Database(settings.database_url)
        schema.create_all(db)
        db.dispose()
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "var" / "secret").stat().st_mode) == 0o600
    assert (tmp_path / "var" / "sibu.db").exists()
