"""What happened in the demo network lately: cases on their way through the four steps, some late, some ended otherwise.

Every step is the room's own verb at its own time, so numbers, clocks, bookings and facts are those of real work.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random
from typing import Any

from PIL import Image, ImageDraw

from api.access.actor import SYSTEM
from api.aftercare.follow_ups import commands as follow_up
from api.aftercare.follow_ups import service as follow_ups
from api.demo import data, money, papers, prices, queries
from api.demo.player import Player
from api.intake.calls import schemas as call
from api.intake.calls import service as calls
from api.intake.service_requests import consent, ending, judging
from api.intake.service_requests import schemas as case
from api.intake.service_requests import service as cases
from api.kit import clock
from api.kit.db import Database
from api.kit.problems import Clash, TransitionRefused
from api.kit.unit import Unit
from api.money.price_lists import queries as price_lists
from api.money.quotes import consenting, following, offering
from api.money.quotes import schemas as sale
from api.money.quotes import service as quotes
from api.network.calendars.holidays import seed_calendar
from api.work.work_orders import assignment, commands, coordination, visit

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
# how far each case gets, and how many working days ago it began; the newest come last
COURSES = (
    ("closed", 30), ("closed", 26), ("closed", 24), ("dissatisfied", 22), ("closed", 21), ("answered", 20), ("closed", 19),
    ("closed", 18), ("declined", 16), ("closed", 15), ("carry_in", 14), ("closed", 13), ("closed", 12), ("answered", 11),
    ("closed", 10), ("closed", 9), ("follow_up", 6), ("follow_up", 6), ("follow_up", 5), ("called", 5), ("follow_up", 4),
    ("parts", 4), ("follow_up", 4), ("parts", 3), ("promised_late", 3), ("on_site_late", 2), ("promised_late", 2),
    ("follow_up", 3), ("on_site", 1), ("work_done", 1), ("on_the_way", 1), ("assigned", 1), ("promised", 1), ("contacted", 1),
    ("assigned", 1), ("signed", 1), ("assigned", 1), ("promised", 1), ("again", 1), ("quoted", 1), ("quoted", 0), ("received", 0),
    ("contacted", 0), ("accepted", 0), ("received", 0), ("judged", 0), ("new", 0), ("new", 0),
    ("quote_expired", 24), ("quote_declined", 2), ("quote_void", 1), ("quote_asked", 0), ("quote_draft", 0), ("extra", 1),
    *money.COURSES,
)  # fmt: skip
PAID = (
    "quoted", "accepted", "quote_draft", "quote_asked", "quote_declined", "quote_expired", "quote_void", "extra",
    *money.NAMES,
)  # fmt: skip
"""Courses of paid service, by how far the quote gets."""
LIVE = ("assigned", "on_the_way", "on_site", "work_done", "signed", "promised", "contacted", "received")
HOME = "BJ01"
"""The station whose accounts the terminal shows: its first engineer gets what is under way today."""


def fill(db: Database, tell: Callable[[str], None]) -> None:
    """Walk the cases of `COURSES` through the rooms' services."""
    player, chance = Player(db), Random(7)  # noqa: S311 - the demo is the same for everybody
    tell("price lists")
    prices.fill(player)
    devices = sorted(player.devices, key=lambda device: (device["customer"], device["model"]))
    chance.shuffle(devices)
    home = iter([device for device in devices if device["code"] == HOME])
    paying = iter([device for device in devices if device["code"] == HOME][::-1])  # where an admin specialist is
    others = iter([device for device in devices if device["code"] != HOME] * 3)
    for index, (course, days) in enumerate(COURSES):
        tell(f"cases: {index + 1} of {len(COURSES)}")
        pool = paying if course in money.NAMES else home if course in LIVE or index % 2 else others
        device = next(pool, None) or next(others)
        _Case(player, chance, device, course, days).play()
    papers.before_shifts(player, HOME, clock.now())
    money.close_days(player, HOME)


