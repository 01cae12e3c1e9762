"""Dispatchers in processes of their own, each with the whole API on the one database, who want the same thing at once."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from multiprocessing.connection import Connection as Pipe
from typing import Any

from api.kit.db import Database
from api.main import create_app
from api.settings import Settings
from tests.client import Api
from tests.processes import context


def run(settings: Settings, people: list[dict[str, Any]], rounds: int, opens: datetime) -> list[Counter[str]]:
    """What came of each round: `won`, `clash` (named), `late` (somebody was faster on the same order), or a surprise.

    `people` name account, password, own order, the order all share, and the engineer all want. In two rounds of three
    each assigns his own order to that engineer at times that overlap, in the third all assign the shared order.
    """
    barrier = context.Barrier(len(people))
    pipes, processes = [], []
    for person in people:
        ours, theirs = context.Pipe()
        process = context.Process(target=dispatch, args=(settings, person, rounds, opens, barrier, theirs), daemon=True)
        process.start()
        pipes.append(ours)
        processes.append(process)
    told = [pipe.recv() if pipe.poll(120 + rounds * 2) else ["silence"] * rounds for pipe in pipes]
    for process in processes:
        process.join(30)
    return [Counter(outcome) for outcome in zip(*told, strict=True)]


def dispatch(
    settings: Settings, person: dict[str, Any], rounds: int, opens: datetime, barrier: Any, pipe: Pipe
) -> None:
    """One dispatcher: waits for the others, assigns, and takes back what he won before the next round."""
    db = Database(settings.database_url, pool=2)
    told: list[str] = []
    try:
        with Api(create_app(settings, db)) as anonymous:
            api = anonymous.signed_in(person["account"], person["password"])
            for number in range(rounds):
                shared = number % 3 == 2
                path = f"work-orders/{person['shared'] if shared else person['own']}"
                starts = opens + timedelta(hours=8 * number, minutes=person["shift"] * (number % 2))
                wanted = {"employee_id": person["engineer"], "starts_at": starts.isoformat(), "duration_minutes": 60}
                barrier.wait(120)
                key = {"Idempotency-Key": f"contest-{number}"}
                answer = api.post(f"{path}/assign", json=wanted, headers=key)
                told.append(_outcome(answer))
                barrier.wait(120)
                if told[-1] == "won":
                    api.act(f"{path}/unassign", {"reason": "下一轮"})
    finally:
        pipe.send(told + ["ended"] * (rounds - len(told)))
        db.dispose()


def _outcome(answer: Any) -> str:
    told = answer.json()
    if answer.status_code == 200:
        return "won"
    if answer.status_code == 409 and told["type"] == "/problems/clash":
        return "clash" if told["clash"]["number"] and told["clash"]["starts_at"] else "unnamed"
    if answer.status_code == 409 and told["type"] == "/problems/transition-refused":
        return "late"
    return f"{answer.status_code} {told.get('type')} {told.get('detail')}"
