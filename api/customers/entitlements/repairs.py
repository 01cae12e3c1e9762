"""Former repairs of a device, told by the room that does them: this room lies below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from api.customers.entitlements.rules import Mode
from api.kit.unit import Unit


@dataclass(frozen=True, slots=True)
class Done:
    """A repair that was finished and handed back on a local day."""

    work_order_id: str
    number: str
    done_on: date
    part_replaced: bool = False
    mode: Mode = "on_site"


Teller = Callable[[Unit, str], list[Done]]
_TELLERS: list[Teller] = []


def repairs_of(teller: Teller) -> Teller:
    """Register who knows finished repairs: `teller(unit, asset_id)` gives them, latest first or in any order.

    Called once at import by a room above, as a decorator. It tells of all repairs of the device, whoever asks: what is
    free does not depend on who looks it up.
    """
    _TELLERS.append(teller)
    return teller


def told(unit: Unit, asset_id: str) -> list[Done]:
    """Every finished repair of the device that any room knows."""
    return [done for teller in _TELLERS for done in teller(unit, asset_id)]
