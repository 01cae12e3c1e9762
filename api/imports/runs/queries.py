"""Every SELECT on imports."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, or_, select, update

from api.access import scope
from api.access.policy import P
from api.events.model import Event
from api.imports.runs import facts, schemas
from api.imports.runs.model import Import, ImportContent, ImportRecord
from api.imports.runs.workflow import WORKFLOW
from api.kit import listing
from api.kit.listing import Order
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.employees.model import Employee
from api.network.stations.model import Station

_run = Import.__table__  # type: ignore[attr-defined]
_content = ImportContent.__table__  # type: ignore[attr-defined]
_event = Event.__table__  # type: ignore[attr-defined]
_record = ImportRecord.__table__  # type: ignore[attr-defined]
_asker = Employee.__table__.alias("asker")  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_ORDERS = {"-created_at": Order(_run.c.created_at, _run.c.id, descending=True, of=listing.moment)}


def seen(unit: Unit) -> ColumnElement[bool]:
    """The clause of imports that the caller may see."""
    return scope.visible(unit, P.IMPORTS_VIEW, Import)


def visible(unit: Unit, id: str) -> Row:
    """The import, if the caller may see it."""
    return unit.one(Import, _run.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end and checked against `If-Match`."""
    return unit.one(Import, _run.c.id == id, seen(unit), lock=True)


def own(unit: Unit, id: str) -> Row:
    """The caller's own import, held until the end.

    :raises NotFound: there is none of his.
    """
    if unit.actor.employee_id is None:
        raise NotFound
    return unit.one(Import, _run.c.id == id, _run.c.asked_by_id == unit.actor.employee_id, lock=True)


def for_work(unit: Unit, id: str, *, lock: bool = False) -> Row | None:
    """The import for the job that judges or writes it, whose caller is the system."""
    statement = select(*_run.c).where(_run.c.id == id)
    found = unit.first(statement.with_for_update() if lock else statement)
    return None if found is None else Row(_run, found)


def content(unit: Unit, id: str) -> bytes | None:
    """The file, while it is kept."""
    found = unit.value(select(_content.c.content).where(_content.c.import_id == id))
    return None if found is None else bytes(found)


def forget_content(unit: Unit, id: str) -> None:
    """The file is needed no more."""
    unit.conn.execute(delete(_content).where(_content.c.import_id == id))


def handled(unit: Unit, id: str, status: str, **counts: int) -> bool:
    """Say how far a job is; False: nobody wants it to go on. Progress is no fact and moves no version."""
    statement = update(_run).where(_run.c.id == id, _run.c.status == status).values(**counts)
    return bool(unit.conn.execute(statement).rowcount)


def record(unit: Unit, station_id: str, source: str, path: str, key: str) -> dict[str, Any] | None:
    """What this station brought in by this key before."""
    mine = (
        _record.c.station_id == station_id,
        _record.c.source == source,
        _record.c.path == path,
        _record.c.key == key,
    )
    return unit.first(select(*_record.c).where(*mine).with_for_update())


def change_record(unit: Unit, id: str, fields: dict[str, str]) -> None:
    """Remember what its fields are now."""
    unit.conn.execute(update(_record).where(_record.c.id == id).values(fields=fields))


def stale(unit: Unit, before: Any, limit: int) -> Collection[str]:
    """Imports begun before then that still hold a file, or still wait for one."""
    statement = select(_run.c.id).join(_content, _content.c.import_id == _run.c.id, isouter=True)
    held = or_(_content.c.import_id.is_not(None), _run.c.status == "awaiting_file")
    return list(unit.conn.execute(statement.where(_run.c.created_at < before, held).limit(limit)).scalars())


def stuck(unit: Unit, before: Any, limit: int) -> Collection[str]:
    """Imports that a job has had since before then: no file was taken, nothing confirmed after that."""
    begun = select(_event.c.id).where(
        _event.c.subject == _run.name,
        _event.c.subject_id == _run.c.id,
        _event.c.type.in_([facts.ImportFileTaken.type, facts.ImportConfirmed.type]),
        _event.c.recorded_at >= before,
    )
    under_way = (_run.c.status.in_(["judging", "applying"]), _run.c.created_at < before, ~begun.exists())
    return list(unit.conn.execute(select(_run.c.id).where(*under_way).limit(limit)).scalars())


def _selected() -> Select[Any]:
    return (
        select(
            *_run.c, _asker.c.name.label("asker_name"), _station.c.code.label("station_code"),
            _station.c.name.label("station_name"),
        )
        .join(_asker, _asker.c.id == _run.c.asked_by_id)
        .join(_station, _station.c.id == _run.c.station_id)
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """One import as `ImportRead`.

    :raises NotFound: none, or none that this caller may see.
    """
    found = unit.first(_selected().where(_run.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    mine = found["asked_by_id"] == unit.actor.employee_id
    return _row(unit, found) | {
        "findings": [
            {"line": one["line"], "key": one["key"], "detail": unit.say(Words(one["zh"], one["en"]))}
            for one in (found["findings"] if mine else [])
        ],
        "file": f"/api/v1/me/imports/{id}/file" if mine and found["status"] == "awaiting_file" else None,
        "offered": WORKFLOW.offered(unit, Row(_run, found), "/api/v1/imports"),
    }


def listed(unit: Unit, query: schemas.ImportsQuery) -> dict[str, Any]:
    """A page of imports."""
    statement = _selected().where(seen(unit))
    if query.status:
        statement = statement.where(_run.c.status == query.status)
    if query.mine:
        statement = statement.where(_run.c.asked_by_id == unit.actor.employee_id)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=lambda row: _row(unit, row))


_KEPT = (
    "id", "number", "version", "created_at", "status", "source", "label", "path", "file_name", "size", "total", "handled",
    "preview", "finished_at",
)  # fmt: skip
COUNTS = ("added", "changed", "same", "refused")


def _row(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in _KEPT} | {
        "status_label": WORKFLOW.label(row["status"], unit.locale),
        "station": {"id": row["station_id"], "code": row["station_code"], "name": row["station_name"]},
        "asked_by": {"id": row["asked_by_id"], "name": row["asker_name"]},
        "done": {name: row[name] for name in COUNTS},
        "failure": row["failure"] and unit.say(Words(**row["failure"])),
    }
