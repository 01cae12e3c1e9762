"""Lays in the forms that come with the program, after each upgrade: new ones, and new versions of unchanged ones.

A form that headquarters has since published for itself is left alone.
"""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError

from api.access.actor import SYSTEM
from api.forms.design.layout import Layout
from api.forms.shipped import SHIPPED
from api.forms.templates import queries, schemas, service
from api.kit.db import Database
from api.kit.unit import Unit


def lay_in(db: Database) -> int:
    """Bring the forms to what this program ships; returns how many were published. A replica that does the same at
    the same moment does it for both."""
    try:
        with db.write() as conn:
            return lay(Unit(db, conn, SYSTEM))
    except IntegrityError:
        return 0


def lay(unit: Unit) -> int:
    """The same in a transaction of the caller's."""
    made = 0
    for key, kind, chapter, written in SHIPPED:
        layout = Layout.model_validate(written)
        row = queries.by_key(unit, key)
        if row is None:
            command = schemas.TemplateCreate(key=key, kind=kind, chapter=chapter, layout=layout)
            service.draft(unit, command)
        elif not _ours_and_older(unit, row.published_id, layout):
            continue
        else:
            service.change(unit, row.id, schemas.TemplateChange(layout=layout))
        row = queries.by_key(unit, key)
        assert row is not None
        service.published(unit, row, None)
        made += 1
    return made


def _ours_and_older(unit: Unit, published_id: str | None, layout: Layout) -> bool:
    newest = queries.known_version(unit, published_id) if published_id else None
    return newest is not None and newest.published_by_id is None and queries.layout_of(newest) != layout
