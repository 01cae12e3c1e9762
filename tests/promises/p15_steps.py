"""The stateful part of P15: random deeds of all who touch stock, each compared with an independent sum of movements."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import select

from api import models
from api.access.actor import Actor
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.problems import Problem
from api.kit.unit import Unit
from api.parts.counts import schemas as count_schemas
from api.parts.counts import service as counts
from api.parts.exceptions import schemas as exception_schemas
from api.parts.exceptions import service as exceptions
from api.parts.movements import schemas as move
from api.parts.movements import service as movements
from api.parts.problems import OrderClosed, StockShort
from api.parts.reservations import schemas as reserve
from api.parts.reservations import service as reservations
from api.parts.transfers import schemas as transfer
from api.parts.transfers import service as transfers
from api.work.work_orders import commands
from api.work.work_orders import parts as order_parts
from tests.parts.steps import wrong_with
from tests.promises import p15_ground
from tests.promises.p15_ground import unit_of
from tests.world import World

WHOLE_EVERY = 2000
"""Steps between two looks at everything (reservations and serial numbers too); positions are compared at every step."""
VISIT_USES = 40
"""Parts that one visit uses at most: an order's answer lists them all, so a visit without end would make steps ever dearer."""
_movement = models.stock.StockMovement.__table__
_position = models.stock.StockPosition.__table__
_serial = models.stock.StockSerial.__table__
At = tuple[str, str]


class Oracle:
    """Sums of movements, added up here and nowhere else."""

    def __init__(self) -> None:
        self.sums: dict[At, list[int]] = {}
        self.seen: set[str] = set()
        self.since = ""

    def take_in(self, db: Database) -> None:
        """Every movement that was not seen yet; ids rise, but a little is read again for safety."""
        statement = select(_movement).where(_movement.c.id > self.since) if self.since else select(_movement)
        with db.read() as conn:
            rows = conn.execute(statement.order_by(_movement.c.id)).all()
        for row in rows:
            if row.id in self.seen:
                continue
            self.seen = {row.id} if len(self.seen) > 1000 else self.seen | {row.id}
            for place, sign in ((row.to_place_id, 1), (row.from_place_id, -1)):
                if place:
                    total = self.sums.setdefault((row.part_id, place), [0, 0])
                    total[0] += sign * row.quantity
                    total[1] += sign * row.value_fen
            self.since = row.id

    def wrong(self, db: Database, parts: list[str]) -> list[str]:
        """Each position that is not the sum of its movements, or is negative."""
        with db.read() as conn:
            rows = conn.execute(select(_position).where(_position.c.part_id.in_(parts))).all()
        there = {(row.part_id, row.place_id): row for row in rows}
        wrong = []
        for at, (quantity, value) in self.sums.items():
            if at[0] not in parts:
                continue
            row = there.get(at)
            if row is None or (row.quantity, row.value_fen) != (quantity, value):
                wrong.append(f"{at}: {row and (row.quantity, row.value_fen)}, the movements say {(quantity, value)}")
            if quantity < 0 or value < 0 or (not quantity and value):
                wrong.append(f"{at}: {quantity} pieces of {value} fen cannot be")
            if row is not None and not 0 <= row.reserved <= row.quantity:
                wrong.append(f"{at}: {row.reserved} of {row.quantity} reserved")
        return wrong + [f"{at}: a position without movements" for at in there if at not in self.sums]


