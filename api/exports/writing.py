"""The job that writes an export: page after page of the list itself, with the rights that its asker has then (8.3.3).

Nothing of the list is held in memory but one page. Each page is a read of its own, so that a long export holds up nobody;
the list's cursor sees to it that no row is lost or doubled.
"""

from __future__ import annotations

import hashlib
import logging
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.access import queries as access
from api.access.actor import SYSTEM, Actor
from api.events import log as events
from api.exports import facts, queries, service
from api.exports.columns import Column, columns_of, list_at
from api.exports.labels import label
from api.exports.rights import exporter
from api.exports.workflow import WORKFLOW
from api.kit import clock, jobs
from api.kit.edge import Endpoint
from api.kit.problems import Problem
from api.kit.sheetfiles import open_sheet
from api.kit.unit import Row, Unit
from api.kit.validation import check
from api.kit.words import Words
from api.network.settings import limits

if TYPE_CHECKING:
    from api.system import System

PAGE = 200
MOST = 500_000
"""Rows of one file at most; a spreadsheet holds a million."""
UNDER_WAY = timedelta(days=1)
"""No job writes for longer: what is under way since then was left by a worker that died."""
MARK = Words("导出编号", "Export")
BATCH = 100
log = logging.getLogger("sibu.exports")


class _Stop(Exception):
    """The export ends without a file; `why` is a code of `schemas.FAILURES`, none where it was cancelled."""

    def __init__(self, why: str | None = None) -> None:
        self.why = why
        super().__init__(why)


class _Grew(Exception):
    """More rows than may go out without approval."""


@jobs.handler("export", with_system=True)
def write(job: jobs.Claim, system: System) -> jobs.Apply | None:
    """Write the file of one export."""
    id = job.payload["id"]
    place = hashlib.sha256(f"export:{id}".encode()).hexdigest()
    row = _begin(system, id, place)
    if row is None:
        return None
    try:
        with tempfile.TemporaryDirectory(prefix="sibu-export-") as folder:
            file = Path(folder) / f"export.{row.form}"
            rows = _fill(system, row, file)
            size = file.stat().st_size
            system.files.put(place, file)
    except _Stop as stop:
        return _failed(id, stop.why) if stop.why else None
    except _Grew:
        return _waits(id)
    except Problem as problem:
        log.warning("export %s: the list refused: %s", id, problem.slug)
        return _failed(id, "query")
    except Exception:
        if job.attempts < job.max_attempts:
            raise
        log.exception("export %s is given up", id)
        return _failed(id, "broken")

    def apply(unit: Unit) -> None:
        held = queries.for_work(unit, id, lock=True)
        if held is None or held.status != "running":
            unit.after_commit.append(lambda: system.files.drop(place))  # cancelled at the last moment
            return
        ends = unit.now + timedelta(seconds=limits.get(unit, "export.kept_seconds"))
        fact = facts.ExportWritten(path=held.path, rows=rows, size=size)
        done = {"written": rows, "size": size, "digest": place, "version": held.version + 1}
        changes = WORKFLOW.fire(unit, "finish", held)
        events.append(unit, held, fact, finished_at=unit.now, expires_at=ends, **done, **changes)

    return apply


def _begin(system: System, id: str, place: str) -> Row | None:
    """The export, now running; none if there is nothing to do any more.

    What a job wrote that died before it could say that it was done goes first.
    """
    with system.db.write() as conn:
        unit = Unit(system.db, conn, SYSTEM)
        row = queries.for_work(unit, id, lock=True)
        wanted = row is not None and row.status in queries.STARTED
        if row and wanted:
            service.started(unit, row, place)
    if row is None or row.status != "done":
        system.files.drop(place)
    return row if wanted else None


