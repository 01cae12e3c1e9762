"""An agent's side of a call as the exchange tells it: his telephone rings, he talks, it is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from api.events import log
from api.intake.telephony.events.folding import Leg, Story
from api.intake.telephony.extensions import queries as extensions
from api.intake.telephony.legs import facts, queries
from api.intake.telephony.model import CallLeg
from api.intake.telephony.presences import service as presences
from api.kit.unit import Row, Unit


@dataclass(frozen=True, slots=True)
class Seats:
    """Who sat at the extensions of a call."""

    rows: list[dict[str, Any]]

    @classmethod
    def of(cls, unit: Unit, exchange_id: str, story: Story) -> Seats:
        """Asked once for the whole call."""
        return cls(extensions.seats(unit, exchange_id, story.legs.keys()))

    def at(self, extension: str, moment: datetime) -> dict[str, Any] | None:
        """Who sat there at that moment."""
        for row in self.rows:
            there = row["starts_at"] <= moment and (row["ends_at"] is None or moment < row["ends_at"])
            if row["number"] == extension and there:
                return row
        return None

    def employee(self, extension: str, moment: datetime | None) -> str | None:
        """The same as an employee's id."""
        found = self.at(extension, moment) if moment else None
        return found["employee_id"] if found else None


def tell(unit: Unit, call: Row, story: Story, seated: Seats) -> None:
    """Bring every agent's side to what the story says; a side that was told already is only changed."""
    there = {row.extension: row for row in queries.of_call(unit, call.id)}
    patience = queries.patience(unit)
    for extension in sorted(story.legs):
        leg, seat = story.legs[extension], seated.at(extension, story.legs[extension].rang_at)
        if leg.status == "ringing" and unit.now - leg.rang_at > patience:
            leg.end(leg.rang_at + patience, "missed")  # told too late to ring on anybody's screen
        if extension in there:
            _change(unit, there[extension], leg)
        elif seat:
            _make(unit, call, extension, seat, leg)


def _make(unit: Unit, call: Row, extension: str, seat: dict[str, Any], leg: Leg) -> None:
    row = unit.insert(
        CallLeg,
        call_id=call.id,
        station_id=seat["station_id"],
        employee_id=seat["employee_id"],
        extension=extension,
        rang_at=leg.rang_at,
        **_state(leg),
    )
    if leg.status == "ringing":
        log.append(unit, row, facts.LegRang(call_id=call.id, extension=extension))
    else:
        log.append(unit, row, _fact(row, leg))
    _presence(unit, row, "", leg)


def _change(unit: Unit, row: Row, leg: Leg) -> None:
    wanted = _state(leg) | {"rang_at": leg.rang_at}
    changes = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    if not changes:
        return
    was = row.status
    if was == "over" and leg.status == "ringing":
        fact: Any = facts.LegRang(call_id=row.call_id, extension=row.extension)
    else:
        fact = _fact(row, leg)
    log.append(unit, row, fact, **changes)
    _presence(unit, row, was, leg)


def _state(leg: Leg) -> dict[str, Any]:
    return {"status": leg.status, "answered_at": leg.answered_at, "ended_at": leg.ended_at, "ending": leg.ending}


def _fact(row: Row, leg: Leg) -> facts.LegEnded | facts.LegChanged:
    if leg.status == "over":
        return facts.LegEnded(call_id=row.call_id, extension=row.extension, ending=leg.ending or "talked")
    return facts.LegChanged(call_id=row.call_id, extension=row.extension, status=leg.status)


def _presence(unit: Unit, row: Row, was: str, leg: Leg) -> None:
    if leg.status in ("talking", "held") and was not in ("talking", "held"):
        presences.takes_call(unit, row.employee_id, row.call_id, leg.answered_at or leg.rang_at)
    elif leg.status == "over" and was in ("talking", "held") and leg.ended_at:
        presences.leaves_call(unit, row.employee_id, row.call_id, leg.ended_at)


def end(unit: Unit, call_id: str, at: datetime) -> None:
    """The call is over: so is every side of it that is still open."""
    for row in queries.of_call(unit, call_id):
        if row.status != "over":
            leg = Leg(row.rang_at, row.status, row.answered_at)
            leg.end(at, "missed")
            _change(unit, row, leg)
