"""What the demo asks the database."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from api.access.model import Account, ApiClient, DemoMark, Post
from api.access.policy import ROLE_LABELS, Role
from api.aftercare.follow_ups.model import FollowUp
from api.customers.assets.model import Asset
from api.customers.customers.model import Contact, Customer, Phone, Site
from api.customers.products.model import Product
from api.events.model import Event
from api.intake.service_requests.model import ServiceRequest
from api.kit.unit import Unit
from api.network.employees.model import Employee
from api.network.shifts.model import Shift
from api.network.stations.model import Station
from api.work.work_orders.model import WorkOrder

account, post, mark = Account.__table__, Post.__table__, DemoMark.__table__  # type: ignore[attr-defined]
station, employee = Station.__table__, Employee.__table__  # type: ignore[attr-defined]


def nothing_there(unit: Unit) -> bool:
    accounts = select(func.count()).select_from(account).scalar_subquery()
    stations = select(func.count()).select_from(station).scalar_subquery()
    counts = select(accounts + stations)
    return not unit.value(counts)


def products(unit: Unit) -> dict[str, str]:
    """Ids by model."""
    table = Product.__table__  # type: ignore[attr-defined]
    return {row["model"]: row["id"] for row in unit.rows(select(table.c.model, table.c.id))}


def marked(unit: Unit) -> bool:
    return unit.value(select(mark.c.id)) is not None


def one_per_role(unit: Unit) -> list[dict[str, Any]]:
    """The first demo account of each role, in the order of the policy."""
    statement = (
        select(account.c.account, account.c.name, post.c.role, station.c.name.label("station"))
        .join(post, post.c.employee_id == account.c.employee_id)
        .join(station, station.c.id == post.c.station_id)
        .where(account.c.demo)
        .order_by(account.c.created_at, account.c.id)
    )
    first: dict[str, dict[str, Any]] = {}
    for row in unit.rows(statement):
        first.setdefault(row["role"], row | {"role_label": unit.say(ROLE_LABELS[Role(row["role"])])})
    return [first[role] for role in Role if role in first]


def people(unit: Unit) -> list[dict[str, Any]]:
    """Every demo person with role and station code."""
    statement = (
        select(
            account.c.id, account.c.name, account.c.employee_id, post.c.role, post.c.station_id, station.c.code,
        )
        .join(post, post.c.employee_id == account.c.employee_id)
        .join(station, station.c.id == post.c.station_id)
        .where(account.c.demo)
        .order_by(account.c.id)
    )  # fmt: skip
    return unit.rows(statement)


def devices(unit: Unit) -> list[dict[str, Any]]:
    """Every device with what a call about it needs."""
    a, p, c, s = Asset.__table__, Product.__table__, Customer.__table__, Site.__table__  # type: ignore[attr-defined]
    k, n = Contact.__table__, Phone.__table__  # type: ignore[attr-defined]
    statement = (
        select(
            a.c.id, a.c.customer_id, a.c.site_id, a.c.warranty_ends_on, a.c.on_site_ends_on, p.c.model, p.c.family,
            p.c.name.label("product"), c.c.name.label("customer"), s.c.station_id, k.c.id.label("contact_id"),
            k.c.name.label("contact"), n.c.value.label("phone"), station.c.code,
        )
        .join(p, p.c.id == a.c.product_id)
        .join(c, c.c.id == a.c.customer_id)
        .join(s, s.c.id == a.c.site_id)
        .join(k, k.c.customer_id == c.c.id)
        .join(n, n.c.contact_id == k.c.id)
        .join(station, station.c.id == s.c.station_id)
        .order_by(a.c.id)
    )  # fmt: skip
    return unit.rows(statement)


def follow_up_of(unit: Unit, order_id: str) -> str:
    """The follow-up that a handed-in order led to."""
    table = FollowUp.__table__  # type: ignore[attr-defined]
    return str(unit.value(select(table.c.id).where(table.c.work_order_id == order_id)))


def visits_with_engineers(unit: Unit, code: str, limit: int) -> list[dict[str, Any]]:
    """Visits at which an engineer has arrived, those of this station first, the newest first; `told_at` is their last fact."""
    o, a, p, e = WorkOrder.__table__, Asset.__table__, Product.__table__, Event.__table__  # type: ignore[attr-defined]
    told = select(func.max(e.c.occurred_at)).where(e.c.subject_id == o.c.id).scalar_subquery()
    statement = (
        select(o.c.id, o.c.engineer_id, o.c.done_at, a.c.serial, p.c.model, told.label("told_at"))
        .join(a, a.c.id == o.c.asset_id)
        .join(p, p.c.id == a.c.product_id)
        .join(station, station.c.id == o.c.station_id)
        .where(o.c.arrived_at.is_not(None), o.c.engineer_id.is_not(None))
        .order_by((station.c.code == code).desc(), o.c.arrived_at.desc())
        .limit(limit)
    )
    return unit.rows(statement)


def station_ids(player: Any) -> dict[str, str]:
    """Ids of the stations by code."""
    with player.db.read() as conn:
        return {row.code: row.id for row in conn.execute(select(station.c.code, station.c.id))}


def product_ids(player: Any) -> dict[str, str]:
    """Ids of the products by model."""
    table = Product.__table__  # type: ignore[attr-defined]
    with player.db.read() as conn:
        return {row.model: row.id for row in conn.execute(select(table.c.model, table.c.id))}


def open_orders(player: Any, station_id: str) -> list[dict[str, Any]]:
    """The station's open orders: id, status, engineer; the oldest first."""
    table = WorkOrder.__table__  # type: ignore[attr-defined]
    statement = select(table.c.id, table.c.status, table.c.engineer_id).where(
        table.c.station_id == station_id, table.c.open
    )
    with player.db.read() as conn:
        return [dict(row._mapping) for row in conn.execute(statement.order_by(table.c.id))]


