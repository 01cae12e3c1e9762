"""Reactions of the kind `later` (house rule 12): through the job table, keyed by fact and reaction, so each happens once."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from api.events.facts import Fact
from api.events.model import Event
from api.kit import jobs
from api.kit.unit import Row, Unit

Later = Callable[[Unit, Row], None]
_names: dict[str, list[str]] = {}


def later(*facts: type[Fact]) -> Callable[[Later], Later]:
    """Do this soon after one of these facts was committed, in a transaction of its own, exactly once per fact.

    The reaction gets the row of `event`. It is known by its module and name: renaming it forgets jobs under way.
    """

    def register(reaction: Later) -> Later:
        name = f"{reaction.__module__.removeprefix('api.')}.{reaction.__name__}"
        for fact in facts:
            _names.setdefault(fact.type, []).append(name)

        def do(job: jobs.Claim) -> jobs.Apply:
            def apply(unit: Unit) -> None:
                table = Event.__table__  # type: ignore[attr-defined]
                found = unit.first(select(table).where(table.c.id == job.payload["event_id"]))
                assert found, "facts are never removed"
                reaction(unit, Row(table, found))

            return apply

        jobs.handler(f"later:{name}"[:80])(do)
        return reaction

    return register


def jobs_for(type: str, event_id: str) -> list[dict[str, object]]:
    """The jobs that a fact calls for."""
    return [
        {"kind": f"later:{name}"[:80], "key": f"{event_id}:{name}"[:160], "payload": {"event_id": event_id}}
        for name in _names.get(type, ())
    ]