class Steps:
    """The people, what they may touch, and what they have begun."""

    def __init__(self, db: Database, world: World, seed: int) -> None:
        self.db, self.world, self.chance = db, world, random.Random(seed)
        self.ground = p15_ground.build(db, world, "P15")
        self.parts = [p15_ground.part(db, f"P15-{n}") for n in range(4)]
        self.tracked = p15_ground.part(db, "P15-S", tracked=True)
        self.people: dict[str, Actor] = {
            name: p15_ground.person(db, world, name) for name in ("PC@A1", "SM@A1", "FE@A1", "FE2@A1", "PC@A2")
        }
        self.orders = [p15_ground.order(db, world, name) for name in ("FE@A1", "FE2@A1", "FE@A1")]
        self.used_on = [0, 0]
        self.closed = p15_ground.order(db, world, is_open=False)
        self.reservations: list[str] = []
        self.sent: list[tuple[str, str]] = []
        self.raised: list[str] = []
        self.uses = self.used = self.kept = 0
        self.serials = 0

    # -- choosing ------------------------------------------------------------------------------------------------------
    def place(self) -> str:
        return self.chance.choice([self.ground.store, *self.ground.bins, *self.ground.vans.values()])

    def shelf(self) -> str:
        return self.chance.choice([self.ground.store, *self.ground.bins, self.ground.defective])

    def some(self) -> int:
        return self.chance.choice((1, 1, 1, 2, 3, 5, 9))

    def piece(self, place: str | None) -> dict[str, Any]:
        """A part, a quantity and, where the part is tracked, the numbers of pieces at the place, sometimes wrong ones."""
        if self.chance.random() < 0.75:
            return {"part_id": self.chance.choice(self.parts), "quantity": self.some()}
        wanted = self.chance.choice((1, 2))
        if place is None:
            self.serials += wanted
            return {
                "part_id": self.tracked, "quantity": wanted,
                "serials": [f"N{self.serials - n}" for n in range(wanted)],
            }  # fmt: skip
        with self.db.read() as conn:
            here = list(
                conn.execute(
                    select(_serial.c.serial)
                    .where(_serial.c.part_id == self.tracked, _serial.c.place_id == place)
                    .limit(wanted)
                ).scalars()
            )
        if self.chance.random() < 0.05 or not here:
            here = ["N0"]
        return {"part_id": self.tracked, "quantity": len(here), "serials": here}

    def act(self, who: str, deed: Callable[..., Any], *given: Any, phone: bool = False) -> Any:
        """One transaction of this person; a phone brings its own time."""
        with unit_of(self.db, self.people[who]) as unit:
            if phone:
                unit.occurred_at = datetime.now(UTC) - timedelta(minutes=self.chance.randrange(1, 600))
            return deed(unit, *given)

    # -- deeds ---------------------------------------------------------------------------------------------------------
    def receive(self) -> None:
        line = self.piece(None) | {"value_fen": self.chance.randrange(0, 100_000)}
        place = self.chance.choice([self.ground.store, *self.ground.bins])
        self.act("PC@A1", movements.receive, move.Receive(to_place_id=place, lines=[move.Received(**line)]))

    def issue(self) -> None:
        place = self.place()
        order = self.closed if self.chance.random() < 0.05 else self.chance.choice(self.orders)
        command = move.Issue(order_id=order, from_place_id=place, lines=[self.piece(place), self.piece(place)])
        made = self.act("PC@A1", movements.issue, command)
        if order == self.closed:
            raise AssertionError(f"issued against an order that is over: {made['number']}")

    def give_back(self) -> None:
        piece = {"part_id": self.chance.choice(self.parts), "quantity": self.some()}
        command = move.Return(order_id=self.chance.choice(self.orders), to_place_id=self.place(), lines=[piece])
        self.act("PC@A1", movements.take_back, command)

    def shift(self) -> None:
        source, target = self.shelf(), self.shelf()
        self.act(
            "PC@A1", movements.move, move.Move(from_place_id=source, to_place_id=target, lines=[self.piece(source)])
        )

    def scrap(self) -> None:
        place = self.place()
        command = move.Scrap(from_place_id=place, lines=[self.piece(place)], reason="P15")
        self.act("SM@A1", movements.scrap, command)

    def reverse(self) -> None:
        with self.db.read() as conn:
            ids = list(
                conn.execute(
                    select(_movement.c.id).where(_movement.c.part_id.in_([*self.parts, self.tracked]))
                    .order_by(_movement.c.id.desc()).limit(30)
                ).scalars()
            )  # fmt: skip
        if ids:
            self.act("SM@A1", movements.reverse, self.chance.choice(ids), move.Reverse(reason="P15"))

    def send(self) -> None:
        source, target = self.place(), self.chance.choice([self.place(), self.ground.other, self.ground.defective])
        command = transfer.Send(from_place_id=source, to_place_id=target, **self.piece(source))
        to = "PC@A2" if target == self.ground.other else "SM@A1"
        self.sent.append((self.act("PC@A1", transfers.send, command)["id"], to))

    def arrive(self) -> None:
        if not self.sent:
            return
        id, who = self.sent.pop(self.chance.randrange(len(self.sent)))
        if self.chance.random() < 0.2:
            self.act(who, transfers.take_back, id, transfer.TakeBack(reason="P15"))
        else:
            self.act(who, transfers.receive, id, transfer.Receive())

    def keep(self) -> None:
        command = reserve.ReservationCreate(
            order_id=self.chance.choice(self.orders), part_id=self.chance.choice([*self.parts, self.tracked]),
            quantity=self.some(), place_id=self.chance.choice([self.ground.store, *self.ground.bins]),
            wait=self.chance.random() < 0.4,
        )  # fmt: skip
        self.reservations.append(self.act("PC@A1", reservations.reserve, command)["id"])

    def issue_kept(self) -> None:
        if self.reservations:
            id = self.reservations.pop(self.chance.randrange(len(self.reservations)))
            self.act("PC@A1", reservations.issue, id, reserve.Issue())

    def let_go(self) -> None:
        if self.reservations:
            id = self.reservations.pop(self.chance.randrange(len(self.reservations)))
            self.act("PC@A1", reservations.release, id, reserve.Release(reason="P15"))

    def use(self) -> None:
        """From the van, by the phone: either a movement or an exception, never neither and never both."""
        index = self.chance.randrange(2)
        name = ("FE@A1", "FE2@A1")[index]
        piece = self.piece(self.ground.vans[name])
        command = commands.UsePart(**piece)
        before = self.told()
        self.act(name, order_parts.use_part, self.orders[index], command, phone=True)
        after = self.told()
        moved, raised = after[0] - before[0], after[1] - before[1]
        if moved + len(raised) != 1:
            raise AssertionError(f"a use left {moved} movements and {len(raised)} exceptions")
        self.uses += 1
        self.used_on[index] += 1
        if self.used_on[index] == VISIT_USES:
            self.orders[index], self.used_on[index] = p15_ground.order(self.db, self.world, name), 0
        self.used += moved
        self.kept += len(raised)
        self.raised += sorted(raised)

    def told(self) -> tuple[int, set[str]]:
        """How many issues there are (by their newest numbers), and which exceptions are open."""
        table = models.stock_exceptions.StockException.__table__
        with self.db.read() as conn:
            newest = conn.execute(
                select(_movement.c.id).where(_movement.c.kind == "issue").order_by(_movement.c.id.desc()).limit(1)
            ).scalar()
            open_ = set(conn.execute(select(table.c.id).where(table.c.status == "open")).scalars())
        changed = newest != getattr(self, "_newest", None)
        self._newest = newest
        self._issues = getattr(self, "_issues", 0) + changed
        return self._issues, open_

    def settle_exception(self) -> None:
        if not self.raised:
            return
        id = self.raised.pop(self.chance.randrange(len(self.raised)))
        verb = self.chance.choice((exceptions.book, exceptions.book_found, exceptions.dismiss))
        try:
            self.act("SM@A1", verb, id, exception_schemas.Settle(reason="P15"))
        except Problem:
            self.raised.append(id)
            raise

    def count(self) -> None:
        """A whole stock-take of one place, with a slip of the hand here and there, approved by another."""
        place = self.chance.choice([*self.ground.bins, self.ground.defective, *self.ground.vans.values()])
        sheet = self.act("PC@A1", counts.open_count, count_schemas.CountOpen(place_id=place))
        try:
            lines = []
            with self.db.read() as conn:
                rows = conn.execute(
                    select(_position).where(_position.c.place_id == place, _position.c.quantity > 0)
                ).all()
            for row in rows:
                if row.part_id == self.tracked:
                    with self.db.read() as conn:
                        lies = _serial.c.part_id == row.part_id, _serial.c.place_id == place
                        found = list(conn.execute(select(_serial.c.serial).where(*lies)).scalars())
                    if found and self.chance.random() < 0.3:
                        found.pop()
                    lines.append({"part_id": row.part_id, "place_id": place, "counted": len(found), "serials": found})
                else:
                    seen = max(row.quantity + self.chance.choice((0, 0, 0, -1, 1, 3)), 0)
                    lines.append({"part_id": row.part_id, "place_id": place, "counted": seen})
            if lines:
                entered = count_schemas.Enter(lines=[count_schemas.CountedLine(**line) for line in lines])
                self.act("PC@A1", counts.enter, sheet["id"], entered)
            self.act("PC@A1", counts.submit, sheet["id"], count_schemas.Submit())
            self.act("SM@A1", counts.settle, sheet["id"], count_schemas.Settle())
        except Problem:
            self.act("PC@A1", counts.cancel, sheet["id"], count_schemas.Because(reason="P15"))
            raise

    def cheat(self) -> None:
        """Somebody writes a movement past the rooms that takes more than is there: the database itself refuses."""
        place, part = self.place(), self.chance.choice(self.parts)

        def write(unit: Unit) -> None:
            unit.insert(
                models.stock.StockMovement, number=f"X-{new_id()}"[:40], line=1, kind="scrap", reason="P15",
                station_id=self.world.stations["A1"], part_id=part, quantity=1_000_000, value_fen=0,
                from_place_id=place, occurred_at=unit.now,
            )  # fmt: skip

        try:
            self.act("PC@A1", write)
        except Exception as error:
            if type(error).__name__ != "IntegrityError":
                raise
            raise StockShort from error  # as it should be
        raise AssertionError("a million pieces left a place that had none")


