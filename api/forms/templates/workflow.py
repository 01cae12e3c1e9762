"""The life of a template: drafted, published as often as it changes, retired; never deleted, for entries refer to it."""

from __future__ import annotations

from api.access.policy import P
from api.forms.templates import schemas
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "draft": Words("草稿", "Draft"),
    "published": Words("在用", "In use"),
    "retired": Words("已停用", "Retired"),
}


def changed(unit: Unit, template: Row) -> Words | None:
    """There is something to publish."""
    return None if template.draft else Words("没有改动可以发布", "There is no change to publish")


WORKFLOW = Workflow(
    "templates",
    STATES,
    [
        Step(
            "publish", Words("发布", "Publish"), frozenset(STATES), "published", permission=P.TEMPLATES_EDIT,
            command=schemas.Publish, guard=changed,
        ),
        Step(
            "retire", Words("停用", "Retire"), frozenset({"draft", "published"}), "retired",
            permission=P.TEMPLATES_VOID, command=schemas.Retire,
        ),
    ],
)  # fmt: skip
