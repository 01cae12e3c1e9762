"""Every SELECT of the bundle: grouped, so that a long day asks hardly oftener than a short one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, or_, select

from api.access import scope
from api.access.policy import P
from api.field.conflicts.model import Conflict
from api.field.held_commands.model import OPEN, HeldCommand
from api.files.attachments.model import Attachment
from api.forms.entries import queries as written
from api.forms.entries.model import Entry
from api.forms.templates.model import Template, TemplateVersion
from api.intake.service_requests.model import ServiceRequest
from api.kit.unit import Unit
from api.money.case_accounts.model import CaseAccount
from api.money.price_lists.model import PriceItem, PriceList
from api.network.employees.model import Employee
from api.network.stations.model import Station
from api.parts.catalogue.model import Part
from api.parts.stock.model import StockPosition, StockSerial
from api.work.work_orders.model import WorkOrder

_order = WorkOrder.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_account = CaseAccount.__table__  # type: ignore[attr-defined]
_entry = Entry.__table__  # type: ignore[attr-defined]
_file = Attachment.__table__  # type: ignore[attr-defined]
_template = Template.__table__  # type: ignore[attr-defined]
_version = TemplateVersion.__table__  # type: ignore[attr-defined]
_position = StockPosition.__table__  # type: ignore[attr-defined]
_serial = StockSerial.__table__  # type: ignore[attr-defined]
_part = Part.__table__  # type: ignore[attr-defined]
_list = PriceList.__table__  # type: ignore[attr-defined]
_item = PriceItem.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_held = HeldCommand.__table__  # type: ignore[attr-defined]
_conflict = Conflict.__table__  # type: ignore[attr-defined]
UNDER_WAY = ("on_the_way", "on_site", "work_done", "signed")
HISTORY = 5
"""Earlier visits that a phone is given of each device."""


def me(unit: Unit) -> dict[str, Any]:
    """The engineer and the station he belongs to."""
    found = unit.first(
        select(
            _employee.c.id, _employee.c.name, _employee.c.station_id, _station.c.code,
            _station.c.name.label("station_name"),
        )
        .join(_station, _station.c.id == _employee.c.station_id)
        .where(_employee.c.id == unit.actor.employee_id)
    )  # fmt: skip
    assert found
    return found


def jobs(unit: Unit, since: datetime, until: datetime) -> list[dict[str, Any]]:
    """The engineer's own jobs until that time, late and begun ones among them, and those he handed in since then."""
    to_do = and_(
        _order.c.open, _order.c.handed_in_at.is_(None),
        or_(_order.c.promised_at < until, _order.c.status.in_(UNDER_WAY)),
    )  # fmt: skip
    return unit.rows(
        select(
            _order.c.id, _order.c.case_id, _order.c.asset_id, _order.c.station_id, _order.c.assigned_at, _order.c.paid,
        )
        .where(
            _order.c.engineer_id == unit.actor.employee_id, or_(to_do, _order.c.handed_in_at >= since),
            scope.visible(unit, P.WORK_ORDERS_VIEW, WorkOrder),
        )
        .order_by(_order.c.promised_at, _order.c.id)
        .limit(40)
    )  # fmt: skip


def cases(unit: Unit, ids: Collection[str]) -> dict[str, dict[str, Any]]:
    """The matters of these jobs, with what was consented to and billed."""
    rows = unit.rows(
        select(
            _case.c.id,
            _case.c.number,
            _case.c.subject,
            _case.c.description,
            _case.c.status,
            _case.c.version,
            _case.c.quoted_fen,
            func.coalesce(_account.c.consented_fen, 0).label("consented_fen"),
            func.coalesce(_account.c.billed_fen, 0).label("billed_fen"),
        )
        .outerjoin(_account, _account.c.case_id == _case.c.id)
        .where(_case.c.id.in_(sorted(ids)))
    )
    return {row["id"]: row for row in rows}