DEEDS = {
    "receive": 14, "issue": 12, "give_back": 6, "shift": 8, "scrap": 2, "reverse": 4, "send": 9, "arrive": 9, "keep": 8,
    "issue_kept": 5, "let_go": 4, "use": 12, "settle_exception": 4, "count": 2, "cheat": 1,
}  # fmt: skip


def run(db: Database, world: World, steps: int, seed: int) -> dict[str, Any]:
    """So many deeds; gives how many were done and refused, and every difference found."""
    people = Steps(db, world, seed)
    oracle, wrong = Oracle(), []
    done: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    names, weights = zip(*DEEDS.items(), strict=True)
    for number in range(1, steps + 1):
        name = people.chance.choices(names, weights)[0]
        try:
            getattr(people, name)()
            done[name] += 1
        except (Problem, OrderClosed) as refusal:
            refused[f"{name}: {refusal.slug}"] += 1
        except Exception as error:
            wrong.append(f"step {number}, {name}: {type(error).__name__}: {error}"[:300])
        oracle.take_in(db)
        wrong += [f"step {number}, {name}: {each}" for each in oracle.wrong(db, [*people.parts, people.tracked])]
        if number % WHOLE_EVERY == 0 or number == steps:
            wrong += [f"step {number}: {each}" for each in wrong_with(db)]
        if len(wrong) > 20:
            break
    if people.uses != people.used + people.kept:
        wrong.append(f"{people.uses} uses in the field, {people.used} posted and {people.kept} kept")
    return {
        "steps": number, "done": sum(done.values()), "refused": sum(refused.values()), "exceptions": people.kept,
        "by_kind": {"done": dict(done), "refused": dict(refused)}, "wrong": wrong,
    }  # fmt: skip
