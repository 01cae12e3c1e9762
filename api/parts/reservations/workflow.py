"""The life of a reservation: waiting, held, issued, released."""

from __future__ import annotations

from api.access.policy import P
from api.kit.words import Words
from api.kit.workflow import Step, Workflow
from api.parts.reservations import schemas

STATES = {
    "waiting": Words("等到货", "Waiting"),
    "held": Words("已留", "Held"),
    "issued": Words("已发料", "Issued"),
    "released": Words("不留了", "Released"),
}
WORKFLOW = Workflow(
    "stock-reservations",
    STATES,
    [
        Step(
            "issue", Words("发料", "Issue"), frozenset({"held"}), None, P.STOCK_RESERVATIONS_EDIT, schemas.Issue, key=True
        ),
        Step(
            "expect", Words("记到货日", "Say when it comes"), frozenset({"waiting"}), None, P.STOCK_RESERVATIONS_EDIT,
            schemas.Expect,
        ),
        Step(
            "release", Words("不留了", "Release"), frozenset({"waiting", "held"}), "released", P.STOCK_RESERVATIONS_EDIT,
            schemas.Release,
        ),
    ],
)  # fmt: skip
