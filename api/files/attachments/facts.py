"""What happens to files. Each fact stands in the story of what the file is attached to."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.files.attachments.purposes import PURPOSES
from api.kit.words import Words

_SPOKEN = {"purpose": {name: purpose.label for name, purpose in PURPOSES.items()}}


@dataclass(frozen=True, slots=True)
class AttachmentAdded(Fact):
    type = "attachment.added"
    sentence = Words("附上{purpose} {name}", "Attached: {purpose} {name}")
    personal = ("name",)
    spoken = _SPOKEN
    attachment_id: str
    purpose: str
    media: str
    name: str
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class AttachmentDrafted(Fact):
    type = "attachment.drafted"
    sentence = Words("收到{purpose} {name}，还没有附上", "Received, attached to nothing yet: {purpose} {name}")
    personal = ("name",)
    spoken = _SPOKEN
    purpose: str
    media: str
    name: str


@dataclass(frozen=True, slots=True)
class AttachmentVoided(Fact):
    type = "attachment.voided"
    sentence = Words("作废{purpose} {name}：{reason}", "Voided: {purpose} {name}: {reason}")
    personal = ("name", "reason")
    spoken = _SPOKEN
    attachment_id: str
    purpose: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class AttachmentExpired(Fact):
    type = "attachment.expired"
    sentence = Words("保存期已过，删除了{purpose}的内容", "Kept for its time; removed what the {purpose} held")
    spoken = _SPOKEN
    quiet = True
    attachment_id: str
    purpose: str


@dataclass(frozen=True, slots=True)
class UploadRefused(Fact):
    type = "upload.refused"
    sentence = Words("拒收文件：{code}", "Refused a file: {code}")
    quiet = True
    code: str
    length: int
