"""Every SELECT that weighs engineers against one another."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from api.customers.assets.model import Asset
from api.customers.customers.model import Site
from api.customers.products.model import Product
from api.kit.unit import Unit
from api.network.bookings.model import Booking
from api.network.employees.model import Employee, EmployeeSkill, Skill
from api.network.stations.model import Station
from api.parts.catalogue.model import Part
from api.parts.places.model import StockPlace
from api.parts.reservations.model import StockReservation
from api.parts.stock.model import StockPosition
from api.work.work_orders import queries as orders
from api.work.work_orders.model import WorkOrder

_order = WorkOrder.__table__  # type: ignore[attr-defined]
_site = Site.__table__  # type: ignore[attr-defined]
_asset = Asset.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_held = EmployeeSkill.__table__  # type: ignore[attr-defined]
_skill = Skill.__table__  # type: ignore[attr-defined]
_part = Part.__table__  # type: ignore[attr-defined]
_place = StockPlace.__table__  # type: ignore[attr-defined]
_position = StockPosition.__table__  # type: ignore[attr-defined]
_kept = StockReservation.__table__  # type: ignore[attr-defined]
_booking = Booking.__table__  # type: ignore[attr-defined]


def job(unit: Unit, order_id: str) -> dict[str, Any]:
    """What the visit asks for: the skill of the product, and where it is and where the engineers start from."""
    found = unit.first(
        select(
            _product.c.skill_id, _skill.c.name.label("skill_name"), _skill.c.name_en.label("skill_name_en"),
            _site.c.latitude, _site.c.longitude, _station.c.latitude.label("station_latitude"),
            _station.c.longitude.label("station_longitude"),
        )
        .select_from(_order)
        .join(_station, _station.c.id == _order.c.station_id)
        .outerjoin(_asset, _asset.c.id == _order.c.asset_id)
        .outerjoin(_product, _product.c.id == _asset.c.product_id)
        .outerjoin(_skill, _skill.c.id == _product.c.skill_id)
        .outerjoin(_site, _site.c.id == _order.c.site_id)
        .where(_order.c.id == order_id)
    )  # fmt: skip
    assert found is not None
    return found


def engineers(unit: Unit, station_id: str, at: datetime, skill_id: str | None) -> list[dict[str, Any]]:
    """Active field engineers posted at the station on that day, with their level in the skill."""
    return unit.rows(
        select(_employee.c.id, _employee.c.name, _held.c.level)
        .outerjoin(_held, (_held.c.employee_id == _employee.c.id) & (_held.c.skill_id == skill_id))
        .where(_employee.c.active, _employee.c.id.in_(orders.posted(unit, station_id, at)))
        .order_by(_employee.c.name_key, _employee.c.id)
    )


def served(unit: Unit, customer_id: str) -> dict[str, int]:
    """How often each engineer finished a visit to this customer."""
    found = unit.rows(
        select(_order.c.engineer_id, func.count().label("visits"))
        .where(_order.c.customer_id == customer_id, _order.c.signed_at.is_not(None))
        .group_by(_order.c.engineer_id)
    )
    return {row["engineer_id"]: row["visits"] for row in found}


def parts(unit: Unit, order_id: str) -> list[dict[str, Any]]:
    """What the visit still needs: part, name and pieces that are not issued yet."""
    return unit.rows(
        select(_part.c.id, _part.c.name, func.sum(_kept.c.quantity - _kept.c.issued).label("pieces"))
        .join(_part, _part.c.id == _kept.c.part_id)
        .where(_kept.c.order_id == order_id, _kept.c.status.in_(("waiting", "held")))
        .group_by(_part.c.id, _part.c.name)
        .order_by(_part.c.name)
    )


def in_vans(unit: Unit, employees: Collection[str], parts: Collection[str]) -> dict[tuple[str, str], int]:
    """Free pieces of these parts in these engineers' vans, by (engineer, part)."""
    found = unit.rows(
        select(
            _place.c.employee_id, _position.c.part_id,
            func.sum(_position.c.quantity - _position.c.reserved).label("free"),
        )
        .join(_place, _place.c.id == _position.c.place_id)
        .where(
            _place.c.kind == "van", _place.c.active, _place.c.employee_id.in_(sorted(employees)),
            _position.c.part_id.in_(sorted(parts)),
        )
        .group_by(_place.c.employee_id, _position.c.part_id)
    )  # fmt: skip
    return {(row["employee_id"], row["part_id"]): int(row["free"]) for row in found}


def before(unit: Unit, employees: Collection[str], since: datetime, until: datetime) -> dict[str, tuple[float, float]]:
    """Where each engineer comes from: the place of his last job of that day before the span."""
    found = unit.rows(
        select(_booking.c.employee_id, _site.c.latitude, _site.c.longitude)
        .join(_order, _order.c.id == _booking.c.work_order_id)
        .join(_site, _site.c.id == _order.c.site_id)
        .where(
            _booking.c.employee_id.in_(sorted(employees)), _booking.c.released_at.is_(None),
            _booking.c.starts_at >= since, _booking.c.starts_at < until, _site.c.latitude.is_not(None),
            _site.c.longitude.is_not(None),
        )
        .order_by(_booking.c.starts_at)
    )  # fmt: skip
    return {row["employee_id"]: (row["latitude"], row["longitude"]) for row in found}


def stops(
    unit: Unit, employees: Collection[str], since: datetime, until: datetime, but: str
) -> dict[str, list[dict[str, Any]]]:
    """Where each engineer's jobs of the span are, but this order's own, in order; one statement for any number of them."""
    found: dict[str, list[dict[str, Any]]] = {}
    rows = unit.rows(
        select(
            _booking.c.employee_id, _booking.c.starts_at, _booking.c.ends_at, _site.c.latitude, _site.c.longitude
        )
        .join(_order, _order.c.id == _booking.c.work_order_id)
        .join(_site, _site.c.id == _order.c.site_id)
        .where(
            _booking.c.employee_id.in_(sorted(employees)), _booking.c.released_at.is_(None), _order.c.id != but,
            _booking.c.starts_at < until, _booking.c.ends_at > since,
        )
        .order_by(_booking.c.starts_at)
    )  # fmt: skip
    for row in rows:
        found.setdefault(row["employee_id"], []).append(row)
    return found
