"""Verbs on imports."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from api.events import log
from api.imports import tables
from api.imports.mapping import BadMapping, Mapping, RecordMapping, parse_mapping
from api.imports.runs import facts, queries, records, schemas
from api.imports.runs.model import Import, ImportContent
from api.imports.runs.running import failed, lacks
from api.imports.runs.workflow import WORKFLOW
from api.kit import jobs
from api.kit.numbering import next_number
from api.kit.problems import Forbidden, Invalid, NotFound
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.stations import queries as stations

KEPT = timedelta(days=7)
LONGEST = timedelta(days=1)
"""No job takes so long: whatever is under way longer has lost its job."""
CASES = "/service-requests"
STUCK = Words(
    "超过一天没有办完，已写入的都留着，可以再导一次", "Not done within a day; what is written stays, import again"
)
_FOLDER = Path(__file__).parents[1] / "mappings"


@cache
def mappings() -> dict[str, str]:
    """The mappings that come with the program, by name."""
    return {file.stem: file.read_text("utf-8") for file in sorted(_FOLDER.glob("*.toml"))}


def _path(mapping: Mapping | RecordMapping) -> str:
    return mapping.record.resource if isinstance(mapping, RecordMapping) else CASES


def offered(unit: Unit) -> dict[str, Any]:
    """The mappings that the caller may use, and the resources that a mapping of his own may name."""
    station = _home(unit)
    items = []
    for name, text in mappings().items():
        mapping = parse_mapping(text, name)
        if lacks(unit, mapping, station) is None:
            items.append({"name": name, "label": mapping.source.label or mapping.source.name, "path": _path(mapping)})
    made = [path for path, edge in sorted(records.resources().items()) if unit.actor.holds(edge.permission)]
    return {"items": items, "resources": made, "megabytes": tables.MEGABYTES}


def _home(unit: Unit) -> str:
    return next((grant.station_id for grant in unit.actor.grants if grant.station_id), "")


def begin(unit: Unit, command: schemas.ImportCreate) -> dict[str, Any]:
    """Begin an import; its file comes next.

    :raises Invalid: there is no such mapping, or it cannot be used.
    :raises Forbidden: the caller may not make what it would make.
    """
    person, station = unit.actor.employee_id, _home(unit)
    if command.mapping is not None and command.mapping not in mappings():
        raise Invalid.field("/body/mapping", "unknown", Words("没有这个映射", "There is no such mapping"))
    text = mappings()[command.mapping] if command.mapping else str(command.mapping_text)
    try:
        mapping = parse_mapping(text, command.mapping or "mapping_text")
    except BadMapping as error:
        words = Words(f"映射文件不能用：{error}", f"The mapping cannot be used: {error}")
        raise Invalid.field("/body/mapping_text", "mapping", words) from error
    if isinstance(mapping, RecordMapping) and mapping.record.resource not in records.resources():
        words = Words("这类记录不能导入", "Things of this resource cannot be imported")
        raise Invalid.field("/body/mapping_text", "resource", words)
    if person is None or (right := lacks(unit, mapping, station)):
        raise Forbidden(permission=right if person else "imports:create")
    row = unit.insert(
        Import, id=command.id, number=next_number(unit, "IM", stations.known(unit, station).code, unit.today),
        status="awaiting_file", station_id=station, asked_by_id=person, account_id=unit.actor.id,
        source=mapping.source.name, label=(mapping.source.label or mapping.source.name)[:60], path=_path(mapping),
        mapping=text, findings=[],
    )  # fmt: skip
    log.append(unit, row, facts.ImportBegun(path=row.path, source=row.source))
    return queries.read(unit, row.id)


def take_file(unit: Unit, id: str, name: str, content: bytes) -> dict[str, Any]:
    """Take the file of one's own import; a job judges it.

    :raises NotFound: no such import of the caller's that waits for a file. :raises Forbidden: he may import no more.
    """
    row = queries.own(unit, id)
    if row.status != "awaiting_file":
        raise NotFound
    unit.conn.execute(ImportContent.__table__.insert(), {"import_id": id, "content": content})  # type: ignore[attr-defined]
    fact = facts.ImportFileTaken(file_name=name, size=len(content))
    log.append(unit, row, fact, file_name=name, size=len(content), **WORKFLOW.fire(unit, "take-file", row))
    _queue(unit, row)
    return queries.read(unit, id)


def _queue(unit: Unit, row: Row) -> None:
    jobs.enqueue(unit.conn, unit.now, [{"kind": "import", "payload": {"id": row.id}, "max_attempts": 5}])


def confirm(unit: Unit, id: str, command: schemas.Confirm) -> dict[str, Any]:
    """Write what was judged, with the rights that its asker has then."""
    row = queries.one(unit, id)
    changes = WORKFLOW.fire(unit, "confirm", row)
    log.append(unit, row, facts.ImportConfirmed(), handled=0, **changes)
    _queue(unit, row)
    return queries.read(unit, id)


def cancel(unit: Unit, id: str, command: schemas.Cancel) -> dict[str, Any]:
    """Stop; what is written stays, and is known when the file comes again."""
    row = queries.one(unit, id)
    log.append(unit, row, facts.ImportCancelled(), **WORKFLOW.fire(unit, "cancel", row))
    queries.forget_content(unit, id)
    return queries.read(unit, id)


def forget_old(unit: Unit) -> int:
    """Let go of imports that nobody confirmed within a week, and of those whose job died, with their files.

    Run daily by the worker.
    """
    gone = 0
    for id in queries.stuck(unit, unit.now - LONGEST, 500):
        failed(id, STUCK)(unit)
        gone += 1
    for id in queries.stale(unit, unit.now - KEPT, 500):
        row = queries.for_work(unit, id, lock=True)
        if row and row.status in ("awaiting_file", "ready"):
            log.append(unit, row, facts.ImportCancelled(), **WORKFLOW.fire(unit, "let-go", row))
        if row and row.status not in ("judging", "applying"):
            queries.forget_content(unit, id)
            gone += 1
    return gone
