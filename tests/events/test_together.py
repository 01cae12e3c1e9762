"""Each write has its facts in its transaction (P27): a fault in one leaves neither, whatever the verb."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from api import models
from api.events import log
from api.events.facts import Fact
from api.events.sequencer import Sequencer
from api.events.verify import verify
from api.kit import idempotency
from api.kit.db import Database
from tests.client import Api
from tests.world import World


class Fault(Exception):
    """Something breaks."""


def everything(db: Database) -> dict[str, Any]:
    """Every row of every table, but for what looking itself leaves behind."""
    with db.read() as conn:
        return {
            name: sorted(map(repr, conn.execute(select(table)).all()))
            for name, table in models.metadata.tables.items()
            if name not in ("throttle", "session")
        }


def writes(world: World) -> list[tuple[str, str, dict[str, Any]]]:
    """A creation, an edit of facts, a step of a workflow."""
    customer = world.customers["A1"]
    return [
        ("POST", "service-requests", {
            "channel": "counter", "customer_id": customer, "contact_id": world.contacts["A1"],
            "site_id": world.sites["A1"], "asset_id": world.assets["A1"], "subject": "读数漂移", "description": "从昨天起",
            "group": "hardware_repair", "fault_kind": "hardware", "third_party_accessory": False, "urgency": "normal",
        }),
        ("POST", "customers", {
            "kind": "company", "name": "清泉仪表公司",
            "contacts": [{"name": "王敏", "phones": [{"value": "13900008812"}]}],
            "sites": [{"label": "总部", "address": "北京市通州区张家湾镇光华路甲 18 号"}],
        }),
        ("PATCH", f"customers/{customer}", {"note": "常年客户"}),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("which", "where"),
    [(which, where) for which in range(3) for where in ("the fact", "after the fact")]
    + [(0, "the answer"), (1, "the answer")],  # an edit keeps no answer: If-Match makes its repeat safe
)
def test_p27_a_fault_leaves_neither_the_change_nor_the_fact(
    which: int, where: str, as_role: Callable[..., Api], db: Database, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_role("HL") if which < 2 else as_role("CO")
    method, path, body = writes(world)[which]
    headers = {"Idempotency-Key": "one"} | ({"If-Match": '"1"'} if method == "PATCH" else {})
    before = everything(db)
    record = log.record

    def broken(*arguments: Any, **named: Any) -> None:
        if where == "after the fact":
            record(*arguments, **named)
        raise Fault

    with monkeypatch.context() as patch:
        if where == "the answer":
            patch.setattr(idempotency, "remember", broken)
        else:
            patch.setattr(log, "record", broken)
        with pytest.raises(Fault):
            client.request(method, path, json=body, headers=headers)
    assert everything(db) == before
    answer = client.request(method, path, json=body, headers=headers)
    assert answer.status_code in (200, 201), answer.text
    after = everything(db)
    assert len(after["event"]) > len(before["event"]), "the same write, unbroken, does leave its fact"


def test_every_fact_written_over_http_is_known_and_chained(
    as_role: Callable[..., Api], db: Database, world: World
) -> None:
    """Its type is in the catalogue, its subject's version is the row's, and the chain takes it."""
    for which, (method, path, body) in enumerate(writes(world)):
        client = as_role("HL") if which < 2 else as_role("CO")
        headers = {"If-Match": '"1"'} if method == "PATCH" else {}
        assert client.request(method, path, json=body, headers=headers).status_code in (200, 201)
    event = models.events.Event.__table__  # type: ignore[attr-defined]
    with db.read() as conn:
        for row in conn.execute(select(event.c.type, event.c.subject, event.c.subject_id, event.c.personal_hash)):
            assert row.type in Fact.catalogue
            table = models.metadata.tables[row.subject]
            if "version" in table.c:
                top = select(func.max(event.c.subject_version)).where(event.c.subject_id == row.subject_id)
                stands = conn.execute(select(table.c.version).where(table.c.id == row.subject_id)).scalar()
                assert stands == conn.execute(top).scalar(), row
    Sequencer(db, "one").step()
    assert verify(db).whole
