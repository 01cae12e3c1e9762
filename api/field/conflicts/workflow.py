"""The life of a conflict: open until a person keeps what is there or takes what the phone brought."""

from __future__ import annotations

from api.access.policy import P
from api.field.conflicts import schemas
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "open": Words("待决定", "To be decided"), "kept": Words("保留了原来的", "What was there stayed"),
    "taken": Words("用了手机上的", "The phone's counts"),
}  # fmt: skip
WORKFLOW = Workflow(
    "conflicts",
    STATES,
    [
        Step(
            "keep", Words("保留现在的", "Keep what is there"), frozenset({"open"}), "kept",
            permission=P.CONFLICTS_EDIT, command=schemas.Decide,
        ),
        Step(
            "take", Words("用手机上的", "Take the phone's"), frozenset({"open"}), "taken",
            permission=P.CONFLICTS_EDIT, command=schemas.Decide,
        ),
    ],
)  # fmt: skip
