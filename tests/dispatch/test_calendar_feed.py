"""An engineer's work as a calendar that other programs subscribe to, behind an address that he may change and revoke."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from sqlalchemy import select, update

from api import models
from api.kit import clock
from api.kit.db import Database
from api.kit.sealing import fingerprint
from tests.client import Api
from tests.work.steps import Desk
from tests.world import World

AsRole = Callable[..., Api]


def events(content: bytes) -> dict[str, Any]:
    """What a calendar holds, by UID, read by a library that is not ours."""
    whole = icalendar.Calendar.from_ical(content)
    assert [zone["TZID"] for zone in whole.walk("VTIMEZONE")] == ["Asia/Shanghai"]
    return {str(event["UID"]): event for event in whole.walk("VEVENT")}


def test_work_is_subscribed_to_by_a_secret_address(
    as_role: AsRole, world: World, db: Database, anonymous: Api, recorded: Callable[..., list[str]]
) -> None:
    engineer, coordinator = as_role("FE"), as_role("CO")
    assert engineer.read("me/calendar-feed") == {
        "active": False, "made_at": None, "revoked_at": None, "address": None,
    }  # fmt: skip
    made = engineer.act("me/calendar-feed", status=200)
    path = made["address"].removeprefix("/api/v1/")
    assert engineer.read("me/calendar-feed")["address"] is None  # told once
    secret = path.partition("/")[2].removesuffix(".ics")
    with db.read() as conn:
        kept = conn.execute(select(*models.calendar_feeds.CalendarFeed.__table__.c)).one()
        told = str(conn.execute(select(models.events.Event.__table__.c.data)).scalars().all())
    assert (kept.secret_hash, secret in str(kept), secret in told) == (fingerprint(secret), False, False)

    order = Desk(as_role, world).to("assigned")
    answer = anonymous.get(path)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    (event,) = events(answer.content).values()
    assert event["SUMMARY"] == f"上门 {order['number']}"
    begins = event.decoded("DTSTART")
    assert begins == datetime.fromisoformat(order["promised_at"])
    assert begins.utcoffset() == timedelta(hours=8)
    assert begins.astimezone(ZoneInfo("Asia/Shanghai")).replace(tzinfo=None) == begins.replace(tzinfo=None)
    assert (event["SEQUENCE"], event["STATUS"], event["CLASS"]) == (0, "CONFIRMED", "PRIVATE")
    assert event["URL"].endswith(f"/field/jobs/{order['id']}")
    thin = answer.content.decode()
    for told in (order["customer_name"], order["subject"], "1380", "+86"):  # nothing of the customer leaves the house
        assert told not in thin, told
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))

    tag = answer.headers["etag"]
    assert anonymous.get(path, headers={"If-None-Match": tag}).status_code == 304
    later = (begins + timedelta(hours=24)).isoformat()
    coordinator.act(
        f"work-orders/{order['id']}/move", {"starts_at": later, "reason": "客户改期"}, idempotency_key="move",
        if_match=f'"{order["version"]}"',
    )  # fmt: skip
    answer = anonymous.get(path, headers={"If-None-Match": tag})
    (moved,) = events(answer.content).values()
    assert (answer.status_code, moved["UID"], moved["SEQUENCE"]) == (200, event["UID"], 1)
    assert moved.decoded("DTSTART") == begins + timedelta(hours=24)
    coordinator.act(f"work-orders/{order['id']}/unassign", {"reason": "改派"}, idempotency_key="free")
    (gone,) = events(anonymous.get(path).content).values()
    assert (gone["UID"], gone["SEQUENCE"], gone["STATUS"]) == (event["UID"], 2, "CANCELLED")

    # a new address ends the old one; a revoked one opens nothing; a wrong one looks like none
    again = engineer.act("me/calendar-feed", status=200)["address"].removeprefix("/api/v1/")
    assert (anonymous.get(path).status_code, anonymous.get(again).status_code) == (404, 200)
    assert engineer.act("me/calendar-feed/revoke", status=200)["active"] is False
    assert anonymous.get(again).status_code == 404
    assert anonymous.get(f"calendar-feeds/{'x' * 43}.ics").status_code == 404
    assert anonymous.get("calendar-feeds/short.ics").status_code == 422
    assert recorded(kept.id) == ["calendar_feed.made", "calendar_feed.made", "calendar_feed.revoked"]


@pytest.mark.parametrize("how", ["left", "closed", "posts"])
def test_who_has_left_is_no_longer_subscribed_to(
    how: str, as_role: AsRole, world: World, db: Database, anonymous: Api
) -> None:
    """T3: the address gives what its owner may see today, and nothing when he is gone."""
    path = as_role("FE").act("me/calendar-feed", status=200)["address"].removeprefix("/api/v1/")
    assert anonymous.get(path).status_code == 200
    employee, account, post = (
        model.__table__ for model in (models.employees.Employee, models.access.Account, models.access.Post)
    )
    change = {
        "left": update(employee).where(employee.c.id == world.employees["FE@A1"]).values(active=False),
        "closed": update(account).where(account.c.id == world.accounts["FE@A1"]).values(active=False),
        "posts": update(post)
        .where(post.c.employee_id == world.employees["FE@A1"])
        .values(ends_on=clock.day_of(clock.now()) - timedelta(days=1)),
    }[how]
    with db.write() as conn:
        conn.execute(change)
    assert anonymous.get(path).status_code == 404
