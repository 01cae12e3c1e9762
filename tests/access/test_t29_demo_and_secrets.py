"""T29: nothing to sign in with comes with the program, and it does not start on a secret that could be guessed.

Real processes on a database of their own: set up, served, ended, served again. The demo fills only what is empty, is marked
for ever, and its passwords lie in a file that nobody else reads.

Odoo CVE-2021-45111 (demo users with known passwords).
"""

from __future__ import annotations

import os
import signal
import socket
import stat
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select

from alembic import command
from api import demo, models
from api.kit import schema
from api.kit.db import Database
from api.settings import BadSetting, Settings, check_secret
from tests import processes
from tests.live.server import until

FULL = os.environ.get("SIBU_TEST_COUNTS") == "full"
WEAK = (
    "", "x", "a" * 64, "0" * 64, "12" * 32, "0123456789" * 3, "password" * 8, "secret" * 10, "changeme" * 8, "change-me-" * 4,
    "sibusibusibusibusibusibusibusibusibu", "test" * 16, "example-secret-password-example-test",
    "qwertyqwertyqwertyqwertyqwerty12",
    "admin12345admin12345admin12345ad", "default-default-default-default-d", "SECRETsecretSECRETsecretSECRETsec", " " * 40,
    "abcabcabcabcabcabcabcabcabcabcabcabc", "short-but-random-9f3kq",
)  # fmt: skip
GUESSES = (
    ("admin", "admin"),
    ("admin", "password"),
    ("demo", "demo"),
    ("hl.bj01", "demo"),
    ("sa.zb", "sibu"),
    ("root", "root"),
)


def test_there_are_twenty() -> None:
    assert len(set(WEAK)) == 20


@pytest.mark.parametrize("secret", WEAK, ids=range(20))
def test_t29_a_weak_secret_starts_nothing(secret: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(BadSetting):
        check_secret(secret)
    file = tmp_path / "given"
    file.write_text(secret)
    monkeypatch.setenv("SIBU_DATA", str(tmp_path))
    monkeypatch.setenv("SIBU_SECRET_FILE", str(file))
    monkeypatch.delenv("SIBU_SECRET", raising=False)
    if secret.strip():  # nothing given is nothing weak: one is made
        with pytest.raises(BadSetting):
            Settings.read()


def test_t29_what_is_made_is_strong_and_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The secret that nobody gave, and the demo's password: random, and read by their owner alone, whatever the umask."""
    for name in ("SIBU_SECRET", "SIBU_SECRET_FILE", "SIBU_DEMO_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    made = []
    before = os.umask(0)
    try:
        for number in range(2):
            monkeypatch.setenv("SIBU_DATA", str(tmp_path / str(number)))
            settings = Settings.read()
            check_secret(settings.secret.decode())
            made.append((settings.secret, demo.password(settings)[0]))
            assert stat.S_IMODE(settings.data_dir.stat().st_mode) == 0o700
            for name in ("secret", "demo-password"):
                assert stat.S_IMODE((settings.data_dir / name).stat().st_mode) == 0o600, name
            assert (settings.host, demo.password(settings)[0]) == ("127.0.0.1", made[-1][1])
    finally:
        os.umask(before)
    assert len({secret for secret, _ in made}) == len({password for _, password in made}) == 2


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_t29_a_fresh_start_has_nothing_to_sign_in_with(tmp_path: Path) -> None:
    """Set up, served, ended and served again: no account, none by the API, and no demo on a database that is not empty."""
    port, said = free_port(), tmp_path / "said"
    plain = {name: value for name, value in os.environ.items() if not name.startswith("SIBU_")}
    env = plain | {"SIBU_DATA": str(tmp_path / "var"), "SIBU_PORT": str(port), "SIBU_WORKER": "off"}

    def done(*arguments: str, **more: str) -> int:
        process = processes.command(list(arguments), env | more, said)
        process.join(120)
        assert process.exitcode is not None
        return process.exitcode

    assert done("migrate", SIBU_SECRET=WEAK[6]) == 2
    assert done("serve") == 2, "not set up yet: it says so, and sets nothing up"
    db = Database(f"sqlite:///{tmp_path / 'var' / 'sibu.db'}")
    if FULL:
        assert done("migrate") == 0
    else:  # the same tables without walking through all revisions
        schema.create_all(db)
        command.stamp(schema.config(db), "head")
    accounts = select(func.count()).select_from(models.access.Account.__table__)
    address = f"http://127.0.0.1:{port}"
    for _ in range(2 if FULL else 1):
        process = processes.command(["serve"], env, said)
        try:
            until(lambda: answers(f"{address}/healthz"), "the server")
            for account, password in GUESSES:
                form = {"grant_type": "password", "username": account, "password": password, "client_type": "native"}
                assert httpx.post(f"{address}/api/v1/auth/token", data=form).status_code == 401
            assert httpx.get(f"{address}/api/v1/demo").status_code == 404
            for path in ("demo", "demo/fill", "demo/load", "demo/accounts", "install", "setup"):
                assert httpx.post(f"{address}/api/v1/{path}", json={}).status_code in (404, 405), path
            httpx.get(f"{address}/api/v1/customers", params={"q": "13900441234"})
        finally:
            os.kill(process.pid or 0, signal.SIGTERM)
            process.join(60)
        with db.read() as conn:
            assert conn.execute(accounts).scalar_one() == 0
    assert done("create-admin", "ops", "孙运维") == 0
    assert done("demo") == 2, "it fills only what is empty"
    with db.read() as conn:
        assert conn.execute(accounts).scalar_one() == 1
        assert not demo.is_demo(db)
    db.dispose()
    assert "13900441234" not in said.read_text(encoding="utf-8"), "no address is printed (T26)"


def answers(address: str) -> bool:
    try:
        return httpx.get(address).status_code == 200
    except httpx.TransportError:
        return False
