"""Templates over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, get_args

from pydantic import Field

from api.forms.chapters import CHAPTERS
from api.forms.design.layout import Key, Kind, Layout
from api.kit.ids import Id
from api.kit.listing import Page, Search
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Note, Reason, ask
from api.network.stations.refs import StationRef

Status = Literal["draft", "published", "retired"]
Chapter = Literal[
    "hotline", "on_site", "reception", "workshop", "workshop_supervisor", "service_adviser", "parts", "parts_supervisor",
    "follow_up", "customer_service", "complaints", "duty", "conduct", "training", "meetings", "manual", "hr_admin",
    "business", "service_manager", "technology_equipment", "finance", "other",
]  # fmt: skip
assert set(get_args(Chapter)) == set(CHAPTERS)


class TemplatesQuery(Page):
    """Which templates; `subject` those that are about such records."""

    q: Search = None
    kind: Kind | None = None
    status: Status | None = None
    subject: Key | None = None
    chapter: Chapter | None = None
    station_id: Id | None = None
    sort: Literal["chapter", "-created_at"] = "chapter"


class TemplateCreate(Body):
    """A new template: without a station it is the network's. `key` is how other parts of the system know it."""

    id: Id | None = None
    station_id: Id | None = None
    key: Annotated[Key, Field(max_length=60)]
    kind: Kind
    chapter: Chapter
    layout: Layout


class TemplateChange(Body):
    """The draft's next state; what is not sent stays."""

    chapter: Chapter | None = None
    layout: Layout | None = None


class Publish(Body):
    """The draft becomes the next version, for all entries from now on."""

    changes: Note | None = ask("改了什么", "What changed", kind="textarea", default=None)


class Retire(Body):
    """No new entries; those that exist stay."""

    reason: Reason = ask("为什么停用", "Why", kind="textarea")


class _Shown(Answer):
    id: str
    version: int
    key: str
    kind: Kind
    chapter: Chapter
    chapter_label: str
    status: Status
    status_label: str
    name: str
    name_zh: str
    name_en: str
    station: StationRef | None
    published_no: int | None
    published_id: str | None
    published_at: datetime | None
    drafted: bool
    subjects: list[str]
    rhythm: str
    before: str | None
    created_at: datetime


class TemplateRow(_Shown):
    """One line; `drafted` tells of changes that are not published yet."""


class VersionRef(Answer):
    """A published version; what it says is read from `/template-versions/{id}`."""

    id: str
    no: int
    changes: str | None
    published_at: datetime
    published_by: str | None


class TemplateRead(_Shown):
    """A template with its draft; published layouts are in its versions."""

    offered: list[Offer]
    draft: dict[str, Any] | None
    retired_reason: str | None
    versions: list[VersionRef]


class VersionRead(Answer):
    """What a version asks, as layout and as JSON Schema (draft 2020-12); it never changes, so it may be kept."""

    id: str
    template_id: str
    key: str
    kind: Kind
    no: int
    changes: str | None
    published_at: datetime
    layout: dict[str, Any]
    json_schema: dict[str, Any]


class SubjectRead(Answer):
    """A kind of record that forms may be about or may name, with the acts that a form may stand before."""

    name: str
    label: str
    acts: list[str]


class Chosen(Answer):
    """A value that a form may carry, in the reader's words."""

    value: str
    label: str


class PaletteRead(Answer):
    """What an author of forms chooses from."""

    chapters: list[Chosen]
    roles: list[Chosen]
    subjects: list[SubjectRead]
