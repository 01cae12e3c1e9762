"""What happens to templates."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class TemplateDrafted(Fact):
    type = "template.drafted"
    sentence = Words("新建了表单“{name}”", "Drafted the form “{name}”")
    name: str
    key: str
    kind: str


@dataclass(frozen=True, slots=True)
class TemplateChanged(Fact):
    type = "template.changed"
    sentence = Words("改了草稿", "Changed the draft")
    fields: list[str]


@dataclass(frozen=True, slots=True)
class TemplatePublished(Fact):
    """Old entries keep the version they were begun with (D49)."""

    type = "template.published"
    sentence = Words("发布了第 {no} 版：{changes}", "Published version {no}: {changes}")
    no: int
    version_id: str
    changes: str | None = None


@dataclass(frozen=True, slots=True)
class TemplateRetired(Fact):
    type = "template.retired"
    sentence = Words("停用：{reason}", "Retired: {reason}")
    personal = ("reason",)
    reason: str
