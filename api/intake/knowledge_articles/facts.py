"""What happens to knowledge."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class KnowledgeArticleDrafted(Fact):
    type = "knowledge_article.drafted"
    sentence = Words("新写了 {number}“{title}”", "Drafted {number}, “{title}”")
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class KnowledgeArticleChanged(Fact):
    type = "knowledge_article.changed"
    sentence = Words("改了草稿", "Changed the draft")
    title: str


@dataclass(frozen=True, slots=True)
class KnowledgeArticlePublished(Fact):
    type = "knowledge_article.published"
    sentence = Words("发布了第 {no} 版", "Published version {no}")
    no: int
    version_id: str
    changes: str | None = None


@dataclass(frozen=True, slots=True)
class KnowledgeArticleWithdrawn(Fact):
    type = "knowledge_article.withdrawn"
    sentence = Words("撤下：{reason}", "Withdrawn: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class KnowledgeArticleUsed(Fact):
    """In a call or for a case; it moves no version, for it changes nothing of what the article says."""

    type = "knowledge_article.used"
    sentence = Words("用到了答复里，共 {used} 次", "Used in an answer, {used} times by now")
    quiet = True
    used: int
    version_id: str
    call_id: str | None = None
    service_request_id: str | None = None


@dataclass(frozen=True, slots=True)
class KnowledgeArticleHelped(Fact):
    """Whether it solved what was asked."""

    type = "knowledge_article.helped"
    sentence = Words("{how}，共解决 {helped} 次", "{how}; solved {helped} times by now")
    quiet = True
    spoken = {"how": {"yes": Words("解决了问题", "It solved the matter"), "no": Words("没解决问题", "It did not help")}}
    how: str
    helped: int
