"""One server of the benchmark in a process of its own: `python -m tests.bench.serve ours|fair|raw URL PORT OPS.json`.

`ours` is the API as it is served. `fair` is a bare Starlette app that asks the same through SQLAlchemy Core, checks the
same token and answers the same JSON; `raw` asks by the driver, checks nothing. The worker runs in none of them.
"""

from __future__ import annotations

import json
import random
import sys
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
from api.settings import Settings
from tests.bench.recording import Recording, recording, replay_core, replay_raw

SECRET = b"bench-0123456789-abcdefghijklmnopqrstuvwxyz"


def settings(url: str) -> Settings:
    """Cheap passwords, no worker."""
    return Settings(
        database_url=url, data_dir=Path("/nonexistent"), secret=SECRET, worker=False, password_memory_kib=64
    )


def bare(kind: str, db: Database, ops: dict[str, Any]) -> Starlette:
    """The fair or the raw app: each operation is recorded once from ours and then replayed."""
    app = create_app(settings(ops["url"]), db)
    client = TestClient(app, base_url="http://bench")
    system = app.state.sibu

    def route(name: str, op: dict[str, Any]) -> Any:
        recorded = record(client, db, op)
        body = to_json(recorded.answer)
        targets = op.get("targets") or []

        def handle(request: Request) -> Response:
            if kind == "fair":
                tokens.actor_of(system, request)
            replaced = {op["target"]: random.choice(targets)} if targets else {}
            if kind == "fair":
                with db.write() if recorded.write else db.read() as conn:
                    rows = replay_core(conn, recorded, replaced)
                answer = to_json(recorded.answer)
            else:
                rows = _driver(db, recorded, replaced)
                answer = body
            assert rows is not None
            return Response(answer, op["status"], media_type="application/json")

        return Route(op["path"], handle, methods=[op["method"]])

    return Starlette(routes=[route(name, op) for name, op in ops["operations"].items()])


def _driver(db: Database, recorded: Recording, replaced: dict[str, str]) -> list[Any]:
    engine = db.writer if recorded.write else db.reader
    pooled: PoolProxiedConnection = engine.raw_connection()
    try:
        connection = pooled.driver_connection
        assert connection is not None
        if db.is_sqlite:
            connection.execute("BEGIN IMMEDIATE" if recorded.write else "BEGIN")
        rows = replay_raw(connection, recorded, replaced)
        connection.execute("COMMIT") if db.is_sqlite else connection.commit()
        return rows
    finally:
        pooled.close()


def record(client: TestClient, db: Database, op: dict[str, Any]) -> Recording:
    """Run ours once warm, then once recorded."""
    headers = {"Authorization": f"Bearer {op['token']}", "Accept-Language": "zh-CN"}
    if op.get("body"):
        headers["Content-Type"] = "application/json"
    answer = None
    with recording(db):
        client.request(op["method"], op["url"], content=op.get("body"), headers=headers)
    with recording(db) as found:
        answer = client.request(op["method"], op["url"], content=op.get("again") or op.get("body"), headers=headers)
    assert answer.status_code == op["status"], f"{op['url']}: {answer.status_code} {answer.text[:300]}"
    found.answer = answer.json()
    return found


def main() -> None:
    """Serve until killed; prints `ready` when it listens."""
    kind, url, port, file = sys.argv[1:5]
    ops = json.loads(Path(file).read_text("utf-8"))
    db = Database(url)
    app = create_app(settings(url), db) if kind == "ours" else bare(kind, db, ops | {"url": url})
    config = uvicorn.Config(
        app, port=int(port), log_level="warning", access_log=False, lifespan="on" if kind == "ours" else "off"
    )

    class Server(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            share_one_interpreter(db.is_sqlite)  # the bare routes take turns as ours do
            print("ready", flush=True)

    Server(config).run()


if __name__ == "__main__":
    main()