def _fill(system: System, row: Row, file: Path) -> int:
    """Write every row; gives how many.

    :raises _Stop: :raises _Grew: :raises Problem: the list refuses its filters.
    """
    edge = list_at(row.path)
    if edge is None:
        raise _Stop("query")
    columns = columns_of(edge)
    heads = [column.words.into(row.locale) for column in columns]
    marked = row.approved_by_id is not None
    written = 0
    name = label(row.path).into(row.locale)
    with open_sheet(file, row.form, name, about=f"{row.number} {name}") as sheet:
        sheet.write([*heads, MARK.into(row.locale)] if marked else heads)
        for page in _pages(system, row, edge):
            for item in page:
                written += 1
                if written > MOST:
                    raise _Stop("too_many")
                sheet.write(_cells(item, columns, row.locale, row.number if marked else None))
            with system.db.write() as conn:
                unit = Unit(system.db, conn, SYSTEM)
                if not service.moved_on(unit, row.id, written):
                    raise _Stop
                if not marked and written > service.free_rows(unit, edge, row.asked_by_id, besides=row.id):
                    raise _Grew
    return written


def _cells(item: Any, columns: tuple[Column, ...], locale: str, mark: str | None) -> list[Any]:
    """A row; one of a file that needed approval carries the export's number, so that a copy tells where it is from."""
    cells = [column.of(item, locale) for column in columns]
    return [*cells, mark] if mark else cells


def _pages(system: System, row: Row, edge: Endpoint) -> Iterator[list[Any]]:
    """The list, page after page, as its asker sees it at that moment."""
    assert edge.query
    cursor: str | None = None
    while True:
        more = {"limit": str(PAGE)} | ({"cursor": cursor} if cursor else {})
        asked = check(edge.query, row.query | more, "query")
        with system.db.read() as conn:
            actor = _asker(conn, row, edge)
            page = edge.handler(Unit(system.db, conn, actor, locale=row.locale), query=asked)
        yield page["items"]
        cursor = page.get("next_cursor")
        if not cursor:
            return


def _asker(conn: Any, row: Row, edge: Endpoint) -> Actor:
    """:raises _Stop: he left, or may no longer take this list out."""
    person = access.person_anywhere(conn, row.account_id, clock.now())
    actor = exporter(person, edge) if person and person.employee_id == row.asked_by_id else None
    if actor is None:
        raise _Stop("rights")
    return actor


def _failed(id: str, why: str) -> jobs.Apply:
    def apply(unit: Unit) -> None:
        row = queries.for_work(unit, id, lock=True)
        if row and row.status == "running":
            ended = {"failure": why, "version": row.version + 1, "finished_at": unit.now}
            events.append(unit, row, facts.ExportFailed(why=why), **ended, **WORKFLOW.fire(unit, "fail", row))

    return apply


def _waits(id: str) -> jobs.Apply:
    def apply(unit: Unit) -> None:
        row = queries.for_work(unit, id, lock=True)
        if row and row.status == "running":
            limit = limits.get(unit, "export.approval_rows")
            back = {"needs_approval": True, "written": 0, "version": row.version + 1}
            events.append(unit, row, facts.ExportGrew(limit=int(limit)), **back, **WORKFLOW.fire(unit, "put-back", row))

    return apply


def expire(system: System, units: Any) -> int:
    """Remove files that have served their time or that nobody waits for; a duty of the worker.

    The bytes go first, and then the row says so. An export that a dead worker left under way has failed after a day.
    """
    gone = 0
    while True:
        with units() as unit:
            found = queries.past(unit, unit.now, BATCH) or queries.left(unit, unit.now - UNDER_WAY, BATCH)
        for old in found:
            if old["digest"]:
                system.files.drop(old["digest"])
        with units() as unit:
            for old in found:
                _ended(unit, old)
        gone += len(found)
        if not found:
            return gone


def _ended(unit: Unit, old: dict[str, Any]) -> None:
    row = queries.for_work(unit, old["id"], lock=True)
    if row is None or row.status != old["status"]:
        return
    bare: dict[str, Any] = {"digest": None, "version": row.version + 1}
    if row.status == "done":
        events.append(unit, row, facts.ExportExpired(), **bare, **WORKFLOW.fire(unit, "expire", row))
    elif row.status in queries.STARTED:
        failed: dict[str, Any] = {"failure": "broken", "finished_at": unit.now}
        changes = WORKFLOW.fire(unit, "fail", row)
        events.append(unit, row, facts.ExportFailed(why="broken"), **failed, **bare, **changes)
    else:
        service.bared(unit, row.id)
