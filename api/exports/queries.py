"""Every SELECT on exports."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true

from api.access import scope
from api.access.policy import P
from api.exports import filters, schemas
from api.exports.columns import list_at
from api.exports.labels import label
from api.exports.model import Export
from api.exports.workflow import WORKFLOW
from api.kit import clock, listing, phones
from api.kit.listing import Order
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station

_export = Export.__table__  # type: ignore[attr-defined]
_asker = Employee.__table__.alias("asker")  # type: ignore[attr-defined]
_approver = Employee.__table__.alias("approver")  # type: ignore[attr-defined]
_person = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
STARTED = ("queued", "running")
_ORDERS = {"-created_at": Order(_export.c.created_at, _export.c.id, descending=True, of=listing.moment)}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of exports that the caller may see: that they were made, never what is in them."""
    return scope.visible(unit, P.EXPORTS_VIEW, Export)


def visible(unit: Unit, id: str) -> Row:
    """The export, if the caller may see it."""
    return unit.one(Export, _export.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end and checked against `If-Match`."""
    return unit.one(Export, _export.c.id == id, seen(unit), lock=True)


def own(unit: Unit, id: str) -> Row:
    """The caller's own export.

    :raises NotFound: there is none of his.
    """
    if unit.actor.employee_id is None:
        raise NotFound
    return unit.one(Export, _export.c.id == id, _export.c.asked_by_id == unit.actor.employee_id)


def for_work(unit: Unit, id: str, *, lock: bool = False) -> Row | None:
    """The export for the job that writes it, whose caller is the system."""
    statement = select(*_export.c).where(_export.c.id == id)
    found = unit.first(statement.with_for_update() if lock else statement)
    return None if found is None else Row(_export, found)


def past(unit: Unit, before: datetime, limit: int) -> list[dict[str, Any]]:
    """Exports whose file has served its time."""
    return unit.rows(
        select(_export.c.id, _export.c.status, _export.c.digest)
        .where(_export.c.status == "done", _export.c.expires_at <= before)
        .order_by(_export.c.expires_at)
        .limit(limit)
    )


def left(unit: Unit, before: datetime, limit: int) -> list[dict[str, Any]]:
    """Exports that went to the job before then and that it never ended, or that ended and may still have bytes."""
    since = func.coalesce(_export.c.decided_at, _export.c.created_at, type_=_export.c.created_at.type)
    bytes_ = and_(_export.c.status.in_(("failed", "refused", "cancelled")), _export.c.digest.is_not(None))
    return unit.rows(
        select(_export.c.id, _export.c.status, _export.c.digest)
        .where(since < before, or_(_export.c.status.in_(STARTED), bytes_))
        .order_by(_export.c.id)
        .limit(limit)
    )


def _selected() -> Select[Any]:
    return (
        select(
            *_export.c, _asker.c.name.label("asker_name"), _approver.c.name.label("approver_name"),
            _station.c.code.label("station_code"), _station.c.name.label("station_name"),
        )
        .join(_asker, _asker.c.id == _export.c.asked_by_id)
        .join(_station, _station.c.id == _export.c.station_id)
        .outerjoin(_approver, _approver.c.id == _export.c.approved_by_id)
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One export as `ExportRead`.

    :raises NotFound: none, or none that this caller may see.
    """
    found = unit.first(_selected().where(_export.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    more = _filters(unit, found) | {"offered": WORKFLOW.offered(unit, Row(_export, found), "/api/v1/exports")}
    return _row(unit, found) | more


def _filters(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """To their asker whole; to others who see the list with numbers masked; to the rest only that there are some."""
    edge, asked = list_at(row["path"]), dict(row["query"])
    own = row["asked_by_id"] == unit.actor.employee_id
    sees = edge is not None and unit.actor.holds(edge.permission)
    words = filters.told(unit, edge, asked, whole=own, seen=sees) if edge else []
    if not own:
        asked = {name: phones.masked_in(value) if sees else phones.HIDDEN for name, value in asked.items()}
    return {"query": asked, "filters": words}


def freely(unit: Unit, person: str, paths: list[str], besides: str | None) -> int:
    """How many rows of these lists went out today, or are about to, by this person's own will.

    His row is held until the end, so that two files asked for at once count each other.
    """
    unit.conn.execute(select(_person.c.id).where(_person.c.id == person).with_for_update(key_share=True))
    rows = unit.rows(
        select(_export.c.status, _export.c.total, _export.c.written).where(
            _export.c.asked_by_id == person, _export.c.created_at >= clock.midnight(unit.today),
            _export.c.path.in_(paths), ~_export.c.needs_approval, true() if besides is None else _export.c.id != besides,
            _export.c.status.in_((*STARTED, "done", "expired")),
        )
    )  # fmt: skip
    return sum(max(row["written"], row["total"] or 0 if row["status"] in STARTED else 0) for row in rows)


def listed(unit: Unit, query: schemas.ExportsQuery) -> dict[str, Any]:
    """A page of exports."""
    statement = _selected().where(seen(unit))
    if query.status:
        statement = statement.where(_export.c.status == query.status)
    if query.to_decide:
        statement = statement.where(_export.c.status == "waiting", _export.c.asked_by_id != unit.actor.employee_id)
    if query.mine:
        statement = statement.where(_export.c.asked_by_id == unit.actor.employee_id)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=lambda row: _row(unit, row))


_KEPT = (
    "id", "number", "version", "created_at", "status", "path", "form", "reason", "needs_approval", "total", "written",
    "decided_at", "decision_note", "finished_at", "expires_at", "size",
)  # fmt: skip


def _row(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    own = row["asked_by_id"] == unit.actor.employee_id
    open_ = own and row["status"] == "done" and row["expires_at"] > unit.now
    failure = schemas.FAILURES.get(row["failure"] or "")
    return {name: row[name] for name in _KEPT} | {
        "status_label": WORKFLOW.label(row["status"], unit.locale),
        "list_label": unit.say(label(row["path"])),
        "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
        "asked_by": {"id": row["asked_by_id"], "name": row["asker_name"]},
        "approved_by": row["approved_by_id"] and {"id": row["approved_by_id"], "name": row["approver_name"]},
        "failure": failure and unit.say(failure),
        "file": f"/api/v1/me/exports/{row['id']}/file" if open_ else None,
    }
