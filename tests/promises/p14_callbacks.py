"""Callbacks doubled, shuffled and sent by eight processes at once: each has one effect (T18, T30)."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection as Pipe
from typing import Any

from sqlalchemy import func, insert, select

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from api.main import create_app
from api.settings import Settings
from tests.client import Api
from tests.money.steps import consented, tell
from tests.processes import context
from tests.promises.ground import SECRET, Ground
from tests.world import BORN, World

SENDERS = 8
"""Processes at full counts; with few callbacks a third of them."""
_payment, _posting = models.payments.Payment.__table__, models.ledger.Posting.__table__


def run(ground: Ground, wanted: int, seed: int) -> dict[str, Any]:
    """So many callbacks, every fifth a chargeback that may come before its payment; each sent two or three times."""
    with ground.database() as db:
        payments = charges(db, ground.world, wanted - wanted // 5)
    told = [
        ("payment.succeeded", f"p-{id}", {"payment_id": id, "amount_fen": 100, "transaction_id": f"t-{id}"})
        for id in payments
    ]
    told += [
        ("refund.succeeded", f"r-{id}", {"payment_id": id, "amount_fen": 40, "transaction_id": f"c-{id}"})
        for id in payments[: wanted // 5]
    ]
    chance = random.Random(seed)
    sent = [each for each in told for _ in range(chance.choice((2, 3)))]
    chance.shuffle(sent)
    settings = Settings(
        database_url=ground.url, data_dir=ground.folder, secret=SECRET.encode(), worker=False, revisions=False,
        password_memory_kib=64,
    )  # fmt: skip
    crowd = SENDERS if wanted >= 1000 else SENDERS // 3
    answers = _send(settings, [sent[number::crowd] for number in range(crowd)])
    with ground.database() as db:
        wrong = judge(db, payments, wanted // 5)
    odd = {answer: number for answer, number in answers.items() if answer != "200"}
    return {
        "callbacks": len(told),
        "sent": len(sent),
        "answers": dict(answers),
        "wrong": wrong + [f"answered {odd}"] * bool(odd),
    }


def charges(db: Database, world: World, number: int) -> list[str]:
    """So many charges on a few cases that wait for their customers."""
    ids: list[str] = []
    with db.write() as conn:
        cases = [consented(conn, world, "B1") for _ in range(8)]
        now = datetime.now(UTC)
        for index in range(number):
            ids.append(new_id())
            row = {
                "id": ids[-1], "version": 1, "created_at": BORN, "number": f"PM-{ids[-1]}", "purpose": "project",
                "station_id": world.stations["B1"], "customer_id": world.customers["B1"], "case_id": cases[index % 8],
                "way": "wechat", "amount_fen": 100, "status": "pending", "provider": "sandbox",
                "collected_by_id": world.employees["FE@B1"], "expires_at": now + timedelta(minutes=15),
            }  # fmt: skip
            conn.execute(insert(_payment), row)
    return ids


def _send(settings: Settings, shares: list[list[Any]]) -> Counter[str]:
    barrier = context.Barrier(len(shares))
    pipes, processes = [], []
    for share in shares:
        ours, theirs = context.Pipe()
        process = context.Process(target=send, args=(settings, share, barrier, theirs), daemon=True)
        process.start()
        pipes.append(ours)
        processes.append(process)
    answers: Counter[str] = Counter()
    for pipe in pipes:
        answers.update(pipe.recv() if pipe.poll(600) else ["silence"])
    for process in processes:
        process.join(30)
    return answers


def send(settings: Settings, share: list[Any], barrier: Any, pipe: Pipe) -> None:
    """One sender: signs and sends its share, and sends again what was not taken, as providers do."""
    db = Database(settings.database_url, pool=2)
    told: list[str] = []
    try:
        with Api(create_app(settings, db)) as api:
            barrier.wait(120)
            for kind, event, data in share:
                for _ in range(5):
                    answer = tell(api, kind, data, event)
                    if answer.status_code != 503:
                        break
                told.append(str(answer.status_code))
    finally:
        pipe.send(told + ["ended"] * (len(share) - len(told)))
        db.dispose()


def judge(db: Database, payments: list[str], refunded: int) -> list[str]:
    """What did not take effect exactly once."""
    wrong = []
    with db.read() as conn:
        for kind, number in (("collected", len(payments)), ("refund", refunded), ("refund_paid", refunded)):
            mine = select(_posting.c.payment_id).where(_posting.c.kind == kind, _posting.c.payment_id.in_(payments))
            found = list(conn.execute(mine).scalars())
            if len(found) != number or len(set(found)) != number:
                wrong.append(f"{kind}: {len(found)} effects on {len(set(found))} payments, not {number}")
        status = dict(
            conn.execute(
                select(_payment.c.status, func.count()).where(_payment.c.id.in_(payments)).group_by(_payment.c.status)
            ).all()
        )  # type: ignore[arg-type]
        if status != {"collected": len(payments)}:
            wrong.append(f"payments are {status}")
    return wrong
