"""Entries over the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from api.forms.design.layout import Key, Kind
from api.kit.edits import Change
from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Day, FieldCommand, Name, Reason, ask
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["open", "completed", "signed", "void"]
Data = Annotated[dict[Key, Any], Field(max_length=200)]
"""Values by the keys of the fields; what each may hold, the template's schema says."""
Picture = Annotated[str, Field(min_length=4, max_length=410_000)]


class EntriesQuery(Page):
    """Which entries; `failed` those in which something did not pass."""

    status: Status | None = None
    kind: Kind | None = None
    template_id: Id | None = None
    subject: Key | None = None
    subject_id: Id | None = None
    station_id: Id | None = None
    mine: bool | None = None
    failed: bool | None = None
    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None
    sort: Literal["-on", "-created_at"] = "-on"


class AskedQuery(Body):
    """Of which record."""

    subject: Key
    subject_id: Id


class EntryOpen(FieldCommand):
    """Begin to fill in; a phone that was offline brings its own id and the version that it had."""

    id: Id | None = None
    template_id: Id
    version_id: Id | None = None
    subject: Key
    subject_id: Id
    data: Data = {}


class EntryEdit(Body):
    """Values of some fields, null empties one; what is not named stays."""

    data: Data


class Fill(FieldCommand):
    """Changes from a phone: other fields merge, one that somebody changed meanwhile is refused with both values."""

    changes: Annotated[dict[Key, Change], Field(min_length=1, max_length=200)]


class Complete(FieldCommand):
    """All is filled in; `data` may bring the last values along."""

    data: Data = {}


class Sign(FieldCommand):
    """A signature in one place of the form; staff sign as themselves, a customer with his name and hand."""

    place: Key
    signer: Name | None = None
    picture: Picture | None = None


class Void(Body):
    """The entry does not count; it stays readable."""

    reason: Reason = ask("为什么作废", "Why", kind="textarea")


class TemplateRef(Answer):
    """The form that was filled in, in the version it was begun with."""

    id: str
    version_id: str
    key: str
    kind: Kind
    name: str
    no: int


class SubjectRef(Answer):
    """What it is about."""

    kind: str
    label: str
    id: str
    title: str


class _Shown(Answer):
    id: str
    number: str
    version: int
    status: Status
    status_label: str
    template: TemplateRef
    subject: SubjectRef
    station: StationRef
    on: date
    failed: int
    critical: int
    created_by: EmployeeRef | None
    completed_at: datetime | None
    created_at: datetime


class EntryRow(_Shown):
    """One line of the list."""


class SignatureRead(Answer):
    """Who signed where."""

    place: str
    signer: str
    signed_at: datetime
    picture_href: str | None


class Named(Answer):
    """A record that a field names, as the reader may know it."""

    kind: str
    id: str
    title: str


class EntryRead(_Shown):
    """The entry with its values; `layout` and `json_schema` are those of its own version."""

    offered: list[Offer]
    may_edit: bool
    data: dict[str, Any]
    layout: dict[str, Any]
    json_schema: dict[str, Any]
    named: list[Named]
    signatures: list[SignatureRead]
    started_at: datetime
    signed_at: datetime | None
    voided_at: datetime | None
    void_reason: str | None


class AskedRead(Answer):
    """A form that is to be filled in about this record, and the newest entry of it that counts, if there is one."""

    template_id: str
    version_id: str
    key: str
    kind: Kind
    name: str
    rhythm: str
    before: str | None
    required: bool
    may_fill: bool
    entry: EntryRow | None


class AskedList(Answer):
    items: list[AskedRead]
