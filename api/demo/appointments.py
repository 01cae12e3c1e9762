"""Appointments of the demo at the counter and by telephone, one in each state; those of visits came with their orders."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from api.demo import queries
from api.demo.player import Player
from api.dispatch.appointments import schemas, service
from api.kit import clock
from api.kit.db import Database
from api.network.calendars.holidays import seed_calendar

HOME = "BJ01"
CN = ZoneInfo("Asia/Shanghai")
HOUR, MINUTE, DAY = timedelta(hours=1), timedelta(minutes=1), timedelta(days=1)
WANTED: tuple[tuple[Any, int, int, str, str], ...] = (
    # kind, the how manieth working day from today on (0: before now), minutes after opening, need, how far it gets
    ("counter", 0, 60, "带主机来检测，装箱单一起带来", "kept"),
    ("counter", 0, 150, "来站换过滤器组件", "missed"),
    ("counter", 1, 30, "送检采样泵，要当面看流量", "booked"),
    ("telephone", 1, 90, "电话指导零点校准，请让化验员在旁边", "reconfirmed"),
    ("counter", 1, 300, "取修好的主机，带发票", "prepared"),
    ("counter", 2, 60, "送探头返修", "changed"),
    ("telephone", 2, 180, "说明月报导出", "booked"),
    ("counter", 3, 90, "来站参加操作培训", "cancelled"),
)  # fmt: skip


def fill(db: Database) -> None:
    """For the open cases of the first station, in turn."""
    player, now, week = Player(db), clock.now(), seed_calendar()
    cases = queries.open_cases(player, queries.station_ids(player)[HOME])
    who, helper = player.one("RE", HOME), player.one("CO", HOME)
    openings = [week.next_opening(now)]
    for _ in range(3):
        openings.append(week.next_opening(openings[-1].astimezone(CN).replace(hour=0, minute=0) + DAY))
    before = week.next_opening((now - 4 * DAY).astimezone(CN).replace(hour=0, minute=0))
    for number, (kind, day, after, need, goes) in enumerate(WANTED):
        case = cases[number % len(cases)]
        starts_at = (openings[day - 1] if day else before) + after * MINUTE
        if starts_at <= now + HOUR and day:
            starts_at = openings[day] + after * MINUTE
        booked = min(now - 30 * MINUTE, starts_at - DAY)
        made = player.act(who, booked, service.book, schemas.AppointmentCreate(
            case_id=case["id"], kind=kind, starts_at=starts_at, need=need,
        ))  # fmt: skip
        _go_on(player, made["id"], goes, starts_at, now, (who, helper))


def _go_on(player: Player, id: str, goes: str, starts_at: datetime, now: datetime, people: tuple[Any, Any]) -> None:
    who, helper = people
    if goes == "kept":
        player.act(who, starts_at - 3 * MINUTE, service.keep, id, schemas.Keep())
    elif goes == "missed":
        player.act(who, starts_at + 31 * MINUTE, service.miss, id, schemas.Miss())
    elif goes == "changed":
        player.act(helper, now - 10 * MINUTE, service.change, id, schemas.Change(
            starts_at=starts_at + 2 * HOUR, asked_by="customer", reason="客户上午开会，改到下午送来",
        ))  # fmt: skip
    elif goes == "cancelled":
        player.act(helper, now - 10 * MINUTE, service.cancel, id, schemas.Cancel(reason="客户改为上门培训"))
    if goes in ("reconfirmed", "prepared"):
        yes = schemas.Reconfirm(answer="confirmed", note="客户说准时到")
        player.act(helper, now - 8 * MINUTE, service.reconfirm, id, yes)
    if goes == "prepared":
        ticked = schemas.Prepare(parts=True, tools=True, papers=True)
        player.act(helper, now - 6 * MINUTE, service.prepare, id, ticked)
