"""What happens to exports: who took what out, how many rows, and who let him (T31, R162)."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.exports.labels import LABELS
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ExportAsked(Fact):
    """The filters stand on the export alone, which knows who may read them."""

    type = "export.asked"
    sentence = Words("申请导出“{path}”", "Asked for an export of “{path}”")
    spoken = {"path": LABELS}
    personal = ("reason",)
    path: str
    form: str
    total: int | None
    needs_approval: bool
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ExportGrew(Fact):
    """More rows than may go out without approval turned up while it was written."""

    type = "export.grew"
    sentence = Words("超过 {limit} 行，等批准", "Over {limit} rows, waits for approval")
    quiet = True
    limit: int


@dataclass(frozen=True, slots=True)
class ExportApproved(Fact):
    type = "export.approved"
    sentence = Words("批准导出", "Export approved")
    personal = ("note",)
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ExportRefused(Fact):
    type = "export.refused"
    sentence = Words("没有批准导出：{reason}", "Export refused: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class ExportCancelled(Fact):
    type = "export.cancelled"
    sentence = Words("取消导出", "Export cancelled")


@dataclass(frozen=True, slots=True)
class ExportWritten(Fact):
    type = "export.written"
    sentence = Words("导出“{path}”共 {rows} 行", "Exported {rows} {rows:row|rows} of “{path}”")
    quiet = True
    spoken = {"path": LABELS}
    path: str
    rows: int
    size: int


@dataclass(frozen=True, slots=True)
class ExportTaken(Fact):
    """Its asker opened the file."""

    type = "export.taken"
    sentence = Words("下载了 {rows} 行", "Downloaded {rows} {rows:row|rows}")
    quiet = True
    rows: int


@dataclass(frozen=True, slots=True)
class ExportFailed(Fact):
    type = "export.failed"
    sentence = Words("导出失败：{why}", "Export failed: {why}")
    quiet = True
    spoken = {
        "why": {
            "rights": Words("没有权限", "its asker no longer had the right"),
            "too_many": Words("行数太多", "there were too many rows"),
            "query": Words("筛选条件不能用", "its filters cannot be used"),
            "broken": Words("写文件时出错", "the file could not be written"),
        }
    }
    why: str


@dataclass(frozen=True, slots=True)
class ExportExpired(Fact):
    type = "export.expired"
    sentence = Words("导出文件已过期删除", "The exported file has expired and is gone")
    quiet = True
