"""The life of an article: drafted, published as often as it changes, withdrawn; what was published is kept for ever."""

from __future__ import annotations

from api.access.policy import P
from api.intake.knowledge_articles import schemas as s
from api.intake.knowledge_articles.tree import Tree, faults
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "draft": Words("草稿", "Draft"),
    "published": Words("在用", "In use"),
    "withdrawn": Words("已撤下", "Withdrawn"),
}


def fit(unit: Unit, article: Row) -> Words | None:
    """There is something to publish, somebody else wrote it, and its fault tree leads to an end by every answer."""
    if article.draft is None:
        return Words("没有改动可以发布", "There is no change to publish")
    if article.drafted_by_id is not None and article.drafted_by_id == unit.actor.employee_id:
        return Words("自己写的要请别人发布", "Somebody else publishes what you wrote")
    wrong = faults(Tree.model_validate(article.draft["tree"])) if article.draft.get("tree") else []
    return wrong[0].detail if wrong else None


WORKFLOW = Workflow(
    "knowledge-articles",
    STATES,
    [
        Step("publish", Words("发布", "Publish"), frozenset(STATES), "published", P.KNOWLEDGE_ARTICLES_APPROVE,
             s.Publish, guard=fit),
        Step("withdraw", Words("撤下", "Withdraw"), frozenset({"draft", "published"}), "withdrawn",
             P.KNOWLEDGE_ARTICLES_VOID, s.Withdraw),
    ],
)  # fmt: skip
