"""Verbs on price lists: draft, change, fill, publish, withdraw, compare. Files come and go in `files.py`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete

from api.access import scope
from api.access.policy import P
from api.events import log
from api.kit.ids import new_id
from api.kit.numbering import next_number
from api.kit.pinyin import fold, name_key
from api.kit.problems import Invalid, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.price_lists import facts, queries, schemas
from api.money.price_lists.model import PriceItem, PriceList
from api.money.price_lists.workflow import STATES, WORKFLOW
from api.money.words import KINDS
from api.network.stations import queries as stations

_item = PriceItem.__table__  # type: ignore[attr-defined]
BASE = "/api/v1/price-lists"
COMPARED = ("kind", "name", "family", "model", "unit", "unit_price_fen")


def draft(unit: Unit, command: schemas.PriceListCreate) -> dict[str, Any]:
    """Begin a list, empty or as the change of another (R159).

    :raises Invalid: there is no list to begin from.
    """
    source = queries.ref(unit, command.from_id)
    if command.from_id and source is None:
        raise Invalid.field("/body/from_id", "unknown", Words("没有这张价目表", "There is no such list"))
    centre = stations.centre(unit)
    row = unit.insert(
        PriceList,
        id=command.id,
        created_by_id=unit.actor.employee_id,
        number=next_number(unit, "PL", centre.code if centre else "HQ", unit.today),
        name=command.name,
        customer_class=command.customer_class,
        starts_on=command.starts_on,
        ends_on=command.ends_on,
        status="draft",
        supersedes_id=command.from_id,
    )
    fact = facts.PriceListDrafted(
        number=row.number, starts_on=row.starts_on, customer_class=row.customer_class, ends_on=row.ends_on,
        from_id=command.from_id,
    )  # fmt: skip
    log.append(unit, row, fact)
    if command.from_id:
        copied = queries.all_items(unit, command.from_id)
        unit.insert_many(PriceItem, [item | {"id": new_id(), "price_list_id": row.id} for item in copied])
    return read(unit, row.id)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One list, what it follows and what follows it."""
    queries.visible(unit, id)
    found = queries.whole(unit, id)
    assert found is not None
    row = Row(PriceList.__table__, found)  # type: ignore[attr-defined]
    people = queries.people(unit, (found["created_by_id"], found["published_by_id"]))
    return queries.line(unit, found, WORKFLOW.label(found["status"], unit.locale)) | {
        "kinds": queries.kinds(unit, id),
        "supersedes": queries.ref(unit, found["supersedes_id"]),
        "superseded_by": queries.following(unit, found),
        "created_by": people.get(found["created_by_id"]),
        "published_by": people.get(found["published_by_id"]),
        "withdrawn_at": found["withdrawn_at"],
        "withdrawn_reason": found["withdrawn_reason"],
        "offered": WORKFLOW.offered(unit, row, BASE),
    }


def drafted(unit: Unit, id: str, permission: str = P.PRICE_LISTS_EDIT) -> Row:
    """The draft to be changed, held.

    :raises TransitionRefused: it is published; a change is a new list.
    """
    row = queries.one(unit, id)
    scope.demand(unit, permission, row)
    if row.status != "draft":
        words = Words("“{state}”的价目表不再改动，请另起一张", "A {state} list is not changed; begin a new one")
        raise TransitionRefused(
            words.format(state=Words(STATES[row.status].zh, STATES[row.status].en.lower())),
            offered=WORKFLOW.offered(unit, row, BASE),
        )
    return row


def change(unit: Unit, id: str, command: schemas.PriceListChange) -> dict[str, Any]:
    """Change a draft's name, class or period.

    :raises Invalid: it would end before it starts.
    """
    row = drafted(unit, id)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    for name in ("name", "starts_on"):
        if name in sent and sent[name] is None:
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    starts, ends = sent.get("starts_on", row.starts_on), sent.get("ends_on", row.ends_on)
    if ends is not None and ends < starts:
        raise Invalid.field("/body/ends_on", schemas.BACKWARDS.code, schemas.BACKWARDS.words)
    if sent:
        log.append(unit, row, facts.PriceListChanged(fields=sorted(sent)), **sent)
    return read(unit, id)


