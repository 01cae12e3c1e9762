"""What the tests of orders share: bringing an order into any state through the API, as the roles that may."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw
from sqlalchemy import update

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.client import Api
from tests.world import World

AsRole = Callable[..., Api]
NEED = {
    "channel": "counter", "subject": "COD 读数零点漂移", "group": "hardware_repair", "fault_kind": "hardware"
}  # fmt: skip
COORDINATOR = {
    "contact", "assign", "move", "promise", "parts-ready", "wait-for-parts", "reassign", "reschedule", "unassign", "cancel"
}  # fmt: skip


def always_fresh(anonymous: Api, world: World) -> AsRole:
    """`as_role` under a moved clock: who signed in over ten minutes ago signs in again."""
    signed: dict[str, tuple[datetime, Api]] = {}

    def sign_in(role: str, station: str = "A1") -> Api:
        account, now = world.account(role, station), datetime.now(UTC)
        if account not in signed or not timedelta() <= now - signed[account][0] < timedelta(minutes=10):
            signed[account] = now, anonymous.signed_in(account, world.password)
        return signed[account][1]

    return sign_in


def later(hours: float = 26) -> str:
    """A time in the future, to the minute, as a client writes it."""
    return (datetime.now(UTC) + timedelta(hours=hours)).replace(second=0, microsecond=0).isoformat()


def picture(width: int = 300, height: int = 120, *, ink: str = "black", kind: str = "PNG") -> str:
    """A drawn signature in base64; with white ink it is blank."""
    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).line([(10, height - 20), (width // 2, 10), (width - 10, height - 30)], fill=ink, width=3)
    made = BytesIO()
    image.save(made, kind)
    return base64.b64encode(made.getvalue()).decode()


def body(world: World, action: str, hours: float = 26, **over: Any) -> dict[str, Any]:
    """A body that the action accepts; a promise lies so many hours ahead."""
    bodies: dict[str, dict[str, Any]] = {
        "contact": {"note": "客户下午在，零点漂移约 12%"},
        "promise": {"promised_at": later(hours), "duration_minutes": 90, "reason": "客户有会"},
        "wait-for-parts": {"note": "光电管"},
        "assign": {"employee_id": world.employees["FE@A1"]},
        "reassign": {"employee_id": world.employees["FE2@A1"]},
        "reschedule": {"promised_at": later(hours + 2), "reason": "客户改期"},
        "move": {"duration_minutes": 120},
        "unassign": {"reason": "另有安排"},
        "cancel": {"reason": "客户不修了"},
        "refuse": {"reason": "我请假"},
        "diagnose": {"diagnosis": "光电管老化", "plan": "更换光电管并校准"},
        "complete": {"work_done": "换光电管，校准", "test_result": "标液 50，读数 50.6", "test_passed": True, "instructed": True},
        "use-part": {"part_id": new_id(), "quantity": 1},
        "sign": {"signer": "陈志远", "picture": picture()},
        "refuse-signature": {"reason": "负责人不在"},
        "cannot-today": {"reason": "前一单没做完", "promised_at": later(hours + 1)},
        "escalate": {"problem": "主板无图纸"},
        "second-visit": {"reason": "缺主板"},
    }  # fmt: skip
    return bodies.get(action, {}) | over


_RECKONED = dict.fromkeys(("breakdown", "counted_seconds", "explanation", "intervals"))
"""What a running clock tells anew each second."""


def _timeless(order: dict[str, Any]) -> dict[str, Any]:
    """The order without what its clocks reckon up to now."""
    return order | {"clocks": [clock | _RECKONED for clock in order["clocks"]]}


class Desk:
    """One station's people at work on one order, each by his own sign-in."""

    def __init__(self, as_role: AsRole, world: World, station: str = "A1") -> None:
        self.as_role, self.world, self.station = as_role, world, station
        self.slots: dict[str, float] = {}

    def who(self, action: str) -> Api:
        """Whose step it is."""
        return self.as_role("CO" if action in COORDINATOR else "FE", self.station)

    def open(self, **over: Any) -> dict[str, Any]:
        """A fresh order in state `received`, from a case that the hotline took in."""
        world, station, hotline = self.world, self.station, self.as_role("HL", self.station)
        whose = {
            "customer_id": world.customers[station], "contact_id": world.contacts[station],
            "site_id": world.sites[station], "asset_id": world.assets[station],
        }  # fmt: skip
        case = hotline.act("service-requests", NEED | whose | over)
        hotline.act(
            f"service-requests/{case['id']}/judge",
            {"group": "hardware_repair", "fault_kind": "hardware", "mode": "on_site"},
        )
        case = hotline.act(f"service-requests/{case['id']}/dispatch", {"note": "站房要提前登记"})
        order = self.as_role("CO", station).read(f"work-orders/{case['orders'][0]['id']}")
        self.slots[order["id"]] = 26 + 4 * len(self.slots)  # so that no two visits want the same engineer at once
        return order

    def post(self, api: Api, order: dict[str, Any], action: str, **over: Any) -> Any:
        """The bare answer to a step by this person."""
        return api.post(
            f"work-orders/{order['id']}/{action}",
            json=body(self.world, action, self.slots[order["id"]], **over),
            headers={"Idempotency-Key": secrets.token_hex(12)}
            | ({"If-Match": f'"{order["version"]}"'} if action == "move" else {}),
        )

    def act(self, order: dict[str, Any], action: str, by: Api | None = None, **over: Any) -> dict[str, Any]:
        """A step that must succeed, by whose it is."""
        answer = self.post(by or self.who(action), order, action, **over)
        assert answer.status_code == 200, f"{action}: {answer.status_code} {answer.text}"
        return answer.json()

    def refused(
        self, order: dict[str, Any], action: str, status: int = 409, by: Api | None = None, **over: Any
    ) -> dict[str, Any]:
        """A step that must be refused so and change nothing; gives the problem."""
        manager = self.as_role("SM", self.station)
        before = _timeless(manager.read(f"work-orders/{order['id']}"))
        answer = self.post(by or self.who(action), order, action, **over)
        assert answer.status_code == status, f"{action}: {answer.status_code} {answer.text}"
        assert _timeless(manager.read(f"work-orders/{order['id']}")) == before
        return answer.json()

    def to(self, status: str, **over: Any) -> dict[str, Any]:
        """An order in this state."""
        order = self.open(**over)
        for action in PATHS[status]:
            order = self.act(order, action)
        assert order["status"] == status
        return order


