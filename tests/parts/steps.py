"""What the tests of parts share: a store, a van, a bench and a few parts of station A1, made through the API."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from sqlalchemy import case, func, select

from api import models
from api.kit.db import Database
from tests.client import Api
from tests.work.steps import Desk
from tests.world import World

AsRole = Callable[..., Api]
_movement = models.stock.StockMovement.__table__
_position = models.stock.StockPosition.__table__
_reservation = models.stock_reservations.StockReservation.__table__
_serial = models.stock.StockSerial.__table__
_part = models.parts.Part.__table__


def key() -> dict[str, str]:
    return {"Idempotency_Key": secrets.token_hex(12)}


class Stock:
    """The people who move stock at one station, and the ids of what they move, by name."""

    def __init__(self, as_role: AsRole, world: World, station: str = "A1") -> None:
        self.as_role, self.world, self.station = as_role, world, station
        self.clerk, self.manager = as_role("PC", station), as_role("SM", station)
        self.engineer, self.coordinator = as_role("FE", station), as_role("CO", station)
        self.desk = Desk(as_role, world, station)
        self.places: dict[str, str] = {}
        self.parts: dict[str, str] = {}
        self.place("store", "store")
        self.place("bin", "bin", parent="store")
        self.place("van", "van", parent="store", employee_id=world.employees[f"FE@{station}"])
        self.place("defective", "defective", parent="store")

    def place(self, name: str, kind: str, parent: str | None = None, **more: Any) -> str:
        body = {
            "code": name.upper(), "name": name, "kind": kind, "station_id": self.world.stations[self.station],
            "parent_id": self.places.get(parent or ""), **more,
        }  # fmt: skip
        self.places[name] = self.manager.act("stock-places", body, **key())["id"]
        return self.places[name]

    def part(self, name: str, **more: Any) -> str:
        """A part of this number in the catalogue; made once."""
        if name not in self.parts:
            body = {"number": name, "name": f"光源模块 {name}", "family": "光学", "unit": "个", **more}
            self.parts[name] = self.clerk.act("parts", body)["id"]
        return self.parts[name]

    def line(self, part: str, quantity: int, **more: Any) -> dict[str, Any]:
        return {"part_id": self.part(part), "quantity": quantity, **more}

    def receive(self, part: str, quantity: int, value_fen: int = 0, at: str = "store", **more: Any) -> dict[str, Any]:
        body = {"to_place_id": self.places[at], "lines": [self.line(part, quantity, value_fen=value_fen, **more)]}
        return self.clerk.act("stock-movements/receive", body, **key())

    def stock_van(self, part: str, quantity: int, value_fen: int = 0, **more: Any) -> None:
        """Received into the store and transferred to the engineer's van."""
        self.receive(part, quantity, value_fen, **more)
        sent = self.send(part, quantity, "store", "van", **more)
        self.engineer.act(f"stock-transfers/{sent['id']}/receive", **key())

    def send(self, part: str, quantity: int, source: str, target: str, **more: Any) -> dict[str, Any]:
        body = {
            "from_place_id": self.places[source], "to_place_id": self.places[target], **self.line(part, quantity), **more
        }  # fmt: skip
        return self.clerk.act("stock-transfers", body, **key())

    def issue(
        self, part: str, quantity: int, order: dict[str, Any], at: str = "store", status: int = 201, **more: Any
    ) -> Any:
        body = {"order_id": order["id"], "from_place_id": self.places[at], "lines": [self.line(part, quantity, **more)]}
        return self.clerk.act("stock-movements/issue", body, status=status, **key())

    def reserve(self, part: str, quantity: int, order: dict[str, Any], status: int = 201, **more: Any) -> Any:
        body = {"order_id": order["id"], **self.line(part, quantity), **more}
        return self.clerk.act("stock-reservations", body, status=status, **key())

    def use(self, part: str, quantity: int, order: dict[str, Any], status: int = 200, **more: Any) -> Any:
        body = {**self.line(part, quantity), **more}
        return self.engineer.act(f"work-orders/{order['id']}/use-part", body, status=status, **key())

    def at(self, part: str, place: str = "store") -> tuple[int, int, int]:
        """Quantity, reserved and value of a part at a place."""
        found = self.manager.read("stock", part_id=self.part(part), limit=200)["items"]
        rows = [row for row in found if row["place"]["id"] == self.places[place]]
        return (rows[0]["quantity"], rows[0]["reserved"], rows[0]["value_fen"]) if rows else (0, 0, 0)


def wrong_with(db: Database) -> list[str]:
    """Everything in the ledger that does not add up: stock is the sum of movements, nothing is negative, what is reserved
    is what is held, and each piece with a number lies where the count of its part says."""
    wrong = []
    with db.read() as conn:
        sums: dict[tuple[str, str], list[int]] = {}
        for column, sign in ((_movement.c.to_place_id, 1), (_movement.c.from_place_id, -1)):
            statement = (
                select(
                    _movement.c.part_id, column.label("place_id"), func.sum(_movement.c.quantity).label("quantity"),
                    func.sum(_movement.c.value_fen).label("value_fen"),
                )
                .where(column.is_not(None))
                .group_by(_movement.c.part_id, column)
            )  # fmt: skip
            for row in conn.execute(statement):
                total = sums.setdefault((row.part_id, row.place_id), [0, 0])
                total[0] += sign * int(row.quantity)
                total[1] += sign * int(row.value_fen)
        held = {
            (row.part_id, row.place_id): int(row.held)
            for row in conn.execute(
                select(
                    _reservation.c.part_id, _reservation.c.place_id,
                    func.sum(
                        case((_reservation.c.status == "held", _reservation.c.quantity - _reservation.c.issued), else_=0)
                    ).label("held"),
                ).group_by(_reservation.c.part_id, _reservation.c.place_id)
            )
        }  # fmt: skip
        lying = {
            (row.part_id, row.place_id): int(row.pieces)
            for row in conn.execute(
                select(_serial.c.part_id, _serial.c.place_id, func.count().label("pieces"))
                .where(_serial.c.place_id.is_not(None))
                .group_by(_serial.c.part_id, _serial.c.place_id)
            )
        }
        tracked = set(conn.execute(select(_part.c.id).where(_part.c.serial_tracked)).scalars())
        positions = conn.execute(select(*_position.c)).all()
    for row in positions:
        at = (row.part_id, row.place_id)
        quantity, value = sums.pop(at, [0, 0])
        if (row.quantity, row.value_fen) != (quantity, value):
            wrong.append(f"{at}: {row.quantity} pieces of {row.value_fen} fen, the movements say {quantity} of {value}")
        if not (0 <= row.reserved <= row.quantity and row.value_fen >= 0 and (row.quantity or not row.value_fen)):
            wrong.append(f"{at}: {row.quantity} pieces, {row.reserved} reserved, {row.value_fen} fen cannot be")
        if row.reserved != held.pop(at, 0):
            wrong.append(f"{at}: {row.reserved} reserved, the reservations say otherwise")
        if row.part_id in tracked and row.quantity != lying.get(at, 0):
            wrong.append(f"{at}: {row.quantity} pieces, {lying.get(at, 0)} serial numbers")
    wrong += [f"{at}: {total} by the movements, and no position" for at, total in sums.items()]
    return wrong + [f"{at}: {count} held and no position" for at, count in held.items() if count]
