"""Imports over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Count, page
from api.kit.validation import Said
from api.kit.words import Words
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["awaiting_file", "judging", "ready", "applying", "done", "failed", "cancelled"]
STATES: dict[str, Words] = {
    "awaiting_file": Words("等文件", "Waits for its file"),
    "judging": Words("正在核对", "Being judged"),
    "ready": Words("待确认", "To be confirmed"),
    "applying": Words("正在写入", "Being written"),
    "done": Words("已导入", "Imported"),
    "failed": Words("导入失败", "Failed"),
    "cancelled": Words("已取消", "Cancelled"),
}


class ImportsQuery(Page):
    """Which imports."""

    status: Annotated[Status | None, Field(description="Only in this state.")] = None
    mine: Annotated[bool, Field(description="Only those that the caller asked for.")] = False
    sort: Literal["-created_at"] = "-created_at"


class ImportCreate(Body):
    """A file to come: by one of the mappings that are here, or by one of one's own (docs/import.md)."""

    id: Id | None = None
    mapping: Annotated[str | None, Field(pattern=r"^[a-z0-9-]{2,40}$", description="Its name.")] = None
    mapping_text: Annotated[page(20_000) | None, Field(description="A mapping file, TOML.")] = None  # type: ignore[valid-type]

    @model_validator(mode="after")
    def _one(self) -> ImportCreate:
        if (self.mapping is None) == (self.mapping_text is None):
            raise Said("one_of", Words("mapping 和 mapping_text 给一个", "Give mapping or mapping_text, one of them"))
        return self


class Confirm(Body):
    """Write what was judged."""


class Cancel(Body):
    """Write nothing more; what is written stays."""


class MappingRead(Answer):
    """A mapping that is here; `path` is the resource that its things are of."""

    name: str
    label: str
    path: str


class MappingsRead(Answer):
    items: list[MappingRead]
    resources: list[str]
    megabytes: int


class Counts(Answer):
    """How many rows, or groups of rows, are new, changed, the same as before, or refused."""

    added: Count
    changed: Count
    same: Count
    refused: Count


class Finding(Answer):
    """Why a row is refused; `line` as a spreadsheet counts it, or the record's number in JSON."""

    line: Count
    key: str
    detail: str


class ImportRow(Answer):
    id: str
    number: str
    version: int
    created_at: datetime
    status: Status
    status_label: str
    source: str
    label: str
    path: str
    station: StationRef
    asked_by: EmployeeRef
    file_name: str | None
    size: Count | None
    total: Count | None
    handled: Count
    preview: Counts | None
    done: Counts
    failure: str | None
    finished_at: datetime | None


class ImportRead(ImportRow):
    """With the first 500 findings and what may be done now; `file` takes the file by PUT while it is awaited."""

    findings: list[Finding]
    file: str | None
    offered: list[Offer]
