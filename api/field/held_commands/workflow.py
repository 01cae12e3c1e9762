"""The life of a held command: it waits, is decided by a person, and was then applied or set aside (P10)."""

from __future__ import annotations

from api.access.policy import P
from api.field.held_commands import schemas
from api.field.held_commands.words import STATES
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

WORKFLOW = Workflow(
    "held-commands",
    STATES,
    [
        Step(
            "apply", Words("按他的记入", "Apply"), frozenset({"held"}), "applied", permission=P.HELD_COMMANDS_EDIT,
            command=schemas.Apply,
        ),
        Step(
            "set-aside", Words("搁置", "Set aside"), frozenset({"held"}), "set_aside",
            permission=P.HELD_COMMANDS_EDIT, command=schemas.SetAside,
        ),
    ],
)  # fmt: skip
