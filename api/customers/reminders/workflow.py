"""The life of a reminder: open, done, dropped."""

from __future__ import annotations

from api.access.policy import P
from api.customers.reminders import schemas
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

KINDS = {
    "todo": Words("待办", "To do"),
    "alert": Words("业务预警", "Purchase alert"),
    "need": Words("上报的需求", "Need from below"),
    "advice": Words("使用建议", "Advice on use"),
}
STATES = {"open": Words("待办", "Open"), "done": Words("已办", "Done"), "dropped": Words("不办了", "Dropped")}
_OPEN = frozenset({"open"})
WORKFLOW = Workflow(
    "customer-reminders",
    STATES,
    [
        Step("done", Words("办好了", "Done"), _OPEN, "done", P.CUSTOMER_CONTACTS_EDIT, schemas.Done),
        Step("drop", Words("不办了", "Drop"), _OPEN, "dropped", P.CUSTOMER_CONTACTS_EDIT, schemas.Drop),
    ],
)
