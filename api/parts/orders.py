"""What parts must know of orders, which are a room above: that room registers who finds one (work_orders/telling.py)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words
from api.parts.problems import OrderClosed


@dataclass(frozen=True, slots=True)
class Order:
    """A job that parts are issued against (R184); `open` until it is closed or cancelled."""

    id: str
    number: str
    case_id: str
    station_id: str
    engineer_id: str | None
    open: bool


Find = Callable[[Unit, str], Order | None]
_finders: list[Find] = []


def register(find: Find) -> None:
    """Tell how to find an order that the caller may see, by id, held until the end of the transaction."""
    _finders.append(find)


def known(unit: Unit, id: str, *, must_be_open: bool = True) -> Order:
    """The order for a body's `order_id`.

    :raises Invalid: there is none that the caller may see.
    :raises OrderClosed: it takes no more parts (R184).
    """
    found = next((order for find in _finders if (order := find(unit, id))), None)
    if found is None:
        raise Invalid.field("/body/order_id", "unknown", Words("没有这张单", "There is no such order"))
    if must_be_open and not found.open:
        raise OrderClosed(number=found.number)
    return found