def open_cases(player: Any, station_id: str) -> list[dict[str, Any]]:
    """The station's open cases, the newest first."""
    table = ServiceRequest.__table__  # type: ignore[attr-defined]
    statement = select(table.c.id, table.c.created_at).where(table.c.station_id == station_id, table.c.open)
    with player.db.read() as conn:
        return [dict(row._mapping) for row in conn.execute(statement.order_by(table.c.created_at.desc(), table.c.id))]


def shifts_before(player: Any, station_id: str, moment: datetime) -> list[dict[str, Any]]:
    """The station's shifts at which people should have been by this moment, in order."""
    return _shifts(player, Shift.__table__.c.station_id == station_id, Shift.__table__.c.report_at < moment)  # type: ignore[attr-defined]


def shifts_after(player: Any, station_id: str, moment: datetime) -> list[dict[str, Any]]:
    """The station's shifts that begin after this moment, in order."""
    return _shifts(player, Shift.__table__.c.station_id == station_id, Shift.__table__.c.starts_at > moment)  # type: ignore[attr-defined]


def _shifts(player: Any, *which: ColumnElement[bool]) -> list[dict[str, Any]]:
    table = Shift.__table__  # type: ignore[attr-defined]
    statement = select(*(table.c[n] for n in ("id", "employee_id", "starts_at", "ends_at", "report_at"))).where(
        table.c.status == "planned", *which
    )
    with player.db.read() as conn:
        return [dict(row._mapping) for row in conn.execute(statement.order_by(table.c.starts_at, table.c.id))]


def jobs_of(unit: Unit, employee_ids: list[str]) -> list[dict[str, Any]]:
    """Open jobs of these engineers that were given and not begun, in the order of the promise."""
    order = WorkOrder.__table__  # type: ignore[attr-defined]
    return unit.rows(
        select(order.c.id, order.c.status, order.c.engineer_id, order.c.station_id, order.c.case_id, order.c.asset_id)
        .where(order.c.engineer_id.in_(employee_ids), order.c.open, order.c.status.in_(("assigned", "on_the_way", "on_site")))
        .order_by(order.c.promised_at, order.c.id)
    )  # fmt: skip


def integration(unit: Unit) -> str:
    """The id of the demo's integration."""
    table = ApiClient.__table__  # type: ignore[attr-defined]
    return str(unit.value(select(table.c.id).limit(1)))


def count_of_facts(unit: Unit) -> int:
    """How many facts there are: they have no positions yet, which will run from one."""
    table = Event.__table__  # type: ignore[attr-defined]
    return int(unit.value(select(func.count()).select_from(table)))


def facts_of(unit: Unit, types: list[str], most: int) -> list[dict[str, Any]]:
    """The newest facts of these types, oldest first."""
    table = Event.__table__  # type: ignore[attr-defined]
    columns = (table.c.id, table.c.seq, table.c.type, table.c.subject_id, table.c.recorded_at)
    found = unit.rows(select(*columns).where(table.c.type.in_(types)).order_by(table.c.seq.desc()).limit(most))
    return found[::-1]
