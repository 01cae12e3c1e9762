"""One worker of the benchmark in a process of its own: `python -m tests.bench.serve ours|fair|raw URL OPS.json`.

`ours` is the API as it is served. `fair` is a bare Starlette app that asks the same through SQLAlchemy Core, checks the
same token and answers the same JSON; `raw` asks by the driver, checks nothing. The product's own worker runs in none.
"""

from __future__ import annotations

import json
import random
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import uvicorn
from pydantic_core import to_json
from sqlalchemy.pool import PoolProxiedConnection
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from api.access import tokens
from api.kit.db import Database
from api.main import create_app, share_one_interpreter
from tests.bench import operations
from tests.bench.recording import Recording, recording, replay_core, replay_raw
from tests.bench.settings import settings


def app_of(kind: str, db: Database, url: str, ops: list[dict[str, Any]]) -> Any:
    """The app of this kind on this database."""
    return create_app(settings(url), db) if kind == "ours" else _bare(kind, db, url, ops)


def _bare(kind: str, db: Database, url: str, ops: list[dict[str, Any]]) -> Starlette:
    """The fair or the raw app: each operation is recorded once from ours and then replayed."""
    app = create_app(settings(url), db)
    client = TestClient(app, base_url="http://bench")
    system = app.state.sibu

    def route(op: dict[str, Any]) -> Route:
        targets = operations.share(op["targets"], kind)
        recorded, known = record(client, db, op, targets)
        body, writes = to_json(recorded.answer), recorded.write
        about = [(recorded.about(replaced), replaced) for replaced in _in_place_of(targets, known)]
        _see_the_same(kind, db, *about[-1])

        def handle(request: Request) -> Response:
            if kind == "fair":
                tokens.actor_of(system, request)
                with db.write() if writes else db.read() as conn:
                    rows = replay_core(conn, *random.choice(about))
                answer = to_json(recorded.answer)
            else:
                rows = _driver(db, *random.choice(about))
                answer = body
            assert rows is not None
            return Response(answer, op["status"], media_type="application/json")

        return Route(f"/{op['name']}{op['path']}", handle, methods=[op["method"]])

    return Starlette(routes=[route(op) for op in ops])


def _in_place_of(targets: Sequence[str], known: dict[str, operations.Kin]) -> list[dict[str, str]]:
    """For each target: what of the first one, which was recorded, is replaced by what of its own."""
    if not targets:
        return [{}]
    first = {"self": targets[0]} | known.get(targets[0], {})
    return [
        {first[name]: id for name, id in ({"self": target} | known.get(target, {})).items() if name in first}
        for target in targets
    ]


def _see_the_same(kind: str, db: Database, recorded: Recording, replaced: dict[str, str]) -> None:
    """A replay that changed other rows than ours, or none, would be measured for nothing."""
    changed: list[int | None] = []
    if kind == "fair":
        with recording(db) as again, db.write() if recorded.write else db.read() as conn:
            replay_core(conn, recorded, replaced)
        changed = again.changed
    else:
        _driver(db, recorded, replaced, changed)
    if changed != recorded.changed:
        raise AssertionError(f"ours changed {recorded.changed} rows, the {kind} replay {changed}")


def _driver(
    db: Database, recorded: Recording, replaced: dict[str, str], changed: list[int | None] | None = None
) -> list[dict[str, Any]]:
    engine = db.writer if recorded.write else db.reader
    pooled: PoolProxiedConnection = engine.raw_connection()
    try:
        connection = pooled.driver_connection
        assert connection is not None
        if db.is_sqlite:
            connection.execute("BEGIN IMMEDIATE" if recorded.write else "BEGIN")
        rows = replay_raw(connection, recorded, replaced, changed)
        connection.execute("COMMIT") if db.is_sqlite else connection.commit()
        return rows
    finally:
        pooled.close()


def record(
    client: TestClient, db: Database, op: dict[str, Any], targets: Sequence[str]
) -> tuple[Recording, dict[str, operations.Kin]]:
    """Run ours once warm, then once recorded; and what belongs to each target, as it was in between."""
    headers = {"Authorization": f"Bearer {op['token']}", "Accept-Language": "zh-CN"}
    if op["bodies"]:
        headers["Content-Type"] = "application/json"
    url = op["url"].replace(op["target"], targets[0]) if targets else op["url"]

    def ask(body: str | None) -> Any:
        answer = client.request(op["method"], url, content=body, headers=headers)
        assert answer.status_code == op["status"], f"{url}: {answer.status_code} {answer.text[:300]}"
        return answer.json()

    first, last = (op["bodies"][0], op["bodies"][-1]) if op["bodies"] else (None, None)
    ask(first)
    known = operations.kin(db, targets) if op["method"] != "GET" and targets else {}
    with recording(db) as found:
        found.answer = ask(last)
    return found, known


class Server(uvicorn.Server):
    """Serves an app on a free port of this machine; the bare apps' threads take turns as ours do."""

    def __init__(self, kind: str, app: Any, db: Database) -> None:
        options: dict[str, Any] = {"log_level": "warning", "access_log": False}
        super().__init__(uvicorn.Config(app, port=0, lifespan="on" if kind == "ours" else "off", **options))
        self.db = db
        self.port = 0

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        share_one_interpreter(self.db.is_sqlite)
        self.port = self.servers[0].sockets[0].getsockname()[1]
        self.ready()

    def ready(self) -> None:
        """Say where."""
        print(f"ready {self.port}", flush=True)


def main() -> None:
    """Serve until killed; prints `ready PORT` when it listens."""
    kind, url, file = sys.argv[1:4]
    db = Database(url)
    Server(kind, app_of(kind, db, url, json.loads(Path(file).read_text("utf-8"))), db).run()


if __name__ == "__main__":
    main()
