"""Being there for calls: what a person says of himself, and what his telephone says of him."""

from __future__ import annotations

from api.access.policy import P
from api.intake.telephony.presences import schemas as s
from api.intake.telephony.presences.schemas import STATES
from api.kit.words import Words
from api.kit.workflow import Step, Workflow

_ANY = frozenset(STATES)
WORKFLOW = Workflow(
    "presences",
    STATES,
    [
        Step("available", Words("可以接听", "Available"), frozenset({"after_call", "away", "off"}), "available",
             P.PRESENCES_EDIT, s.Available),
        Step("away", Words("小休", "Away"), frozenset({"available", "after_call"}), "away", P.PRESENCES_EDIT, s.Away),
        Step("sign-off", Words("签退", "Sign off"), frozenset({"available", "after_call", "away"}), "off",
             P.PRESENCES_EDIT, s.SignOff),
        # what the exchange tells
        Step("take-call", Words("接起", "Take a call"), _ANY, "on_call", P.PRESENCES_EDIT, s.Available, offer=False),
        Step("leave-call", Words("挂机", "Leave a call"), frozenset({"on_call"}), "after_call", P.PRESENCES_EDIT,
             s.Available, offer=False),
    ],
)  # fmt: skip