def put_items(unit: Unit, id: str, command: schemas.ItemsPut) -> dict[str, Any]:
    """Set all prices of a draft.

    :raises Invalid: a code stands twice.
    """
    row = drafted(unit, id)
    known: set[str] = set()
    for index, item in enumerate(command.items):
        if item.code in known:
            twice = Words("编码重复", "The code stands twice")
            raise Invalid.field(f"/body/items/{index}/code", "duplicate", twice)
        known.add(item.code)
    fill(unit, row, [item.model_dump() for item in command.items], "typed")
    return read(unit, id)


def fill(unit: Unit, row: Row, items: Sequence[dict[str, Any]], source: str) -> None:
    """Put these prices in the place of the draft's own."""
    told = counted(queries.all_items(unit, row.id), items)
    unit.conn.execute(delete(_item).where(_item.c.price_list_id == row.id))
    rows = [
        item | {"id": new_id(), "price_list_id": row.id, "position": position, "terms": terms(item)}
        for position, item in enumerate(items, start=1)
    ]
    unit.insert_many(PriceItem, rows)
    del told["unchanged"]
    log.append(unit, row, facts.PriceListFilled(source=source, items=len(rows), **told))


def counted(former: Sequence[dict[str, Any]], items: Sequence[dict[str, Any]]) -> dict[str, int]:
    """How many prices are new, different, the same, gone."""
    known = {item["code"]: item for item in former}
    same = [item for item in items if item["code"] in known and not _differs(known[item["code"]], item)]
    met = sum(1 for item in items if item["code"] in known)
    return {
        "added": len(items) - met, "changed": met - len(same), "unchanged": len(same), "removed": len(known) - met,
    }  # fmt: skip


def _differs(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return any(one[name] != other[name] for name in COMPARED)


def terms(item: dict[str, Any]) -> str:
    """What the search looks at: code, name, how it sounds, kind, product."""
    kind = KINDS[item["kind"]]
    parts = (
        item["code"],
        item["name"],
        name_key(item["name"]),
        kind.zh,
        name_key(kind.zh),
        item["model"],
        item["family"],
    )
    return fold(" ".join(part for part in parts if part))[:600]


def publish(unit: Unit, id: str, command: schemas.Nothing) -> dict[str, Any]:
    """Let the list hold from its first day on; it is never changed again, and what held before stays on file."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "publish", row, BASE)
    fact = facts.PriceListPublished(
        starts_on=row.starts_on, items=queries.count(unit, id), customer_class=row.customer_class
    )
    log.append(unit, row, fact, published_at=unit.now, published_by_id=unit.actor.employee_id, **changes)
    return read(unit, id)


def withdraw(unit: Unit, id: str, command: schemas.Because) -> dict[str, Any]:
    """Take the list out of force from today on, with the reason; it stays on file."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "withdraw", row, BASE)
    fact = facts.PriceListWithdrawn(reason=command.reason)
    log.append(unit, row, fact, withdrawn_at=unit.now, withdrawn_reason=command.reason, **changes)
    return read(unit, id)


def changes(unit: Unit, id: str, query: schemas.ChangesQuery) -> dict[str, Any]:
    """What is different from the list before, by code."""
    row = queries.visible(unit, id)
    against = queries.ref(unit, query.against_id or queries.before(unit, row))
    if query.against_id and against is None:
        raise Invalid.field("/query/against_id", "unknown", Words("没有这张价目表", "There is no such list"))
    if against is None:
        return {"against": None, "items": []}
    former = {item["code"]: item for item in queries.all_items(unit, against["id"])}
    present = {item["code"]: item for item in queries.all_items(unit, id)}
    different = []
    for code in sorted(former.keys() | present.keys()):
        old, new = former.get(code), present.get(code)
        if old and new and not _differs(old, new):
            continue
        shown = new or old
        assert shown is not None
        different.append(
            {
                "code": code, "name": shown["name"], "kind": shown["kind"], "kind_label": unit.say(KINDS[shown["kind"]]),
                "unit": shown["unit"], "former_fen": old and old["unit_price_fen"],
                "new_fen": new and new["unit_price_fen"],
            }
        )  # fmt: skip
    return {"against": against, "items": different}
