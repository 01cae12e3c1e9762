"""Step 2, choose the way: the first judgement and the passing on of the job."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from api.customers.entitlements import service as entitlements
from api.events import log
from api.intake.service_requests import answers, due, facts, queries, schemas
from api.intake.service_requests.workflow import WORKFLOW
from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.stations import queries as stations

UNJUDGED: dict[str, Any] = {
    "judged_at": None, "entitlement": None, "verdict": None, "paid": None, "policy_explained_at": None,
    "accepted_at": None, "quoted_fen": None, "quoted_at": None, "consented_fen": None, "consented_at": None,
    "consented_by": None, "consent_way": None,
}  # fmt: skip
"""What a judgement settles and the consent that rests on it: another device or judgement needs another consent."""


def judge(unit: Unit, id: str, command: schemas.Judge) -> dict[str, Any]:
    """The first judgement: group (R3), fault, entitlement, and from these the way of service and its price (R47).

    :raises Invalid: a way of service must be named.
    """
    case = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "judge", case, answers.BASE)
    part = command.fault_group if "fault_group" in command.model_fields_set else case.fault_group
    third_party = case.third_party_accessory if command.third_party_accessory is None else command.third_party_accessory
    # a failed part not made by the company is recorded, and no free repair of it is promised (R45)
    exclusion = command.exclusion if "exclusion" in command.model_fields_set else case.exclusion
    exclusion = exclusion or ("foreign_parts" if third_party else None)
    known: dict[str, Any] = {"verdict": None, "code": "consultation"}
    if command.group != "consultation":
        known = entitlements.judged(
            unit,
            asset_id=case.asset_id,
            on=unit.now.astimezone(ZoneInfo(stations.zone_of(unit, case.station_id))).date(),
            exclusion=exclusion,
            site_id=case.site_id,
            mode=command.mode,
        )
        if command.group == "paid_service":
            known = entitlements.as_paid_service(unit, known)
    mode, paid = _way(command, known)
    snapshot = entitlements.kept(known) if known["verdict"] else None
    log.append(
        unit,
        case,
        facts.ServiceRequestJudged(
            service_group=command.group,
            fault_kind=command.fault_kind,
            mode=mode,
            paid=paid,
            verdict=known["verdict"],
            code=known["code"],
            exclusion=exclusion,
            fault_group=part,
            third_party_accessory=third_party,
        ),
        **UNJUDGED
        | {
            "judged_at": unit.now, "service_group": command.group, "fault_kind": command.fault_kind, "mode": mode,
            "paid": paid, "verdict": known["verdict"], "entitlement": snapshot, "exclusion": exclusion,
            "third_party_accessory": third_party, "fault_group": part, "step": 2,
        },
        **changes,
    )  # fmt: skip
    due.follow(unit, case)
    return answers.changed(unit, id)


def _way(command: schemas.Judge, known: dict[str, Any]) -> tuple[str | None, bool]:
    """How it is served, and whether it costs: whatever the entitlement does not free does, and paid service always.

    So it is marked before any work is done (R153). Where nothing proves a warranty it costs too, until a proof is shown
    and the case judged again. A visit that the customer wants past the on-site period costs the call-out (D4).
    """
    if known["verdict"] is None:
        return None, False
    mode = command.mode or known["mode"]
    if mode is None:
        unnamed = Words("请说明上门还是送修", "Say whether on site or carry-in")
        raise Invalid.field("/body/mode", "missing", unnamed)
    return mode, known["verdict"] != "free"


def dispatch(unit: Unit, id: str, command: schemas.Dispatch) -> dict[str, Any]:
    """Pass the job on at once, in the call (R48): the work room opens the order in this same transaction."""
    case = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "dispatch", case, answers.BASE)
    fact = facts.ServiceRequestDispatched(paid=case.paid, note=command.note, preferred_at=command.preferred_at)
    log.append(unit, case, fact, **changes)
    return answers.changed(unit, id)
