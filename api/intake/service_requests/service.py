"""Taking a need in, reading it, correcting its facts. Its other verbs: `judging`, `consent`, `ending`, `course`."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from api.access import scope
from api.access.policy import P
from api.events import log
from api.intake.calls import turning
from api.intake.service_requests import answers, due, facts, index, judging, queries, schemas
from api.intake.service_requests.model import ServiceRequest
from api.intake.service_requests.problems import MatterOver
from api.intake.service_requests.workflow import ENDS
from api.kit.numbering import next_number
from api.kit.problems import Invalid, NotFound
from api.kit.unit import Unit
from api.kit.words import Words


def create(unit: Unit, command: schemas.Create) -> dict[str, Any]:
    """Take a need in: customer, device and problem in one go (R41), at the station that answers for the place (R2).

    :raises Invalid: the parts do not belong together.
    :raises Forbidden: the place belongs to a station where the caller takes nothing in.
    """
    known = _together(unit, command.customer_id, command.contact_id, command.site_id, command.asset_id)
    call = turning.held(unit, command.call_id, command.customer_id) if command.call_id else None
    today = unit.now.astimezone(ZoneInfo(known["time_zone"])).date()
    case = unit.insert(
        ServiceRequest,
        id=command.id,
        created_by_id=unit.actor.employee_id,
        number=next_number(unit, "SR", known["station_code"], today),
        station_id=known["station_id"],
        status="new",
        step=1,
        open=True,
        owner_id=unit.actor.employee_id,
        channel=command.channel,
        customer_id=command.customer_id,
        contact_id=command.contact_id,
        site_id=command.site_id or known["asset_site_id"],
        asset_id=command.asset_id,
        subject=command.subject,
        description=command.description,
        service_group=command.group,
        fault_kind=command.fault_kind,
        fault_group=command.fault_group,
        third_party_accessory=command.third_party_accessory,
        exclusion=command.exclusion,
        urgency=command.urgency,
        calls=1,
        posted_on=today,
    )
    scope.demand(unit, P.SERVICE_REQUESTS_CREATE, case)
    log.append(
        unit,
        case,
        facts.ServiceRequestCreated(
            number=case.number,
            channel=case.channel,
            service_group=case.service_group,
            urgency=case.urgency,
            customer_id=case.customer_id,
            subject=case.subject,
            description=case.description,
            contact_id=case.contact_id,
            site_id=case.site_id,
            asset_id=case.asset_id,
            fault_kind=case.fault_kind,
            fault_group=case.fault_group,
            third_party_accessory=case.third_party_accessory,
            exclusion=case.exclusion,
            call_id=command.call_id,
        ),
    )
    if call:
        turning.turn(unit, call, case)
    due.begin(unit, case)
    index.put(unit, case.id, known | vars(case))
    return answers.changed(unit, case.id)


def _together(
    unit: Unit, customer_id: str, contact_id: str | None, site_id: str | None, asset_id: str | None
) -> dict[str, Any]:
    """Whose things these are; a device at another site than the one named is refused too.

    :raises Invalid: with one finding per part that does not belong.
    """
    known = queries.belongings(unit, customer_id, contact_id, site_id, asset_id)
    if known is None or known["merged_into_id"]:
        raise Invalid.field("/body/customer_id", "not_found", Words("没有这位客户", "There is no such customer"))
    wrong = [
        {"pointer": f"/body/{name}_id", "code": "belongs_elsewhere", "detail": words}
        for name, named, words in (
            ("contact", contact_id, Words("这位联系人不属于这位客户", "That contact is not this customer's")),
            ("site", site_id, Words("这个地点不属于这位客户", "That site is not this customer's")),
            ("asset", asset_id, Words("这台设备不属于这位客户", "That device is not this customer's")),
        )
        if named and known[f"{name}_of"] != customer_id
    ]
    if not wrong and asset_id and site_id and known["asset_site_id"] not in (None, site_id):
        words = Words("这台设备装在另一个地点", "That device stands at another site")
        wrong = [{"pointer": "/body/asset_id", "code": "belongs_elsewhere", "detail": words}]
    if wrong:
        raise Invalid(errors=wrong)
    return known


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole case.

    :raises NotFound: also for a case the caller may not see.
    """
    found = queries.whole(unit, id)
    if found is None:
        raise NotFound
    return answers.read(unit, found)


_JUDGED_ON = ("asset_id", "site_id")


def edit(unit: Unit, id: str, command: schemas.Edit) -> dict[str, Any]:
    """Correct the facts of an open case. Another device or place asks for a new judgement and may move the station.

    :raises MatterOver: it has ended.
    :raises Invalid: the parts do not belong together, or a device is changed under an open job.
    """
    case = queries.one(unit, id, lock=True)
    scope.demand(unit, P.SERVICE_REQUESTS_EDIT, case)
    if case.status in ENDS:
        raise MatterOver(number=case.number, status=case.status)
    given = command.model_dump(exclude_unset=True)
    for name in ("subject", "urgency"):
        if name in given and given[name] is None:
            raise Invalid.field(f"/body/{name}", "missing", Words("必填", "Required"))
    changed = {name: value for name, value in given.items() if getattr(case, name) != value}
    if not changed:
        return answers.changed(unit, id)
    parts = {name: changed.get(name, getattr(case, name)) for name in ("contact_id", "site_id", "asset_id")}
    known = _together(unit, case.customer_id, **parts)
    more: dict[str, Any] = {}
    if moved := [name for name in _JUDGED_ON if name in changed]:
        if case.status in ("accepted", "job_opened"):
            fixed = Words("客户已同意或已派工，设备和地点不能再改", "Device and place are settled by now")
            raise Invalid.field(f"/body/{moved[0]}", "settled", fixed)
        more = judging.UNJUDGED | {"station_id": known["station_id"]}
    fact = facts.ServiceRequestEdited(fields=sorted(changed), changed=changed)
    log.append(unit, case, fact, **changed, **more)
    index.put(unit, id)
    return answers.changed(unit, id)
