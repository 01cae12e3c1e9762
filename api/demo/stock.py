"""The stock of the demo: catalogue, stores, two vans, reservations, a request, a stock-take and an offline oversell."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

from api.demo import queries, stock_data
from api.demo.player import Player
from api.kit import clock
from api.kit.db import Database
from api.parts.catalogue import schemas as catalogue
from api.parts.catalogue import service as parts
from api.parts.counts import schemas as count
from api.parts.counts import service as counts
from api.parts.movements import schemas as move
from api.parts.movements import service as movements
from api.parts.places import schemas as place
from api.parts.places import service as places
from api.parts.reservations import schemas as reserve
from api.parts.reservations import service as reservations
from api.parts.taking import Piece
from api.parts.transfers import schemas as transfer
from api.parts.transfers import service as transfers
from api.work.work_orders import commands
from api.work.work_orders import parts as order_parts

HOME = "BJ01"
DAY = timedelta(days=1)


def fill(db: Database) -> None:
    """Set up the places, bring the stock in, and let the people of the first station move some of it."""
    _Stock(db).play()


class _Stock:
    def __init__(self, db: Database) -> None:
        self.db, self.player, self.chance = db, Player(db), Random(11)  # noqa: S311 - the same for everybody
        self.now = clock.now()
        self.clerk, self.manager = self.player.one("PC", HOME), self.player.one("SM", HOME)
        self.director = self.player.one("HQ", "ZB")
        self.stations = queries.station_ids(self.player)
        self.ids: dict[str, str] = {}
        self.serials: dict[str, list[str]] = {}
        self.tracked = {number for number, _, _, _, tracked, *_ in stock_data.PARTS if tracked}

    def at(self, days: float) -> datetime:
        return self.now - days * DAY

    def play(self) -> None:
        self.set_up()
        self.catalogue()
        self.bring_in()
        self.vans()
        self.orders()
        self.take_stock()

    def add(self, code: str, name: str, kind: Any, station: str, parent: str = "", employee: str = "") -> str:
        wanted = place.PlaceCreate(
            code=code, name=name, kind=kind, station_id=self.stations[station],
            parent_id=self.places.get(parent), employee_id=employee or None,
        )  # fmt: skip
        self.places[code] = self.player.act(self.director, self.at(40), places.add, wanted)["id"]
        return self.places[code]

    def set_up(self) -> None:
        self.places: dict[str, str] = {}
        self.add("ZB", "备件中心", "centre", "ZB")
        self.add("BJ01", "北京一站库", "store", HOME, "ZB")
        self.add("A-01", "A 架 1 层", "bin", HOME, "BJ01")
        self.add("A-02", "A 架 2 层", "bin", HOME, "BJ01")
        self.add("B-01", "B 架易耗件", "bin", HOME, "BJ01")
        self.add("BAD", "坏件区", "defective", HOME, "BJ01")
        self.add("BJ02", "北京二站库", "store", "BJ02", "ZB")
        self.engineers = [self.player.one("FE", HOME, index) for index in range(2)]
        for index, engineer in enumerate(self.engineers):
            self.add(f"VAN-{index + 1}", f"{engineer.name}的车", "van", HOME, "BJ01", str(engineer.employee_id))

    def catalogue(self) -> None:
        products = queries.product_ids(self.player)
        for number, name, family, unit, tracked, _, low, scarce, high, models, _, _ in stock_data.PARTS:
            wanted = catalogue.PartCreate(
                number=number, name=name, family=family, unit=unit, serial_tracked=tracked, low_at=low, scarce_at=scarce,
                high_at=high, product_ids=[products[model] for model in models],
            )  # fmt: skip
            self.ids[number] = self.player.act(self.director, self.at(40), parts.add, wanted)["id"]
        for number, other in stock_data.SUBSTITUTES:
            change = catalogue.PartChange(substitute_ids=[self.ids[other]])
            self.player.act(self.director, self.at(39), parts.change, self.ids[number], change)

    def piece(self, number: str, quantity: int, *, fresh: bool = False) -> dict[str, Any]:
        """A line of a slip; pieces with numbers get new ones, or the oldest that are in the store."""
        line: dict[str, Any] = {"part_id": self.ids[number], "quantity": quantity}
        if number in self.tracked:
            kept = self.serials.setdefault(number, [])
            if fresh:
                made = [f"{number[:3]}{self.chance.randint(10_000_000, 99_999_999)}" for _ in range(quantity)]
                kept += made
                line["serials"] = made
            else:
                line["serials"], kept[:] = kept[:quantity], kept[quantity:]
        return line

    def bring_in(self) -> None:
        """Two deliveries, the second a little dearer; what is used most lies in bins."""
        for days, share, dearer in ((35, 0.6, 100), (12, 0.4, 104)):
            lines = []
            for number, _, _, _, _, price, *_, store, van in stock_data.PARTS:
                total = store + 2 * van
                quantity = round(total * 0.6) if share == 0.6 else total - round(total * 0.6)
                if quantity:
                    line = self.piece(number, quantity, fresh=True)
                    lines.append(move.Received(**line, value_fen=quantity * price * dearer // 100))
            wanted = move.Receive(to_place_id=self.places["BJ01"], lines=lines, reason=f"备件中心发货单 {days:04d}")
            self.player.act(self.clerk, self.at(days), movements.receive, wanted)
        for number, shelf in (("PMP-1010", "B-01"), ("PMP-1020", "B-01"), ("GAS-7010", "B-01"), ("OPT-2300", "A-01")):
            moved = move.Move(
                from_place_id=self.places["BJ01"], to_place_id=self.places[shelf],
                lines=[Piece(**self.piece(number, 6 if number == "OPT-2300" else 40))],
            )  # fmt: skip
            self.player.act(self.clerk, self.at(11), movements.move, moved)

    def vans(self) -> None:
        for index, engineer in enumerate(self.engineers):
            for number, *_, van in stock_data.PARTS:
                if not van:
                    continue
                sent = transfer.Send(
                    from_place_id=self.places["BJ01"], to_place_id=self.places[f"VAN-{index + 1}"],
                    **self.piece(number, van),
                )  # fmt: skip
                made = self.player.act(self.clerk, self.at(9), transfers.send, sent)
                self.player.act(engineer, self.at(8.5), transfers.receive, made["id"], transfer.Receive())
        sent = transfer.Send(
            from_place_id=self.places["BJ01"], to_place_id=self.places["VAN-1"], note="补车存",
            **self.piece("HTR-4020", 2),
        )  # fmt: skip
        self.player.act(self.clerk, self.at(0.05), transfers.send, sent)

    def orders(self) -> None:
        """Parts for the jobs that are under way, by their state: fitted on site, kept for tomorrow, or waited for."""
        jobs = queries.open_orders(self.player, self.stations[HOME])
        vans = {engineer.employee_id: engineer for engineer in self.engineers}
        for job in jobs:
            if job["status"] == "waiting_for_parts":
                wanted = reserve.ReservationCreate(
                    order_id=job["id"], part_id=self.ids["VAL-3100"], quantity=2, wait=True, note="客户催，月底前要"
                )
                asked = self.player.act(self.clerk, self.at(1), reservations.reserve, wanted)
                expected = reserve.Expect(expected_on=(self.now + 2 * DAY).date())
                self.player.act(self.clerk, self.at(0.9), reservations.expect, asked["id"], expected)
        kept = [job for job in jobs if job["status"] in ("assigned", "time_promised")][:3]
        for job, number in zip(kept, ("OPT-2200", "PCB-6020", "HTR-4010"), strict=False):
            wanted = reserve.ReservationCreate(order_id=job["id"], part_id=self.ids[number], quantity=1)
            self.player.act(self.clerk, self.at(0.3), reservations.reserve, wanted)
        on_site = [job for job in jobs if job["status"] == "on_site" and job["engineer_id"] in vans]
        for job in on_site[:1]:
            engineer = vans[job["engineer_id"]]
            for number, quantity in (("PMP-1010", 2), ("VAL-3010", 3)):  # of the second the van has only two
                with self.player.unit(engineer, self.now) as unit:
                    unit.occurred_at = self.at(0.02)
                    used = commands.UsePart(part_id=self.ids[number], quantity=quantity)
                    order_parts.use_part(unit, job["id"], used)

    def take_stock(self) -> None:
        """The shelf of small parts was counted this morning and waits for the manager."""
        sheet = self.player.act(
            self.clerk, self.at(0.2), counts.open_count, count.CountOpen(place_id=self.places["B-01"])
        )
        lines = [
            count.CountedLine(
                part_id=line["part"]["id"], place_id=line["place"]["id"], counted=40 - (2 if index == 0 else 0)
            )
            for index, line in enumerate(sheet["sheet"])
        ]
        self.player.act(self.clerk, self.at(0.15), counts.enter, sheet["id"], count.Enter(lines=lines))
        self.player.act(self.clerk, self.at(0.14), counts.submit, sheet["id"], count.Submit())
