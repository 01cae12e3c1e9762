"""Verbs on exports."""

from __future__ import annotations

from typing import Any

from fastapi.responses import StreamingResponse
from sqlalchemy import update

from api.access.actor import Actor
from api.access.policy import P
from api.events import log
from api.exports import facts, queries, schemas
from api.exports.columns import list_at, lists, of_people
from api.exports.labels import label
from api.exports.model import Export
from api.exports.rights import exporter, right_of
from api.exports.workflow import WORKFLOW
from api.kit import jobs, sheets
from api.kit.edge import Afterwards, Endpoint
from api.kit.numbering import next_number
from api.kit.problems import Forbidden, Invalid, NotFound
from api.kit.unit import Row, Unit
from api.kit.validation import check
from api.kit.words import Words
from api.network.settings import limits
from api.network.stations import queries as stations

_export = Export.__table__  # type: ignore[attr-defined]
PAGING = ("limit", "cursor", "count")


def offered(unit: Unit) -> dict[str, Any]:
    """The lists that the caller may take out; screens draw their button from it."""
    items = [
        {"path": path, "label": unit.say(label(path)), "needs_approval": right_of(edge) is None}
        for path, edge in sorted(lists().items())
        if unit.actor.employee_id and exporter(unit.actor, edge)
    ]
    return {"items": items, "free_rows": limits.get(unit, "export.approval_rows")}


def ask(unit: Unit, command: schemas.ExportCreate) -> dict[str, Any]:
    """Ask for a list as a file; it is written by a job, or waits for another person's approval first.

    :raises Invalid: there is no such list, or it has no such filter.
    :raises Forbidden: the caller may see the list and not take it out.
    """
    person = unit.actor.employee_id
    edge = list_at(command.path)
    if edge is None or not unit.actor.holds(edge.permission):
        raise Invalid.field("/body/path", "unknown", Words("没有这份清单", "There is no such list"))
    actor = exporter(unit.actor, edge)
    if person is None or actor is None:
        raise Forbidden(permission=right_of(edge) or str(P.EXPORTS_CREATE))
    for name in PAGING:
        if name in command.query:
            words = Words("导出的是整份清单，不用分页", "An export is the whole list; leave pages out")
            raise Invalid.field(f"/body/query/{name}", "extra_forbidden", words)
    total = _total(unit, actor, edge, command.query)
    approval = right_of(edge) is None or (total or 0) > free_rows(unit, edge, person)
    station = next(grant.station_id for grant in unit.actor.grants if grant.station_id)
    row = unit.insert(
        Export, id=command.id, number=next_number(unit, "EX", stations.known(unit, station).code, unit.today),
        status="waiting" if approval else "queued", station_id=station, asked_by_id=person, account_id=unit.actor.id,
        path=command.path, query=command.query, form=command.form, locale=unit.locale, reason=command.reason,
        needs_approval=approval, total=total, written=0,
    )  # fmt: skip
    fact = facts.ExportAsked(
        path=command.path, form=command.form, total=total, needs_approval=approval, reason=command.reason,
    )  # fmt: skip
    log.append(unit, row, fact)
    if not approval:
        _queue(unit, row)
    return queries.read(unit, row.id)


def free_rows(unit: Unit, edge: Endpoint, person: str, besides: str | None = None) -> int:
    """How many rows of this list may still go out today by this person's own will, `besides` this export of his.

    Rows that say who somebody is count together, else two hundred people at a time would leave in slices (T31).
    """
    limit = int(limits.get(unit, "export.approval_rows"))
    if not of_people(edge):
        return limit
    taken = queries.freely(unit, person, [path for path, one in lists().items() if of_people(one)], besides)
    return max(0, limit - taken)


def _total(unit: Unit, actor: Actor, edge: Endpoint, query: dict[str, str]) -> int | None:
    """How many rows there are for this person now, where the list counts; its filters are judged on the way."""
    assert edge.query
    asked = check(edge.query, query | {"limit": "1", "count": "exact"}, "body/query")
    own = Unit(unit.db, unit.conn, actor, now=unit.now, locale=unit.locale)
    total = edge.handler(own, query=asked).get("total")
    return None if total is None else int(total)


def _queue(unit: Unit, row: Row) -> None:
    jobs.enqueue(unit.conn, unit.now, [{"kind": "export", "payload": {"id": row.id}, "max_attempts": 3}])


def approve(unit: Unit, id: str, command: schemas.Approve) -> dict[str, Any]:
    """Let somebody else's export be written."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "approve", row)
    log.append(unit, row, facts.ExportApproved(note=command.note), **_decided(unit, command.note), **changes)
    _queue(unit, row)
    return queries.read(unit, id)


def refuse(unit: Unit, id: str, command: schemas.Refuse) -> dict[str, Any]:
    """Refuse somebody else's export, with the reason."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "refuse", row)
    log.append(unit, row, facts.ExportRefused(reason=command.reason), **_decided(unit, command.reason), **changes)
    return queries.read(unit, id)


def cancel(unit: Unit, id: str, command: schemas.Cancel) -> dict[str, Any]:
    """Cancel one's own export; a job that writes it stops at its next page, and nothing of the file is kept."""
    row = queries.one(unit, id)
    log.append(unit, row, facts.ExportCancelled(), **WORKFLOW.fire(unit, "cancel", row))
    return queries.read(unit, id)


def _decided(unit: Unit, note: str | None) -> dict[str, Any]:
    return {"approved_by_id": unit.actor.employee_id, "decided_at": unit.now, "decision_note": note}


def take(unit: Unit, id: str) -> Afterwards:
    """The file, for its asker alone and while it lives; that he took it is a fact with the number of rows (T31).

    :raises NotFound: it is another's, or there is no file (any more), or he may no longer take such lists out.
    """
    row = queries.own(unit, id)
    edge = list_at(row.path)
    gone = row.status != "done" or row.expires_at <= unit.now
    if gone or edge is None or exporter(unit.actor, edge) is None:
        raise NotFound
    log.append(unit, row, facts.ExportTaken(rows=row.written))
    digest, size, form = row.digest, row.size, row.form
    headers = {
        "content-disposition": f'attachment; filename="{row.number}.{form}"',
        "content-length": str(size),
        "cache-control": "no-store",
    }

    def make(system: Any) -> StreamingResponse:
        try:
            parts = system.files.read(digest, 0, size)
        except FileNotFoundError:
            raise NotFound from None
        return StreamingResponse(parts, headers=headers, media_type=sheets.MEDIA[form])

    return Afterwards(make)


def moved_on(unit: Unit, id: str, written: int) -> bool:
    """Say how many rows are written; False: nobody wants the file any more. Progress is no fact and moves no version."""
    still = update(_export).where(_export.c.id == id, _export.c.status == "running").values(written=written)
    return bool(unit.conn.execute(still).rowcount)


def started(unit: Unit, row: Row, place: str) -> None:
    """A job has begun to write it, perhaps after another died of it; from now on there may be bytes at this place."""
    begun = {"written": 0, "digest": place} | WORKFLOW.fire(unit, "begin", row)
    unit.conn.execute(update(_export).where(_export.c.id == row.id).values(**begun))


def bared(unit: Unit, id: str) -> None:
    """The bytes of an export that came to nothing are gone for certain."""
    unit.conn.execute(update(_export).where(_export.c.id == id).values(digest=None))
