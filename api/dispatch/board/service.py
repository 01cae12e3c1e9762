"""The board of a day or a week, made of what the rooms below hold: no second truth."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from api.access.policy import P
from api.dispatch.board import queries, schemas
from api.kit import clock
from api.kit.unit import Unit
from api.network.bookings import queries as bookings
from api.network.calendars.counting import work_calendar
from api.network.calendars.hours import Reason
from api.network.shifts import queries as shifts
from api.network.stations import queries as stations
from api.work.work_orders.workflow import WORKFLOW


def board(unit: Unit, query: schemas.BoardQuery) -> dict[str, Any]:
    """Engineers, vehicles and benches with their shifts, leave, jobs and travel over so many local days of the first
    station; with `booking_id` this booking alone.

    :raises NotFound: not the caller's stations.
    """
    places = queries.stations(unit, query.station_id, query.region_id)
    ids = [place["id"] for place in places]
    zone_name = stations.zone_of(unit, ids[0])
    zone = ZoneInfo(zone_name)
    first, last = query.from_, query.from_ + timedelta(days=query.days - 1)
    since = clock.midnight(first, zone)
    until = clock.midnight(last + timedelta(days=1), zone)
    rows = queries.bookings(unit, ids, (first, last), (since, until), query.booking_id)
    overridden = bookings.overrides_between(unit, since, until, query.booking_id)
    shown = {row["id"] for row in rows}
    answer: dict[str, Any] = {
        "first": first, "days": query.days, "time_zone": zone_name, "stations": [], "calendar": [], "engineers": [],
        "things": [], "shifts": [], "bookings": _shown(unit, rows),
        "overrides": [_override(row) for row in overridden if row["booking_id"] in shown],
        "unassigned": queries.waiting(unit, ids),
    }  # fmt: skip
    if query.booking_id:
        return answer
    skills = queries.skills(unit, ids, first, last)
    people = queries.engineers(unit, ids, first, last)
    turns = shifts.between(unit, [person["id"] for person in people], since, until)
    return answer | {
        "stations": [{n: place[n] for n in ("id", "code", "name", "latitude", "longitude")} for place in places],
        "calendar": _calendar(unit, places[0]["calendar_id"], since, until),
        "engineers": [person | {"skills": skills.get(person["id"], [])} for person in people],
        "things": queries.things(unit, ids),
        "shifts": [{n: turn[n] for n in ("employee_id", "starts_at", "ends_at", "kind")} for turn in turns],
    }


def unassigned(unit: Unit, query: schemas.UnassignedQuery) -> dict[str, Any]:
    """One page of the orders that wait for somebody.

    :raises NotFound: not the caller's stations.
    """
    places = queries.stations(unit, query.station_id, query.region_id)
    return queries.unassigned(unit, [place["id"] for place in places], query)


def _calendar(unit: Unit, calendar_id: str, since: datetime, until: datetime) -> list[dict[str, Any]]:
    return [
        {"starts_at": span.start, "ends_at": span.end, "kind": "work" if span.counts else "break"}
        for span in work_calendar(unit, calendar_id).explain(since, until)
        if span.counts or span.reason is Reason.BREAK
    ]


def _shown(unit: Unit, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows as the contract shows them; whether each may be moved is judged once for each station and state."""
    assigns, uses = unit.actor.reach(P.WORK_ORDERS_ASSIGN), unit.actor.reach(P.BOOKINGS_ASSIGN)
    labels = {status: label.into(unit.locale) for status, label in WORKFLOW.states.items()}
    movable = WORKFLOW.steps["move"].sources
    for row in rows:
        reach = assigns if row["kind"] == "job" else uses
        home = row.pop("station_id")
        mine = reach.everywhere or home in reach.stations
        row["moves"] = mine and (row["status"] in movable if row["kind"] == "job" else row["kind"] == "use")
        row["status_label"] = labels.get(row["status"])
        row["travel_before_seconds"] = int((row["starts_at"] - row.pop("blocked_from")).total_seconds())
        row["travel_after_seconds"] = int((row.pop("blocked_to") - row["ends_at"]).total_seconds())
        del row["override_reason"]
    return rows


def _override(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "booking_id": row["booking_id"], "by": row["by_name"], "at": row["created_at"], "reason": row["reason"],
        "clash_kind": row["clash_kind"], "clash": row["clash_note"], "clash_starts_at": row["clash_starts_at"],
        "clash_ends_at": row["clash_ends_at"],
    }  # fmt: skip
