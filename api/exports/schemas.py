"""Exports over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Count, Reason, ask
from api.kit.words import Words
from api.network.employees.refs import EmployeeRef
from api.network.stations.refs import StationRef

Status = Literal["waiting", "queued", "running", "done", "failed", "refused", "cancelled", "expired"]
STATES: dict[str, Words] = {
    "waiting": Words("等批准", "Waiting for approval"),
    "queued": Words("排队中", "Queued"),
    "running": Words("正在导出", "Being written"),
    "done": Words("可下载", "Ready"),
    "failed": Words("导出失败", "Export failed"),
    "refused": Words("没批准", "Refused"),
    "cancelled": Words("已取消", "Cancelled"),
    "expired": Words("已过期", "Expired"),
}
FAILURES: dict[str, Words] = {
    "rights": Words("导出时您已没有看这些内容的权限", "When it was written you no longer had the right to see this"),
    "too_many": Words("行数太多，请先筛选再导出", "Too many rows; narrow the list first"),
    "query": Words("筛选条件已不能用", "The filters cannot be used any more"),
    "broken": Words("写文件时出错，请再导出一次", "Writing the file failed; export again"),
}
Form = Literal["csv", "xlsx"]


class ExportsQuery(Page):
    """Which exports."""

    status: Annotated[Status | None, Field(description="Only in this state.")] = None
    mine: Annotated[bool, Field(description="Only those that the caller asked for.")] = False
    to_decide: Annotated[bool, Field(description="Only what others asked for and waits for approval.")] = False
    sort: Literal["-created_at"] = "-created_at"


class ExportCreate(Body):
    """A list as a file: its path below `/api/v1` and its own filters, as they would stand in the address."""

    id: Id | None = None
    path: Annotated[str, Field(min_length=2, max_length=80, pattern=r"^(/[a-z-]+){1,2}$", examples=["/work-orders"])]
    query: Annotated[
        dict[
            Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")],
            Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")],
        ],
        Field(max_length=20, description="Filters and order of the list; not its pages."),
    ] = {}
    form: Form = "xlsx"
    reason: Annotated[Reason | None, Field(description="What it is for; told to whoever approves.")] = None


class Approve(Body):
    """Let it be written."""

    note: Annotated[Reason | None, ask("说明", "Note", kind="textarea")] = None


class Refuse(Body):
    """Let it not be written, and say why."""

    reason: Annotated[Reason, ask("原因", "Reason", kind="textarea")]


class Cancel(Body):
    """Nobody needs it any more."""


class Take(Body):
    """The file is wanted."""


class ListRead(Answer):
    """A list that the caller may take out; `needs_approval`: whatever its length."""

    path: str
    label: str
    needs_approval: bool


class ListsRead(Answer):
    """By path. A file of more than `free_rows` rows needs another person's approval; those of people count by day."""

    items: list[ListRead]
    free_rows: Count


class ExportRow(Answer):
    """An export. `written` of `total` rows are in the file; `file` opens it for its asker, until `expires_at`."""

    id: str
    number: str
    version: int
    created_at: datetime
    status: Status
    status_label: str
    path: str
    list_label: str
    form: Form
    station: StationRef
    asked_by: EmployeeRef
    reason: str | None
    needs_approval: bool
    total: Count | None
    written: Count
    approved_by: EmployeeRef | None
    decided_at: datetime | None
    decision_note: str | None
    finished_at: datetime | None
    expires_at: datetime | None
    size: Count | None
    failure: str | None
    file: str | None


class FilterRead(Answer):
    """By what the list was narrowed, in words."""

    label: str
    value: str


class ExportRead(ExportRow):
    """With its filters, as far as the reader may know them, and what may be done now."""

    query: dict[str, str]
    filters: list[FilterRead]
    offered: list[Offer]
