"""The life of an attachment: a draft of its sender's, attached, perhaps void. Rights are those of its parent."""

from __future__ import annotations

from api.files.attachments import parents, schemas
from api.kit.edge import SIGNED_IN
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "draft": Words("待附上", "Not attached yet"),
    "attached": Words("已附上", "Attached"),
    "voided": Words("已作废", "Void"),
    "expired": Words("已过保存期", "Past its time"),
}


class Inherited(Workflow):
    """A workflow whose rights are not of the policy's own row but of what the subject is attached to."""

    def permits(self, unit: Unit, step: Step, subject: Row) -> bool:
        """One's own file is one's own; another's is void by whoever may void things of its parent's kind."""
        parent = parents.of(unit, subject)
        if subject.owner_id == unit.actor.id:
            return step.action != "void" or parent is not None
        return step.action == "void" and parent is not None and parents.may_void(unit, subject.parent_kind, parent)


WORKFLOW = Inherited(
    "attachments",
    STATES,
    (
        Step("attach", Words("附上", "Attach"), frozenset({"draft"}), "attached", SIGNED_IN, schemas.Attach),
        Step("void", Words("作废", "Mark as void"), frozenset({"attached"}), "voided", SIGNED_IN, schemas.Void),
    ),
)
