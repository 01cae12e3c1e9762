"""Every SELECT on entries; each is limited by the entries' own row, by the sight of the subject, and by the readers."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select, true

from api.access import scope
from api.access.policy import P, Role
from api.forms import subjects
from api.forms.entries import schemas
from api.forms.entries.model import Entry, EntrySignature
from api.forms.templates.model import Template, TemplateVersion
from api.forms.templates.queries import listed_in
from api.kit import listing
from api.kit.listing import Order
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.calendars.model import Calendar
from api.network.employees.model import Employee
from api.network.stations.model import Station

_entry = Entry.__table__  # type: ignore[attr-defined]
_signature = EntrySignature.__table__  # type: ignore[attr-defined]
_template = Template.__table__  # type: ignore[attr-defined]
_version = TemplateVersion.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_calendar = Calendar.__table__  # type: ignore[attr-defined]
_ORDERS = {
    "-on": Order(_entry.c.on, _entry.c.id, descending=True, of=date.fromisoformat),
    "-created_at": Order(_entry.c.created_at, _entry.c.id, descending=True, of=listing.moment),
}
DONE = ("completed", "signed")


def seen(unit: Unit) -> ColumnElement[bool]:
    """The entries that this caller may see."""
    return and_(
        scope.visible(unit, P.ENTRIES_VIEW, Entry),
        subjects.seen(unit, _entry.c.subject, _entry.c.subject_id),
        _read_by(unit),
    )


def _read_by(unit: Unit) -> ColumnElement[bool]:
    """Where the form names its readers, only these, whoever wrote it, and the auditor."""
    if unit.actor.kind == "system" or Role.AUDITOR in unit.actor.roles:
        return true()
    named = [listed_in(_entry.c.readers, str(role)) for role in sorted(unit.actor.roles)]
    return or_(_entry.c.readers == "", _entry.c.created_by_id == unit.actor.employee_id, *named)


def visible(unit: Unit, id: str) -> Row:
    """The entry, if the caller may see it."""
    return unit.one(Entry, _entry.c.id == id, seen(unit))


def visible_ids(unit: Unit) -> Select[Any]:
    """Ids of the entries that this caller may see."""
    return select(_entry.c.id).where(seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(Entry, _entry.c.id == id, seen(unit), lock=True)


def _shown() -> Select[Any]:
    return (
        select(
            *_entry.c, _template.c.key, _template.c.kind, _version.c.no, _version.c.layout, _version.c.json_schema,
            _employee.c.name.label("created_by_name"), _station.c.code.label("station_code"),
            _station.c.name.label("station_name"),
        )
        .join(_template, _template.c.id == _entry.c.template_id)
        .join(_version, _version.c.id == _entry.c.template_version_id)
        .join(_station, _station.c.id == _entry.c.station_id)
        .outerjoin(_employee, _employee.c.id == _entry.c.created_by_id)
    )  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The row with all that its page shows.

    :raises NotFound: also for one that the caller may not see.
    """
    found = unit.first(_shown().where(_entry.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    return found


def page(unit: Unit, query: schemas.EntriesQuery, shape: Any) -> dict[str, Any]:
    """A page of entries, newest first."""
    statement = _lines().where(seen(unit))
    for name in ("status", "template_id", "subject", "subject_id", "station_id"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_entry.c[name] == wanted)
    if query.kind:
        statement = statement.where(_template.c.kind == query.kind)
    if query.mine is not None:
        mine = _entry.c.created_by_id == unit.actor.employee_id
        statement = statement.where(mine if query.mine else ~mine)
    if query.failed is not None:
        statement = statement.where(_entry.c.failed > 0 if query.failed else _entry.c.failed == 0)
    if query.from_:
        statement = statement.where(_entry.c.on >= query.from_)
    if query.to:
        statement = statement.where(_entry.c.on < query.to)
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def _lines() -> Select[Any]:
    return (
        select(
            *(column for column in _entry.c if column.name not in ("data", "readers", "void_reason")), _template.c.key,
            _template.c.kind, _version.c.no, _version.c.name_zh, _version.c.name_en,
            _employee.c.name.label("created_by_name"), _station.c.code.label("station_code"),
            _station.c.name.label("station_name"),
        )
        .join(_template, _template.c.id == _entry.c.template_id)
        .join(_version, _version.c.id == _entry.c.template_version_id)
        .join(_station, _station.c.id == _entry.c.station_id)
        .outerjoin(_employee, _employee.c.id == _entry.c.created_by_id)
    )  # fmt: skip


def signatures(unit: Unit, entry_id: str) -> list[dict[str, Any]]:
    """Who signed, in the order of signing; whether there is a picture, not the picture."""
    return unit.rows(
        select(
            _signature.c.id, _signature.c.place, _signature.c.signer, _signature.c.signed_at,
            _signature.c.picture.is_not(None).label("drawn"),
        )
        .where(_signature.c.entry_id == entry_id)
        .order_by(_signature.c.id)
    )  # fmt: skip


def picture(unit: Unit, entry_id: str, place: str) -> bytes | None:
    """A drawn signature of an entry that the caller may see.

    :raises NotFound: no such entry for this caller.
    """
    visible(unit, entry_id)
    return unit.value(
        select(_signature.c.picture).where(_signature.c.entry_id == entry_id, _signature.c.place == place)
    )


def of_subject(unit: Unit, subject_id: str, template_ids: Collection[str]) -> list[dict[str, Any]]:
    """The entries about one record by these templates that count, newest first, as far as the caller sees them."""
    return unit.rows(
        _lines()
        .where(
            _entry.c.subject_id == subject_id, _entry.c.template_id.in_(list(template_ids)), _entry.c.status != "void",
            seen(unit),
        )
        .order_by(_entry.c.started_at.desc(), _entry.c.id.desc())
    )  # fmt: skip


def done(unit: Unit, subject_id: str, template_ids: Collection[str], since: datetime | None) -> list[dict[str, Any]]:
    """What was completed about a record, newest first, for a rule of the system's and so without scope."""
    statement = select(_entry.c.template_id, _entry.c.critical).where(
        _entry.c.subject_id == subject_id, _entry.c.template_id.in_(list(template_ids)), _entry.c.status.in_(DONE)
    )
    if since is not None:
        statement = statement.where(_entry.c.started_at >= since)
    return unit.rows(statement.order_by(_entry.c.completed_at.desc(), _entry.c.id.desc()))


def place(unit: Unit, station_id: str) -> dict[str, Any]:
    """Code and zone of a station, by which entries are numbered and dated."""
    found = unit.first(
        select(_station.c.code, _calendar.c.time_zone)
        .join(_calendar, _calendar.c.id == _station.c.calendar_id)
        .where(_station.c.id == station_id)
    )
    assert found is not None
    return found
