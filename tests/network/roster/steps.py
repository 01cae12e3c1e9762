"""A roster as tests write it: shifts by the clock on the wall in Beijing, at a moment of the test's choosing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from api.kit import edge
from api.kit.ids import new_id
from api.kit.unit import Unit
from tests.client import Api
from tests.world import World

CN = ZoneInfo("Asia/Shanghai")


class Wall:
    """The time of the requests, moved by hand; who is signed in stays so."""

    def __init__(self, patch: pytest.MonkeyPatch, start: str) -> None:
        self.moment = cn(start)
        patch.setattr(edge, "Unit", lambda *given, **more: Unit(*given, now=self.moment, **more))

    def turn(self, to: str) -> None:
        """It is this time now, by the clock on the wall."""
        self.moment = cn(to)


def cn(text: str) -> datetime:
    """`2026-12-07 08:00` by the clock on the wall in Beijing."""
    return datetime.fromisoformat(text).replace(tzinfo=CN).astimezone(UTC)


def turn_of(world: World, who: str, start: str, hours: float = 9, kind: str = "field", **more: Any) -> dict[str, Any]:
    """The body that plans a shift."""
    begins = cn(start)
    return {
        "station_id": world.stations["A1"], "employee_id": world.employees[f"{who}@A1"], "kind": kind,
        "starts_at": begins.isoformat(), "ends_at": (begins + timedelta(hours=hours)).isoformat(), **more,
    }  # fmt: skip


def act(client: Api, path: str, body: Any = None, status: int | None = None) -> Any:
    """A POST with a key of its own."""
    return client.act(path, body, status=status, idempotency_key=new_id())
