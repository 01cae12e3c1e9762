"""Verbs on the station tree (R1) and on who answers where (R2)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import delete, update

from api.access.policy import P
from api.events import log
from api.kit.pinyin import name_key
from api.kit.problems import Clash, Duplicate, Forbidden, Invalid
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.calendars.counting import work_calendar, zone_of
from api.network.stations import facts, queries, schemas
from api.network.stations.model import Station, StationDistrict, StationRegion
from api.network.stations.responsible import find

_LEVELS = {"centre": "centre", "region": "region"}
_ABOVE = {"region": "centre", "station": "region"}


def open_station(unit: Unit, command: schemas.StationCreate) -> dict[str, Any]:
    """A new station.

    :raises Invalid: it does not fit into the three levels (R1), or its calendar or parent does not exist.
    :raises Duplicate: the code is taken.
    :raises Clash: another station answers for one of the districts.
    """
    level = _LEVELS.get(command.kind, "station")
    _fits(unit, level, command.parent_id)
    _has_calendar(unit, command.calendar_id)
    if queries.code_taken(unit, command.code):
        raise Duplicate(Words("这个站码已经用过", "This code is taken"), code=command.code)
    values = command.model_dump(exclude={"districts"})
    row = unit.insert(Station, **values, level=level, name_key=name_key(command.name), active=True)
    if command.parent_id:
        unit.insert(StationRegion, station_id=row.id, parent_id=command.parent_id, starts_on=_today(unit, row))
    log.append(unit, row, facts.StationOpened(code=row.code, name=row.name, level=level, parent_id=command.parent_id))
    if command.districts:
        _answer_for(unit, row, command.districts)
    _remember(unit)
    return read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.StationChange) -> dict[str, Any]:
    """Change what stands about a station, its place in the tree, or the districts it answers for.

    :raises Forbidden: the station, or the region it should move to, is not the caller's.
    :raises Invalid: it would not fit into the three levels (R1).
    :raises Clash: another station answers for a district, or stations below it are still active.
    """
    row = queries.one(unit, id, lock=True)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    reach = unit.actor.reach(P.STATIONS_EDIT)
    for station_id in {id, sent.get("parent_id", id)}:
        if not reach.everywhere and station_id not in reach.stations:
            raise Forbidden(permission=str(P.STATIONS_EDIT))
    districts, parent_id = sent.pop("districts", None), sent.pop("parent_id", None)
    if "kind" in sent and row.level != "station":
        raise Invalid.field("/body/kind", "level", Words("中心和区域的类型不能改", "A centre or region keeps its kind"))
    if "calendar_id" in sent:
        _has_calendar(unit, sent["calendar_id"])
    if sent.get("active") is False:
        _may_close(unit, row)
    changes = {name: value for name, value in sent.items() if getattr(row, name) != value}
    if "name" in changes:
        changes["name_key"] = name_key(changes["name"])
    if changes:
        log.append(unit, row, facts.StationChanged(fields=sorted(changes.keys() - {"name_key"})), **changes)
    if parent_id and parent_id != row.parent_id:
        _move(unit, row, parent_id)
    if districts is not None:
        _answer_for(unit, row, districts)
    _remember(unit)
    return read(unit, id)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole station.

    :raises NotFound: none, or none that this caller may see.
    """
    queries.one(unit, id)
    found = queries.read(unit, id)
    assert found is not None
    return shown(unit, [found])[0]


def shown(unit: Unit, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of `queries.listed` as the contract shows them."""
    districts = queries.districts_of(unit, [row["id"] for row in rows]) if rows else {}
    names = schemas.StationRead.model_fields
    return [
        {name: row.get(name) for name in names}
        | {
            "parent": row["parent_id"]
            and {"id": row["parent_id"], "code": row["parent_code"], "name": row["parent_name"]},
            "districts": districts.get(row["id"], []),
        }
        for row in rows
    ]


def answers_for(unit: Unit, address: str) -> dict[str, Any]:
    """Who answers for the address, and why (R2).

    :raises NoStation: the network has no centre yet.
    """
    row, why = find(unit, address)
    return {
        "station": {name: getattr(row, name) for name in schemas.StationToTell.model_fields},
        "why": unit.say(why),
    }


def _fits(unit: Unit, level: str, parent_id: str | None) -> None:
    """R1: one centre, regions below it, stations below regions."""
    if level == "centre":
        if parent_id or queries.centre(unit):
            words = Words("只能有一个服务中心，上面没有上级", "There is one service centre, with nothing above it")
            raise Invalid.field("/body/kind", "level", words)
        return
    parent = parent_id and queries.active(unit, parent_id)
    if not parent or parent.level != _ABOVE[level]:
        words = {
            "region": Words("区域分中心要归服务中心", "A region stands below the service centre"),
            "station": Words("站要归区域分中心", "A station stands below a region"),
        }[level]
        raise Invalid.field("/body/parent_id", "level", words)


def _has_calendar(unit: Unit, calendar_id: str) -> None:
    if not queries.calendar_exists(unit, calendar_id):
        raise Invalid.field("/body/calendar_id", "unknown", Words("没有这份日历", "There is no such calendar"))


def _may_close(unit: Unit, row: Row) -> None:
    if row.level == "centre":
        raise Clash(
            Words("服务中心不能停用：每个地址都要有人管", "The centre stays: no address may be without a station")
        )
    if below := [child.name for child in queries.children(unit, row.id) if child.active]:
        words = Words("下面还有在用的站：{names}", "Stations below it are still active: {names}")
        raise Clash(words.format(names="、".join(below)))


def _move(unit: Unit, row: Row, parent_id: str) -> None:
    """Under another parent from today; the history keeps the former one, so that reports count by posting date."""
    _fits(unit, row.level, parent_id)
    today = _today(unit, row)
    held = queries.open_region(unit, row.id)
    table = StationRegion.__table__  # type: ignore[attr-defined]
    if held and held.starts_on >= today:
        unit.conn.execute(update(table).where(table.c.id == held.id), {"parent_id": parent_id})
    else:
        if held:
            changes = {"ends_on": today - timedelta(days=1)}
            unit.conn.execute(update(table).where(table.c.id == held.id), changes)
        unit.insert(StationRegion, station_id=row.id, parent_id=parent_id, starts_on=today)
    log.append(unit, row, facts.StationMoved(former_parent_id=row.parent_id, parent_id=parent_id), parent_id=parent_id)


def _answer_for(unit: Unit, row: Row, districts: list[str]) -> None:
    """These districts and no others; a district has one station (R2)."""
    wanted = sorted(set(districts))
    before = queries.districts_of(unit, [row.id]).get(row.id, [])
    if wanted == before:
        return
    for held in queries.districts_in(unit, wanted):
        if held["station_id"] != row.id:
            words = Words("“{prefix}”已由{name}负责", "{name} answers for {prefix} already")
            raise Clash(
                words.format(prefix=held["prefix"], name=held["name"]),
                clash={"district": held["prefix"], "station": {"id": held["station_id"], "name": held["name"]}},
            )
    table = StationDistrict.__table__  # type: ignore[attr-defined]
    unit.conn.execute(delete(table).where(table.c.station_id == row.id))
    for prefix in wanted:
        unit.insert(StationDistrict, station_id=row.id, prefix=prefix)
    log.append(unit, row, facts.DistrictsChanged(districts=wanted))


def _today(unit: Unit, row: Row) -> date:
    return zone_of(work_calendar(unit, row.calendar_id), unit.now).date()


def _remember(unit: Unit) -> None:
    unit.after_commit.append(lambda: unit.db.forget("stations' calendars"))
