"""Templates and their published versions."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import append_only


class Template(SQLModel, table=True):
    """A checklist, form or question set; the columns from `name_zh` on are copies of its newest published version.

    Without a station it is the network's own. `draft` is the layout being worked on, if any.
    """

    __tablename__ = "template"
    __table_args__ = (
        Index("ix_template_order", "chapter", "key", "id"),
        {"info": {"station": "station_id"}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True)
    station_id: str | None = c.ref("station.id", null=True)
    key: str = c.text(60, unique=True)
    kind: str = c.text(12)
    chapter: str = c.text(60)
    status: str = c.text(10)
    draft: dict[str, Any] | None = c.data(null=True)
    published_no: int | None = c.integer(null=True)
    published_id: str | None = c.id_of(null=True)
    published_at: datetime | None = c.when()
    retired_at: datetime | None = c.when()
    retired_reason: str | None = c.prose()
    name_zh: str = c.text(120)
    name_en: str = c.text(200)
    subjects: str = c.text(400)
    rhythm: str = c.text(8)
    before: str | None = c.text(40, null=True)
    fillers: str = c.text(600)
    readers: str = c.text(600)


class TemplateVersion(SQLModel, table=True):
    """What was published under a number; it never changes, and every entry keeps the one it was begun with."""

    __tablename__ = "template_version"
    __table_args__ = (UniqueConstraint("template_id", "no"),)
    id: str = c.key()
    template_id: str = c.ref("template.id")
    no: int = c.integer()
    name_zh: str = c.text(120)
    name_en: str = c.text(200)
    layout: dict[str, Any] = c.data()
    json_schema: dict[str, Any] = c.data()
    changes: str | None = c.prose(of="staff")
    published_at: datetime = c.when(null=False)
    published_by_id: str | None = c.id_of(null=True)


append_only("template_version")
