"""Who could go, and why: skill, free time with travel, fair shares (D10), acquaintance, distance."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from api.access import scope
from api.access.policy import P
from api.dispatch.candidates import queries, schemas
from api.kit import clock
from api.kit.distance import EARTH_KM, kilometres
from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.bookings import queries as bookings
from api.network.shifts import coverage
from api.network.stations import queries as stations
from api.work.work_orders import queries as orders

_LEVELS = {1: Words("初级", "beginner"), 2: Words("中级", "middle"), 3: Words("高级", "senior")}


def candidates(unit: Unit, id: str, query: schemas.Query) -> dict[str, Any]:
    """The station's field engineers of that day, the fittest first, each with what speaks for and against him.

    :raises Forbidden: the order is not the caller's to assign.
    :raises Invalid: no start was given and none was promised.
    """
    order = orders.one(unit, id)
    scope.demand(unit, P.WORK_ORDERS_ASSIGN, order)
    starts_at = query.starts_at or order.promised_at
    if starts_at is None:
        words = Words("还没有承诺时间，要给出开始时间", "Nothing was promised yet: a start is needed")
        raise Invalid.field("/query/starts_at", "missing", words)
    seconds = query.duration_minutes * 60 if query.duration_minutes else order.duration_seconds
    travel = order.travel_seconds if query.travel_minutes is None else query.travel_minutes * 60
    ends_at = starts_at + timedelta(seconds=seconds)
    zone = ZoneInfo(stations.zone_of(unit, order.station_id))
    day = starts_at.astimezone(zone).date()
    midnight, tomorrow = clock.midnight(day, zone), clock.midnight(day + timedelta(days=1), zone)
    job = queries.job(unit, order.id)
    people = queries.engineers(unit, order.station_id, starts_at, job["skill_id"])
    ids = [person["id"] for person in people]
    taken = bookings.busy(unit, ids, starts_at - timedelta(seconds=travel), ends_at)
    clashes = {row["employee_id"]: row for row in reversed(taken) if row["work_order_id"] != order.id}
    seen = orders.booked(unit, sorted({row["work_order_id"] for row in clashes.values() if row["work_order_id"]}))
    load = bookings.load(unit, ids, midnight, tomorrow)
    served = queries.served(unit, order.customer_id)
    places = queries.before(unit, ids, midnight, starts_at)
    home, site = (job["station_latitude"], job["station_longitude"]), (job["latitude"], job["longitude"])
    needed = queries.parts(unit, order.id)
    vans = queries.in_vans(unit, ids, [part["id"] for part in needed]) if needed else {}
    off = coverage.off_duty(unit, order.station_id, ids, starts_at, ends_at)
    found = []
    for person in people:
        clash = clashes.get(person["id"])
        number = seen[clash["work_order_id"]]["number"] if clash and clash["work_order_id"] in seen else None
        lacking = [part for part in needed if vans.get((person["id"], part["id"]), 0) < part["pieces"]]
        known = {
            "load_seconds": int(load[person["id"]]), "served_before": served.get(person["id"], 0),
            "distance_km": kilometres(places.get(person["id"], home), site), "skill_level": person["level"],
            "parts_in_van": not lacking if needed else None,
        }  # fmt: skip
        musts = [_skill(job, person["level"]), (clash is None, _time(clash, number, zone))]
        if person["id"] in off:
            musts.append((False, off[person["id"]]))
        reasons = [*musts, *_parts(needed, lacking), *_more(known)]
        found.append(
            known
            | {
                "employee": {"id": person["id"], "name": person["name"]},
                "fit": all(ok for ok, _ in musts), "free": clash is None,
                "reasons": [{"ok": ok, "text": unit.say(words)} for ok, words in reasons if words],
                "clash": clash and {
                    "starts_at": clash["starts_at"], "ends_at": clash["ends_at"], "kind": clash["kind"],
                    "number": number,
                },
            }
        )  # fmt: skip
    return {"items": sorted(found, key=_rank)}


def _rank(one: dict[str, Any]) -> tuple[Any, ...]:
    """Fit first; then skill, the parts in the van, acquaintance, the smaller load of the day, the shorter way (D10)."""
    far = one["distance_km"]
    return (
        not one["fit"], not one["free"], -(one["skill_level"] or 0), one["parts_in_van"] is False,
        one["served_before"] == 0, one["load_seconds"],
        EARTH_KM if far is None else far,
    )  # fmt: skip


def _skill(job: dict[str, Any], level: int | None) -> tuple[bool, Words | None]:
    if not job["skill_id"]:
        return True, None
    skill = Words(job["skill_name"], job["skill_name_en"])
    if level is None:
        return False, Words("没有“{skill}”技能", "No skill in {skill}").format(skill=skill)
    return True, Words("{skill}：{level}", "{skill}: {level}").format(skill=skill, level=_LEVELS[level])


def _time(clash: dict[str, Any] | None, number: str | None, zone: ZoneInfo) -> Words:
    if clash is None:
        return Words("这段时间有空，含路程", "Free, travel included")
    span = f"{clash['starts_at'].astimezone(zone):%H:%M}–{clash['ends_at'].astimezone(zone):%H:%M}"
    if clash["kind"] == "leave":
        return Words("{span} 请假", "On leave {span}").format(span=span)
    return Words("{span} 已有单{number}", "Has a job {span}{number}").format(
        span=span, number=f" {number}" if number else ""
    )


def _more(known: dict[str, Any]) -> list[tuple[bool, Words]]:
    """What speaks for him in degrees only."""
    load, served, far = known["load_seconds"], known["served_before"], known["distance_km"]
    hours = f"{load / 3600:.1f}"
    told = [
        Words(f"当天已派 {hours} 小时", f"{hours} hours that day") if load else Words("当天还没有单", "No job that day")
    ]
    if served:
        told.append(Words(f"来过这位客户 {served} 次", f"Visits to this customer before: {served}"))
    if far is None:
        unknown = Words("路程不知道：缺坐标", "Distance unknown: coordinates are missing")
        return [*((True, words) for words in told), (False, unknown)]
    told.append(Words(f"距上一处 {far} 公里", f"{far} km from where he comes from"))
    return [(True, words) for words in told]


def _parts(needed: list[dict[str, Any]], lacking: list[dict[str, Any]]) -> list[tuple[bool, Words]]:
    """What the visit needs and he carries; what he must fetch first speaks against him without leaving him out."""
    there = [part for part in needed if part not in lacking]
    told = [(True, Words("车上有 {part} × {n}", "{part} × {n} in his van"), part) for part in there]
    told += [(False, Words("{part} × {n} 要先领", "{part} × {n} to be fetched first"), part) for part in lacking]
    return [(ok, words.format(part=part["name"], n=int(part["pieces"]))) for ok, words, part in told]