class _Case:
    def __init__(self, player: Player, chance: Random, device: dict[str, Any], course: str, days: int) -> None:
        self.player, self.chance, self.device, self.course = player, chance, device, course
        self.fault = chance.choice(data.FAULTS[device["family"]])
        self.code = device["code"]
        self.now = clock.now()
        self.week = seed_calendar()
        if days:
            day = self.now - timedelta(days=days * 7 / 6)
            self.at = (
                self.week.next_opening(day.replace(hour=1, minute=chance.randint(0, 50))) + chance.random() * 3 * HOUR
            )
        else:
            self.at = self.now - chance.uniform(0.3, 3) * HOUR
        self.at = min(self.at, self.now - 5 * MINUTE)
        self.who = player.one("HL", self.code, chance.randint(0, 1))
        self.coordinator = player.one("CO", self.code)

    def later(self, least: float, most: float) -> datetime:
        """Move on by so many minutes, never past the present."""
        self.at = min(self.at + self.chance.uniform(least, most) * MINUTE, self.now)
        return self.at

    def do(self, verb: Callable[..., Any], id: str, command: Any, actor: Any = None) -> dict[str, Any]:
        """One act on a record at the present point of the case."""
        return self.player.act(actor or self.coordinator, self.at, verb, id, command)

    def play(self) -> None:
        """From the call to where the course ends."""
        self.take_in()
        if self.course == "new" or not self.judge():
            return
        self.order = self.case["orders"][0]["id"]
        if self.course == "received":
            return
        self.later(10, 80)
        self.do(
            coordination.contact, self.order, commands.Contact(note=f"{self.device['contact']}确认：{self.fault[0]}")
        )
        if self.course == "contacted" or not self.promise():
            return
        self.visit()

    def take_in(self) -> None:
        subject, said, *_ = self.fault
        device = self.device
        with self.player.unit(self.who, self.at) as unit:
            rang = self.at - timedelta(seconds=self.chance.randint(4, 19))
            taken = calls.create(
                unit,
                call.Create(
                    direction="inbound", from_number=device["phone"], rang_at=rang, answered_at=self.at, rings=2
                ),
            )
        self.call = taken["id"]
        self.later(1, 4)
        paid = self.course in PAID
        with self.player.unit(self.who, self.at) as unit:
            calls.identify(
                unit, taken["id"], call.Identify(customer_id=device["customer_id"], contact_id=device["contact_id"])
            )
            self.case = cases.create(
                unit,
                case.Create(
                    call_id=taken["id"], channel="call", customer_id=device["customer_id"], contact_id=device["contact_id"],
                    site_id=device["site_id"], asset_id=device["id"], subject=subject, description=said,
                    group="paid_service" if paid else "hardware_repair", fault_kind="hardware",
                    urgency="urgent" if self.chance.random() < 0.2 else "normal",
                ),
            )  # fmt: skip
        if self.course == "again":
            self.call_again()

    def call_again(self) -> None:
        """The customer calls a second time about the same matter (R42)."""
        self.later(60, 120)
        with self.player.unit(self.who, self.at) as unit:
            taken = calls.create(
                unit, call.Create(direction="inbound", from_number=self.device["phone"], rang_at=self.at)
            )
            calls.identify(unit, taken["id"], call.Identify(customer_id=self.device["customer_id"]))
            note = "问什么时候能来，月底要交数据"
            calls.same_matter(unit, taken["id"], call.SameMatter(service_request_id=self.case["id"], note=note))
            calls.close(unit, taken["id"], call.Close(outcome="answered", note="已致歉，答应当天给时间"))

    def judge(self) -> bool:
        """Judge, settle what is paid, dispatch; False where the course ends before an order."""
        id = self.case["id"]
        self.later(1, 3)
        group = "consultation" if self.course == "answered" else self.case["group"]
        mode = None if self.course == "answered" else "carry_in" if self.course == "carry_in" else "on_site"
        # what is charged inside the warranty is so for a reason (D3)
        ends = self.device["warranty_ends_on"]
        covered = ends is not None and ends >= self.at.date()
        why: Any = "liquid_or_power" if self.course in PAID and covered else None
        judgement = case.Judge(group=group, fault_kind="hardware", mode=mode, exclusion=why)
        judged = self.do(judging.judge, id, judgement, self.who)
        if self.course == "judged":
            return False
        self.later(1, 3)
        if self.course == "answered":
            self.do(
                ending.answer, id, case.GiveAnswer(answer="按说明书第 4 章重新做一次零点校准，读数已恢复。"), self.who
            )
            return False
        if self.course == "carry_in":
            self.do(ending.advise_carry_in, id, case.AdviseCarryIn(note="请带购机发票和附件"), self.who)
            return False
        if judged["paid"] or judged["status"] == "awaiting_consent":
            if not self.agree(id):
                return False
        elif self.course == "declined":
            self.do(ending.cancel, id, case.Because(reason="客户自行更换滤芯后恢复，不用来了"), self.who)
            return False
        self.case = self.do(judging.dispatch, id, case.Dispatch(note=self.fault[1][:60]), self.who)
        return True

    def agree(self, id: str) -> bool:
        self.do(consent.explain_policy, id, case.Nothing(), self.who)
        self.later(1, 2)
        if self.course == "declined":
            self.do(consent.decline, id, case.Because(reason="客户嫌上门费高，自行联系原厂渠道"), self.who)
            return False
        self.do(consent.accept_terms, id, case.Nothing(), self.who)
        quote = self.quote(id)
        if quote is None or self.course == "quoted":
            return False
        self.later(1, 3)
        if self.course == "quote_declined":
            no = sale.Because(reason="客户要先报领导，下月再定")
            self.do(consenting.decline, quote["id"], no, self.who)
            return False
        if self.course == "quote_void":
            no = sale.Because(reason="型号报错，应为另一台设备")
            self.do(offering.void, quote["id"], no, self.player.one("SM", self.code))
            return False
        if self.course == "quote_expired":
            with self.player.unit(SYSTEM, quote["valid_until"] + timedelta(seconds=1)) as unit:
                following.run_out(unit, quote["id"])
            return False
        self.consent(quote)
        return self.course != "accepted"

    def quote(self, id: str) -> dict[str, Any] | None:
        """Quote from the price list; nothing where the course ends before the customer hears of it."""
        lines, me = prices.lines(self.prices(), self.device["family"], self.chance), self.who
        made = self.player.act(me, self.at, quotes.create, sale.QuoteCreate(case_id=id, lines=lines))
        if self.course == "quote_draft":
            return None
        if self.course == "quote_asked":
            deal = [line.model_copy(update={"discount_bp": 800}) for line in lines]
            wish = sale.LinesPut(lines=deal, note="客户年内第三次报修，希望优惠")
            self.do(quotes.put_lines, made["id"], wish, me)
            self.do(offering.request_approval, made["id"], sale.Nothing(), me)
            return None
        return self.do(offering.offer, made["id"], sale.Nothing(), me)

    def consent(self, quote: dict[str, Any]) -> None:
        """The customer's yes, in the call that is still on the line."""
        given = sale.Consent(fingerprint=quote["fingerprint"], by=self.device["contact"], way="call", call_id=self.call)
        self.do(consenting.consent, quote["id"], given, self.who)

    def find_more(self) -> None:
        """The engineer finds more at the site than was agreed; the customer has to agree to that too (R177)."""
        self.later(5, 10)
        wanted = sale.QuoteCreate(case_id=self.case["id"], lines=prices.found(self.prices()), supplement=True)
        made = self.player.act(self.engineer, self.at, quotes.create, wanted)
        self.do(offering.offer, made["id"], sale.Nothing(), self.engineer)

    def prices(self) -> dict[str, str]:
        """The prices in force for this customer, by code."""
        with self.player.unit(self.who, self.at) as unit:
            rank = price_lists.class_of(unit, self.device["customer_id"])
            return price_lists.in_force_by_code(unit, [code for _, code, *_ in prices.PRICES], rank)

    def promise(self) -> bool:
        """Promise the visit and, where the course goes on, find an engineer who is free."""
        late = self.course in ("promised_late", "on_site_late")
        self.later(2, 15)
        if self.course in ("promised", "again"):
            visit_at = self.now + self.chance.uniform(2, 30) * HOUR
        elif late:
            visit_at = self.at + self.chance.uniform(16, 22) * HOUR
        elif self.course == "on_the_way":
            visit_at = self.now + 25 * MINUTE
        elif self.course == "assigned":
            visit_at = self.now + self.chance.uniform(0.6, 7) * HOUR
        elif self.course in ("on_site", "work_done", "signed", "extra"):
            visit_at = max(self.now - self.chance.uniform(1.5, 2.5) * HOUR, self.at + HOUR)
        else:
            visit_at = self.at + self.chance.uniform(3, 26) * HOUR
        if self.course not in LIVE:
            visit_at = self.week.next_opening(visit_at) + self.chance.choice((0, 1, 2)) * HOUR
        visit_at = visit_at.replace(minute=visit_at.minute // 15 * 15, second=0, microsecond=0)
        visit_at = visit_at if visit_at > self.at else self.at + 30 * MINUTE
        self.visit_at = min(visit_at, self.now - 3 * HOUR) if late and visit_at > self.now else visit_at
        if self.visit_at <= self.at:
            self.at = self.visit_at - HOUR
        wanted = commands.Promise(promised_at=self.visit_at, duration_minutes=self.chance.choice((60, 90, 105, 120)))
        self.do(coordination.promise, self.order, wanted)
        if self.course == "parts":
            self.later(5, 20)
            expected = (self.now + timedelta(days=2)).date()
            self.do(
                coordination.wait_for_parts,
                self.order,
                commands.WaitForParts(note="光源模块缺货", expected_on=expected),
            )
            return False
        return self.course not in ("promised", "promised_late", "again") and self.assign()

    def assign(self) -> bool:
        self.later(2, 20)
        self.at = min(self.at, self.visit_at - 20 * MINUTE)
        for index in range(12):
            engineer = self.player.one("FE", self.code, index if self.course in LIVE else self.chance.randint(0, 9))
            command = commands.Assign(employee_id=engineer.employee_id, travel_minutes=30)
            try:
                self.do(assignment.assign, self.order, command)
            except Clash:
                continue
            self.engineer = engineer
            return True
        return False

    def visit(self) -> None:
        """The engineer's day: accept, leave, arrive, work, have it signed, hand in; then the call afterwards."""
        me, order = self.engineer, self.order
        if self.course == "assigned" and self.chance.random() < 0.4:
            return
        self.at = (
            min(self.visit_at - 45 * MINUTE, self.now) if self.course not in ("on_the_way",) else self.now - 12 * MINUTE
        )
        self.do(visit.accept, order, commands.Plainly(), me)
        if self.course == "assigned":
            return
        papers.fill_in(
            self.player, me, self.at, "before_leaving", "work_order", order,
            fails="parts" if self.course in ("follow_up", "on_site_late") and self.chance.random() < 0.4 else None,
        )  # fmt: skip
        self.later(4, 10)
        self.do(visit.depart, order, commands.Plainly(), me)
        if self.course == "on_the_way":
            return
        self.at = min(max(self.visit_at - self.chance.uniform(-12, 10) * MINUTE, self.at + MINUTE), self.now)
        self.do(visit.arrive, order, commands.Plainly(), me)
        self.later(15, 25)
        self.do(visit.diagnose, order, commands.Diagnose(diagnosis=self.fault[2], plan=self.fault[3]), me)
        if self.course == "extra":
            self.find_more()
        if self.course in ("on_site", "on_site_late", "extra"):
            if self.course == "on_site_late":
                papers.fill_in(self.player, me, self.at, "on_site_steps", "work_order", order, complete=False)
            return
        self.later(30, 60)
        papers.fill_in(
            self.player, me, self.at - 5 * MINUTE, "on_site_steps", "work_order", order,
            fails="cleared" if self.course == "called" else None,
        )  # fmt: skip
        done = commands.Complete(work_done=self.fault[4], test_result=self.fault[5], test_passed=True, instructed=True)
        try:
            self.do(visit.complete, order, done, me)
        except TransitionRefused:  # a paid case whose consent is still open stays on site
            return
        if self.course == "work_done":
            return
        self.later(3, 8)
        self.do(visit.sign, order, commands.Sign(signer=self.device["contact"], picture=signature(self.chance)), me)
        if self.course == "signed":
            return
        self.later(20, 90)
        self.do(visit.hand_in, order, commands.HandIn(), me)
        if self.course in money.NAMES:
            money.Settling(self.player, self.code, me, self.case["id"], self.at).play(self.course)
            if self.course not in money.OVER:
                return
        self.call_afterwards()

    def call_afterwards(self) -> None:
        with self.player.db.read() as conn:
            id = queries.follow_up_of(Unit(self.player.db, conn, SYSTEM), self.order)
        caller = self.player.one("FU", self.code)
        if self.course == "follow_up":
            return
        due = self.at + self.chance.uniform(24, 60) * HOUR
        self.at = min(
            due.replace(hour=self.chance.choice((1, 2, 3, 7, 8)), minute=self.chance.randint(5, 55)), self.now
        )
        if self.course == "called":
            self.do(follow_ups.attempt, id, follow_up.Attempt(outcome="not_reached", agreed_outside_hours=True), caller)
            return
        scores = {f"q{n}": self.chance.choice((4, 5, 5)) for n in range(1, 7)}
        if self.course == "dissatisfied":
            answers = follow_up.Answers(**scores | {"q2": 2})
            said = "约好两点到，三点多才来，也没打电话。"
            self.do(follow_ups.dissatisfied, id, follow_up.Dissatisfied(answers=answers, reason=said), caller)
            return
        self.do(follow_ups.satisfied, id, follow_up.Satisfied(answers=follow_up.Answers(**scores)), caller)


def signature(chance: Random) -> str:
    """A drawn signature as base64 PNG."""
    picture = Image.new("RGB", (480, 200), "white")
    draw = ImageDraw.Draw(picture)
    for stroke in range(4):
        x = 60 + stroke * 90
        points = [(x + step * 12 + chance.randint(-6, 6), 100 + chance.randint(-50, 50)) for step in range(7)]
        draw.line(points, fill="#17202A", width=4, joint="curve")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()
