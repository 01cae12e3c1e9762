"""Every SELECT on templates."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select

from api.access import scope
from api.access.policy import P
from api.forms.design.layout import Layout
from api.forms.templates import schemas
from api.forms.templates.model import Template, TemplateVersion
from api.kit import listing
from api.kit.listing import Order
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee
from api.network.stations.model import Station

_template = Template.__table__  # type: ignore[attr-defined]
_version = TemplateVersion.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_ORDERS = {
    "chapter": Order(_template.c.chapter + " " + _template.c.key, _template.c.id),
    "-created_at": Order(_template.c.created_at, _template.c.id, descending=True, of=listing.moment),
}


def listed_in(column: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """Whether a column such as `,work_order,station,` holds the word."""
    return column.contains(f",{word},", autoescape=True)


def seen(unit: Unit) -> ColumnElement[bool]:
    """The templates that this caller may see."""
    return scope.visible(unit, P.TEMPLATES_VIEW, Template)


def visible(unit: Unit, id: str) -> Row:
    """The template, if the caller may see it."""
    return unit.one(Template, _template.c.id == id, seen(unit))


def one(unit: Unit, id: str) -> Row:
    """The same, held until the end of the transaction and checked against `If-Match`."""
    return unit.one(Template, _template.c.id == id, seen(unit), lock=True)


def any_version(unit: Unit, id: str) -> Row:
    """A version for the use of the rooms: an entry is read by the one it was begun with, whoever may see templates.

    :raises NotFound: there is none.
    """
    return unit.one(TemplateVersion, _version.c.id == id)


def known_version(unit: Unit, id: str) -> Row | None:
    """The same, or None."""
    found = unit.first(select(*_version.c).where(_version.c.id == id))
    return None if found is None else Row(_version, found)


def _selected() -> Select[Any]:
    return select(
        *_template.c, _station.c.code.label("station_code"), _station.c.name.label("station_name")
    ).outerjoin(_station, _station.c.id == _template.c.station_id)  # fmt: skip


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The row with its station.

    :raises NotFound: also for one that the caller may not see.
    """
    found = unit.first(_selected().where(_template.c.id == id, seen(unit)))
    if found is None:
        raise NotFound
    return found


def page(unit: Unit, query: schemas.TemplatesQuery, shape: Any) -> dict[str, Any]:
    """A page of templates; of the whole network, or with `station_id` of the network and that station."""
    statement = _selected().where(seen(unit))
    for name in ("kind", "status", "chapter"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_template.c[name] == wanted)
    if query.subject:
        statement = statement.where(listed_in(_template.c.subjects, query.subject))
    if query.station_id:
        statement = statement.where(or_(_template.c.station_id == query.station_id, _template.c.station_id.is_(None)))
    if query.q:
        low = query.q.strip().lower()
        statement = statement.where(
            or_(
                _template.c.name_zh.contains(query.q.strip(), autoescape=True),
                func.lower(_template.c.name_en).contains(low, autoescape=True),
                _template.c.key.contains(low, autoescape=True),
            )
        )
    return listing.page(unit, statement, query, _ORDERS, sort=query.sort, shape=shape)


def versions(unit: Unit, template_id: str) -> list[dict[str, Any]]:
    """Its published versions, newest first."""
    return unit.rows(
        select(
            _version.c.id, _version.c.no, _version.c.changes, _version.c.published_at,
            _employee.c.name.label("published_by"),
        )
        .outerjoin(_employee, _employee.c.id == _version.c.published_by_id)
        .where(_version.c.template_id == template_id)
        .order_by(_version.c.no.desc())
    )  # fmt: skip


def version(unit: Unit, id: str) -> dict[str, Any]:
    """A version as `VersionRead`.

    :raises NotFound: also where the caller may not see the template.
    """
    found = unit.first(
        select(*_version.c, _template.c.key, _template.c.kind)
        .join(_template, _template.c.id == _version.c.template_id)
        .where(_version.c.id == id, seen(unit))
    )
    if found is None:
        raise NotFound
    for hidden in ("published_by_id", "name_zh", "name_en"):
        del found[hidden]
    return found


def by_key(unit: Unit, key: str) -> Row | None:
    """The template of this key, for the system's own use."""
    found = unit.first(select(*_template.c).where(_template.c.key == key).with_for_update())
    return None if found is None else Row(_template, found)


def newest(unit: Unit, template: Row) -> dict[str, Any] | None:
    """The layout in force."""
    return unit.value(select(_version.c.layout).where(_version.c.id == template.published_id))


def asked(unit: Unit, subject: str, station_id: str) -> list[dict[str, Any]]:
    """The templates in use at a station for such subjects, in order."""
    return unit.rows(
        select(
            _template.c.id, _template.c.key, _template.c.kind, _template.c.name_zh, _template.c.name_en,
            _template.c.rhythm, _template.c.before, _template.c.fillers, _template.c.published_id,
            _template.c.published_no,
        )
        .where(
            _template.c.status == "published",
            listed_in(_template.c.subjects, subject),
            or_(_template.c.station_id == station_id, _template.c.station_id.is_(None)),
        )
        .order_by(_template.c.chapter, _template.c.key)
    )  # fmt: skip


def layout_of(version: Row) -> Layout:
    """The layout of a version; read once in each process, because a version never changes."""
    if (known := _layouts.get(version.id)) is None:
        if len(_layouts) > 1000:
            _layouts.clear()
        known = _layouts[version.id] = Layout.model_validate(version.layout)
    return known


_layouts: dict[str, Layout] = {}
