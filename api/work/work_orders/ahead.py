"""What a phone without network may draw ahead of the server's answer: what a step needs of the order, and leaves in it.

The server decides when the step arrives; this is the guards' plain part as data, so that no client holds a copy of the
state machine. `tests/field/test_ahead.py` walks the orders and holds both together.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ahead:
    """Members of the order that must be there, that must be empty, and what they are afterwards.

    `sets`: `occurred_at` is the time of the deed, `body.<name>` what was sent. `leaves`: the job is not his afterwards.
    """

    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    sets: dict[str, str] = field(default_factory=dict)
    leaves: bool = False


_NOTHING = Ahead()
AHEAD: dict[str, Ahead] = {
    "accept": Ahead(excludes=("accepted_at",), sets={"accepted_at": "occurred_at"}),
    "refuse": Ahead(excludes=("accepted_at",), leaves=True),
    "depart": Ahead(requires=("accepted_at",), sets={"departed_at": "occurred_at"}),
    "arrive": Ahead(sets={"arrived_at": "occurred_at"}),
    "diagnose": Ahead(sets={"diagnosis": "body.diagnosis", "plan": "body.plan"}),
    "use-part": Ahead(requires=("diagnosis",)),
    "complete": Ahead(
        requires=("diagnosis",),
        sets={
            "work_done": "body.work_done", "test_result": "body.test_result", "test_passed": "body.test_passed",
            "instructed": "body.instructed", "done_at": "occurred_at",
        },
    ),
    "hand-in": Ahead(sets={"handed_in_at": "occurred_at"}),
    "second-visit": Ahead(leaves=True),
    "escalate": Ahead(sets={"problem": "body.problem"}),
    "cannot-today": Ahead(leaves=True),
}  # fmt: skip


def of(action: str) -> Ahead:
    """What may be drawn ahead of this step."""
    return AHEAD.get(action, _NOTHING)
