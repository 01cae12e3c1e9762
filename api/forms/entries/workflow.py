"""The life of an entry: open while it is filled in, completed, signed in all its places; or void, with a reason."""

from __future__ import annotations

from api.access.policy import P
from api.forms.entries import schemas
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

STATES = {
    "open": Words("填写中", "Being filled in"),
    "completed": Words("已填完", "Completed"),
    "signed": Words("已签字", "Signed"),
    "void": Words("已作废", "Void"),
}

WORKFLOW = Workflow(
    "entries",
    STATES,
    [
        Step(
            "complete", Words("填完", "Complete"), frozenset({"open"}), "completed", permission=P.ENTRIES_EDIT,
            command=schemas.Complete, key=True,
        ),
        Step(
            "sign", Words("签字", "Sign"), frozenset({"completed"}), None, permission=P.ENTRIES_EDIT,
            command=schemas.Sign, key=True,
        ),
        Step(
            "fill", Words("填写", "Fill in"), frozenset({"open"}), None, permission=P.ENTRIES_EDIT,
            command=schemas.Fill, key=True,
        ),
        Step(
            "void", Words("作废", "Void"), frozenset({"open", "completed", "signed"}), "void",
            permission=P.ENTRIES_VOID, command=schemas.Void,
        ),
        Step(
            "seal", Words("签齐", "Signed by all"), frozenset({"completed"}), "signed", permission=P.ENTRIES_EDIT,
            command=schemas.Complete, offer=False,
        ),
    ],
)  # fmt: skip