_ASSIGNED = ("contact", "promise", "assign")
_ON_SITE = (*_ASSIGNED, "accept", "depart", "arrive")
_DONE = (*_ON_SITE, "diagnose", "complete")
PATHS: dict[str, tuple[str, ...]] = {
    "received": (),
    "contacted": ("contact",),
    "time_promised": ("contact", "promise"),
    "waiting_for_parts": ("contact", "promise", "wait-for-parts"),
    "parts_ready": ("contact", "promise", "wait-for-parts", "parts-ready"),
    "rescheduled": ("contact", "promise", "reschedule"),
    "assigned": _ASSIGNED,
    "on_the_way": (*_ASSIGNED, "accept", "depart"),
    "on_site": _ON_SITE,
    "work_done": _DONE,
    "signed": (*_DONE, "sign"),
    "record_in": (*_DONE, "sign", "hand-in"),
    "second_visit": (*_ON_SITE, "second-visit"),
    "cancelled": ("cancel",),
}


def offered(answer: dict[str, Any]) -> list[str]:
    """The names of the actions that are offered."""
    return [offer["action"] for offer in answer["offered"]]


def put(db: Database, model: Any, id: str, **values: Any) -> None:
    """Write values that no step of these tests leads to."""
    with db.write() as conn:
        conn.execute(update(model.__table__).where(model.__table__.c.id == id).values(**values))


def facts_of(db: Database, subject_id: str) -> list[dict[str, Any]]:
    """All facts about a subject, oldest first, with their personal values."""
    event, personal = models.events.Event.__table__, models.events.EventPersonal.__table__
    statement = (
        event.select()
        .add_columns(personal.c.data.label("personal"))
        .select_from(event.outerjoin(personal, personal.c.event_id == event.c.id))
        .where(event.c.subject_id == subject_id)
        .order_by(event.c.seq)
    )
    with db.read() as conn:
        return [
            {"type": row.type, "at": row.occurred_at, "by": row.actor_employee_id, **row.data, **(row.personal or {})}
            for row in conn.execute(statement)
        ]