def history(unit: Unit, asset_ids: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """The newest finished visits to each of these devices: the device is the engineer's own, and so is its story."""
    newest = func.row_number().over(partition_by=_order.c.asset_id, order_by=_order.c.done_at.desc()).label("place")
    inner = (
        select(
            _order.c.asset_id, _order.c.number, _order.c.done_at, _order.c.subject, _order.c.diagnosis,
            _order.c.work_done, newest,
        )
        .where(_order.c.asset_id.in_(sorted(asset_ids)), _order.c.done_at.is_not(None))
        .subquery()
    )  # fmt: skip
    found: dict[str, list[dict[str, Any]]] = {}
    for row in unit.rows(select(inner).where(inner.c.place <= HISTORY).order_by(inner.c.done_at.desc())):
        del row["place"]
        found.setdefault(row.pop("asset_id"), []).append(row)
    return found


def entries(unit: Unit, order_ids: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """What was written into forms about these jobs, newest first, by job."""
    rows = unit.rows(
        select(
            _entry.c.id, _entry.c.number, _entry.c.version, _entry.c.status, _entry.c.template_id,
            _entry.c.template_version_id.label("version_id"), _entry.c.data, _entry.c.failed, _entry.c.critical,
            _entry.c.started_at, _entry.c.completed_at, _entry.c.subject_id,
        )
        .where(_entry.c.subject == "work_order", _entry.c.subject_id.in_(sorted(order_ids)), _entry.c.status != "void",
               written.seen(unit))
        .order_by(_entry.c.started_at.desc(), _entry.c.id.desc())
    )  # fmt: skip
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row.pop("subject_id"), []).append(row)
    return found


def files(unit: Unit, order_ids: Collection[str]) -> dict[str, list[dict[str, Any]]]:
    """The pictures and documents of these jobs of the engineer's own, in the order of their coming."""
    rows = unit.rows(
        select(
            _file.c.id, _file.c.purpose, _file.c.slot, _file.c.name, _file.c.media, _file.c.created_at,
            _file.c.thumbnail_id, _file.c.parent_id,
        )
        .where(
            _file.c.parent_kind == "work_order", _file.c.parent_id.in_(sorted(order_ids)), _file.c.status == "attached"
        )
        .order_by(_file.c.created_at, _file.c.id)
    )  # fmt: skip
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        row["thumbnail"] = f"/api/v1/attachments/{row['id']}/thumbnail" if row.pop("thumbnail_id") else None
        found.setdefault(row.pop("parent_id"), []).append(row)
    return found


def versions(unit: Unit, ids: Collection[str]) -> list[dict[str, Any]]:
    """Published versions as `VersionRead`."""
    return unit.rows(
        select(
            _version.c.id, _version.c.template_id, _template.c.key, _template.c.kind, _version.c.no,
            _version.c.changes, _version.c.published_at, _version.c.layout, _version.c.json_schema,
        )
        .join(_template, _template.c.id == _version.c.template_id)
        .where(_version.c.id.in_(sorted(ids)))
        .order_by(_version.c.id)
    )  # fmt: skip


def van(unit: Unit, place_id: str) -> list[dict[str, Any]]:
    """What lies in the van, with the pieces that are known by number."""
    rows = unit.rows(
        select(
            _part.c.id.label("part_id"), _part.c.number, _part.c.name, _part.c.unit, _part.c.serial_tracked.label("serialised"),
            (_position.c.quantity - _position.c.reserved).label("available"),
        )
        .join(_part, _part.c.id == _position.c.part_id)
        .where(_position.c.place_id == place_id, _position.c.quantity > 0)
        .order_by(_part.c.number)
    )  # fmt: skip
    pieces = unit.rows(
        select(_serial.c.part_id, _serial.c.serial)
        .where(_serial.c.place_id == place_id)
        .order_by(_serial.c.received_at, _serial.c.serial)
    )
    by_part: dict[str, list[str]] = {}
    for piece in pieces:
        by_part.setdefault(piece["part_id"], []).append(piece["serial"])
    return [row | {"serials": by_part.get(row["part_id"], [])} for row in rows]


def prices(unit: Unit, list_ids: Collection[str], codes: Collection[str]) -> list[dict[str, Any]]:
    """Of these lists what is charged for work, and these parts."""
    if not list_ids:
        return []
    return unit.rows(
        select(
            _item.c.id, _list.c.customer_class, _item.c.kind, _item.c.code, _item.c.name, _item.c.family, _item.c.model,
            _item.c.unit, _item.c.unit_price_fen,
        )
        .join(_list, _list.c.id == _item.c.price_list_id)
        .where(
            _item.c.price_list_id.in_(sorted(list_ids)),
            or_(_item.c.kind != "part", _item.c.code.in_(sorted(codes))),
        )
        .order_by(_item.c.kind, _item.c.code, _item.c.id)
        .limit(1000)
    )  # fmt: skip


def held_ids(unit: Unit, since: datetime) -> list[str]:
    """Held commands of the caller that still wait, or were decided since then, newest first."""
    live = or_(_held.c.status.in_(OPEN), _held.c.decided_at >= since)
    statement = select(_held.c.id).where(_held.c.employee_id == unit.actor.employee_id, live)
    return list(unit.conn.execute(statement.order_by(_held.c.id.desc()).limit(50)).scalars())


def conflict_ids(unit: Unit, since: datetime) -> list[str]:
    """The same of conflicts."""
    live = or_(_conflict.c.status == "open", _conflict.c.decided_at >= since)
    statement = select(_conflict.c.id).where(_conflict.c.employee_id == unit.actor.employee_id, live)
    return list(unit.conn.execute(statement.order_by(_conflict.c.id.desc()).limit(50)).scalars())
