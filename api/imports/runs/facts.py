"""What happens to imports."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.exports.labels import LABELS
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class ImportBegun(Fact):
    type = "import.begun"
    sentence = Words("开始导入 {path}（{source}）", "Began an import of {path} ({source})")
    spoken = {"path": LABELS}
    path: str
    source: str


@dataclass(frozen=True, slots=True)
class ImportFileTaken(Fact):
    type = "import.file_taken"
    sentence = Words("收到文件 {file_name}", "File {file_name} taken")
    personal = ("file_name",)
    file_name: str
    size: int


@dataclass(frozen=True, slots=True)
class ImportJudged(Fact):
    type = "import.judged"
    sentence = Words(
        "核对完：新 {added}，改 {changed}，相同 {same}，不收 {refused}",
        "Judged: {added} new, {changed} changed, {same} the same, {refused} refused",
    )
    quiet = True
    added: int
    changed: int
    same: int
    refused: int


@dataclass(frozen=True, slots=True)
class ImportConfirmed(Fact):
    type = "import.confirmed"
    sentence = Words("确认导入", "Import confirmed")


@dataclass(frozen=True, slots=True)
class ImportDone(Fact):
    type = "import.done"
    sentence = Words(
        "导入完：新 {added}，改 {changed}，相同 {same}，不收 {refused}",
        "Imported: {added} new, {changed} changed, {same} the same, {refused} refused",
    )
    quiet = True
    added: int
    changed: int
    same: int
    refused: int


@dataclass(frozen=True, slots=True)
class ImportFailed(Fact):
    type = "import.failed"
    sentence = Words("导入失败", "The import failed")
    quiet = True


@dataclass(frozen=True, slots=True)
class ImportCancelled(Fact):
    type = "import.cancelled"
    sentence = Words("取消导入", "Import cancelled")
