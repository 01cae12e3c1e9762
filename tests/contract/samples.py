"""One sample of every resource: how to make an object of it at a station for somebody, and a valid body per action.

`test_policy.py` builds from these what every role may do where. A resource that is switched on without a sample, or an
action without a valid body, turns that test red: add it here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import select, update

from api import models
from api.access.accounts.workflow import WORKFLOW as ACCOUNTS
from api.access.actor import SYSTEM
from api.access.api_clients.workflow import WORKFLOW as API_CLIENTS
from api.aftercare.follow_ups.workflow import WORKFLOW as FOLLOW_UPS
from api.forms.design.layout import Layout
from api.forms.design.schema import schema_of
from api.forms.entries.workflow import WORKFLOW as ENTRIES
from api.forms.templates.workflow import WORKFLOW as TEMPLATES
from api.intake.calls.workflow import WORKFLOW as CALLS
from api.intake.service_requests.workflow import WORKFLOW as SERVICE_REQUESTS
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.kit.workflow import Workflow
from api.work.work_orders.workflow import WORKFLOW as WORK_ORDERS
from tests.contract import (
    board_samples,
    customer_samples,
    field_samples,
    intake_samples,
    office_samples,
    paper_samples,
    quote_samples,
    roster_samples,
    stock_samples,
    telephony_samples,
    webhook_samples,
)
from tests.contract.samples_of_money import MONEY
from tests.world import D7, World

_numbers = count(1)
DAY = date(2026, 12, 1)
"""A day that differs in every sample of a calendar."""
SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
Body = dict[str, Any] | Callable[[Unit, World, str, str], dict[str, Any]]


@dataclass(frozen=True)
class Sample:
    """`make(unit, world, station, owner)` gives an object's id; `owner` is an employee's id, whose own it is to be.

    `bodies` by the last part of the path (an action's name), or by `PATCH`, `PUT`; one that depends on the object is
    called with (unit, world, station, id). `shared` objects belong to no station: who may at all may on every one of
    them. `ownable` is False where nobody is an object's owner.
    """

    resource: str
    make: Callable[[Unit, World, str, str | None], str]
    bodies: dict[str, Body] = field(default_factory=dict)
    workflow: Workflow | None = None
    shared: bool = False
    ownable: bool = True
    listed: bool = True


def _serial() -> str:
    return f"{next(_numbers):06d}"


def _employee(unit: Unit, world: World, station: str, owner: str | None) -> str:
    made = unit.insert(
        models.bookings.Bookable, resource_no=10_000 + next(_numbers), kind="engineer",
        station_id=world.stations[station],
    )  # fmt: skip
    person = unit.insert(
        models.employees.Employee, number=f"S{_serial()}", name="样本", name_key="yangben",
        station_id=world.stations[station], resource_id=made.id, active=True,
    )  # fmt: skip
    _post(unit, world, station, person.id)
    return person.id


def _post(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
    made = unit.insert(
        models.access.Post, employee_id=id, role="field_engineer", station_id=world.stations[station],
        starts_on=date(2026, 1, 1),
    )  # fmt: skip
    return {"post_id": made.id, "ends_on": "2027-12-31"}


def _account(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.access.Account, account=f"sample{_serial()}", name="样本", employee_id=owner,
        station_id=world.stations[station], locale="zh-CN", active=True, demo=False,
    ).id  # fmt: skip


def _api_client(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.access.ApiClient, name="样本", scopes=["customers:reveal"], station_ids=[world.stations[station]],
        secret_hash="", ends_at=SOON, active=True, created_by_id=world.accounts["SA@C"], approval="waiting",
    ).id  # fmt: skip


def _calendar(unit: Unit, world: World, station: str, owner: str | None) -> str:
    made = unit.insert(models.calendars.Calendar, name="样本", time_zone="Asia/Shanghai", weekly=D7, years=[2026]).id
    day = {"day": DAY, "kind": "holiday", "name": "样本", "name_en": "sample", "spans": []}
    unit.insert(models.calendars.CalendarDay, calendar_id=made, **day)
    table = models.stations.Station.__table__
    unit.conn.execute(update(table).where(table.c.id == world.stations[station]).values(calendar_id=made))
    return made


def _station(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return world.stations[station]


def _booking(unit: Unit, world: World, station: str, owner: str | None) -> str:
    bookable = unit.insert(
        models.bookings.Bookable, resource_no=10_000 + next(_numbers), kind="engineer",
        station_id=world.stations[station],
    )  # fmt: skip
    ends = SOON + timedelta(hours=1)
    return unit.insert(
        models.bookings.Booking, station_id=world.stations[station], resource_no=bookable.resource_no,
        employee_id=owner or world.employees[f"CA@{station}"], kind="leave", starts_at=SOON, ends_at=ends,
        blocked_from=SOON, blocked_to=ends,
    ).id  # fmt: skip


def _customer(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.customers.Customer, created_by_id=owner, station_id=world.stations[station], kind="company",
        name=f"样本{_serial()}", name_key="yangben", customer_class="C", do_not_call=False,
    ).id  # fmt: skip


def _contact(unit: Unit, world: World, station: str, owner: str | None) -> str:
    customer = _customer(unit, world, station, owner)
    contact = unit.insert(models.customers.Contact, customer_id=customer, name="样本", preferred=True)
    unit.insert(
        models.customers.Phone, customer_id=customer, contact_id=contact.id, value="+8613900000000",
        reversed="0000000093168+",
    )  # fmt: skip
    if owner:  # a hotline engineer sees the number of the caller he is talking with
        call = _call(unit, world, station, owner)
        table = models.calls.Call.__table__
        unit.conn.execute(update(table).where(table.c.id == call).values(customer_id=customer))
    return contact.id


def _site(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.customers.Site, customer_id=_customer(unit, world, station, owner), label="样本", address="北京市",
        station_id=world.stations[station], in_area=True,
    ).id  # fmt: skip


def _product(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.products.Product, model=f"S-{_serial()}", name="样本", name_key="yangben", family="水质",
        warranty_months=12, on_site_months=12, active=True,
    ).id  # fmt: skip


def _asset(unit: Unit, world: World, station: str, owner: str | None) -> str:
    serial = f"SAMPLE-{_serial()}"
    return unit.insert(
        models.assets.Asset, created_by_id=owner, station_id=world.stations[station], serial=serial,
        serial_reversed=serial[::-1], product_id=world.products["WQ-5100"], customer_id=world.customers[station],
        warranty_basis="none",
    ).id  # fmt: skip


def _contract(unit: Unit, world: World, station: str, owner: str | None) -> str:
    made = unit.insert(
        models.contracts.Contract, number=f"SC-{_serial()}", station_id=world.stations[station],
        customer_id=world.customers[station], starts_on=date(2026, 1, 1), ends_on=date(2027, 12, 31),
        covers_on_site=True, covers_labour=True, covers_parts=False,
    )  # fmt: skip
    unit.insert(models.contracts.ContractAsset, contract_id=made.id, asset_id=world.assets[station])
    return made.id


def _call(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.calls.Call, number=f"CL-{_serial()}", station_id=world.stations[station], status="answered",
        direction="inbound", rang_at=unit.now, answered_at=unit.now, agent_id=owner, repeat=False,
    ).id  # fmt: skip


def _case(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.service_requests.ServiceRequest, number=f"SR-{_serial()}", station_id=world.stations[station],
        created_by_id=owner, owner_id=owner, status="new", step=1, open=True, channel="call",
        customer_id=world.customers[station], subject="样本", service_group="consultation",
        third_party_accessory=False, urgency="normal", calls=1, posted_on=date(2026, 11, 21),
    ).id  # fmt: skip


def _order(unit: Unit, world: World, station: str, owner: str | None) -> str:
    made = unit.insert(
        models.work_orders.WorkOrder, number=f"WO-{_serial()}", kind="on_site", created_by_id=owner, engineer_id=owner,
        case_id=_case(unit, world, station, None), station_id=world.stations[station], status="received", open=True,
        customer_id=world.customers[station], subject="样本", paid=False, verdict="free", duration_seconds=3600,
        travel_seconds=1800, due_at=SOON, promised_at=SOON,
    )  # fmt: skip
    unit.insert(models.work_orders.Signature, work_order_id=made.id, picture=b"\x89PNG")
    return made.id


def _follow_up(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.follow_ups.FollowUp, number=f"FU-{_serial()}", case_id=_case(unit, world, station, None),
        work_order_id=_order(unit, world, station, None), station_id=world.stations[station],
        customer_id=world.customers[station], engineer_id=owner, caller_id=owner, subject="样本", status="due",
        open=True, due_from=unit.now, due_at=SOON, attempts=0,
    ).id  # fmt: skip


def layout(**more: Any) -> dict[str, Any]:
    """A form with one item of a checklist, one number and one place to sign; `more` replaces parts of it."""
    fields = [
        {"kind": "check", "key": "tidy", "label": {"zh": "整洁"}, "required": True, "critical": True},
        {"kind": "number", "key": "reading", "label": {"zh": "读数", "en": "Reading"}, "minimum": 0, "maximum": 100},
    ]
    return {
        "name": {"zh": "样表", "en": "Sample form"}, "subjects": ["station"],
        "sections": [{"key": "main", "title": {"zh": "内容"}, "fields": fields}],
        "signatures": [{"key": "manager", "label": {"zh": "站长"}}],
    } | more  # fmt: skip


def _template(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.templates.Template, station_id=world.stations[station], key=f"sample_{_serial()}", kind="form",
        chapter="other", status="draft", draft=layout(), name_zh="样表", name_en="Sample form", subjects=",station,",
        rhythm="often", fillers="", readers="",
    ).id  # fmt: skip


def _template_version(unit: Unit, world: World, station: str, owner: str | None) -> str:
    return unit.insert(
        models.templates.TemplateVersion, template_id=_template(unit, world, station, owner), no=1, name_zh="样表",
        name_en="Sample form", layout=layout(), json_schema=schema_of(Layout.model_validate(layout())),
        published_at=unit.now,
    ).id  # fmt: skip


def _entry(unit: Unit, world: World, station: str, owner: str | None) -> str:
    version = _template_version(unit, world, station, owner)
    table = models.templates.TemplateVersion.__table__
    made = unit.insert(
        models.entries.Entry, created_by_id=owner, number=f"FM-{_serial()}", station_id=world.stations[station],
        template_id=unit.value(select(table.c.template_id).where(table.c.id == version)), template_version_id=version,
        subject="station", subject_id=world.stations[station], title="样本", on=DAY, status="open", data={}, failed=0,
        critical=0, readers="", started_at=unit.now,
    )  # fmt: skip
    signed: dict[str, Any] = {"place": "a.b", "signer": "样本", "signed_at": unit.now, "picture": b"\x89PNG"}
    unit.insert(models.entries.EntrySignature, entry_id=made.id, **signed)
    return made.id


WHY = {"reason": "样本"}
SCORES = {f"q{n}": 5 for n in range(1, 7)}
TAKEN = {"starts_at": SOON.isoformat(), "ends_at": (SOON + timedelta(hours=1)).isoformat()}
PLAN = {"promised_at": SOON.isoformat()}


def _engineer(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
    return {"employee_id": world.employees[f"FE@{station}"]}


def _new_post(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
    return {"role": "bench_engineer", "station_id": world.stations[station], "starts_on": "2026-11-21"}


def _of_its_station(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
    return {"customer_id": world.customers[station]}


def _known_matter(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
    return {"service_request_id": _case(unit, world, station, None)}


def _into_another(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
    return {"into_customer_id": _customer(unit, world, station, None)} | WHY


def _attachment(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """A photo on a case; its rights are the case's."""
    digest = f"{next(_numbers):064x}"
    unit.insert(models.attachments.Content, id=digest, bytes=1, used_at=unit.now, dropping=False)
    case = _case(unit, world, station, owner)
    return unit.insert(
        models.attachments.Attachment, status="attached", owner_id=SYSTEM.id, upload_id=new_id(), purpose="photo",
        name="样本.jpg", media="image/jpeg", bytes=1, content_id=digest, parent_kind="service_request", parent_id=case,
        case_id=case, station_id=world.stations[station], attached_at=unit.now,
    ).id  # fmt: skip


def _to_its_case(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
    return {"parent_kind": "service_request", "parent_id": _case(unit, world, station, None)}


SAMPLES: dict[str, Sample] = {
    "accounts": Sample("accounts", _account, {"disable": WHY}, ACCOUNTS, ownable=False),
    "api-clients": Sample("api-clients", _api_client, {"disable": WHY, "approve": WHY}, API_CLIENTS, shared=True),
    "assets": Sample(
        "assets", _asset,
        {"PATCH": {"location_note": "样本"}, "fill": {"changes": {"location_note": {"base": None, "value": "样本"}}}},
    ),
    "attachments": Sample("service-requests", _attachment, {"attach": _to_its_case, "void": WHY}, listed=False),
    "bookable-resources": Sample(
        "bookable-resources", board_samples.thing, {"PATCH": {"name": "样本二"}, "book": TAKEN}, ownable=False
    ),
    "bookings": Sample("bookings", _booking, {"release": {}, "move": TAKEN}),
    "calendars": Sample(
        "calendars", _calendar, {"PATCH": {"name": "样本二"}, "PUT": {"kind": "holiday", "name": "样本"}}, ownable=False
    ),
    "calls": Sample(
        "calls", _call,
        {"identify": _of_its_station, "same-matter": _known_matter, "close": {"outcome": "answered", "note": "样本"}}, CALLS,
    ),
    "contacts": Sample("customers", _contact, {"PATCH": {"title": "样本"}, "reveal": WHY}, listed=False),
    "contracts": Sample(
        "contracts", _contract, {"PATCH": {"covers_parts": True}, "end": {"on": "2026-12-31", **WHY}}, ownable=False
    ),
    "customers": Sample(
        "customers", _customer,
        {"PATCH": {"note": "样本"}, "contacts": {"name": "样本"},
            "merge": _into_another,
            "sites": {"label": "样本", "address": "北京市通州区"}},
    ),
    "employees": Sample(
        "employees", _employee, {"PATCH": {"name": "样本二"}, "posts": _new_post, "end-post": _post}, ownable=False
    ),
    "entries": Sample(
        "entries", _entry,
        {
            "PATCH": {"data": {"reading": 7}}, "fill": {"changes": {"reading": {"value": 7}}},
            "complete": {"data": {"tidy": {"result": "pass"}}}, "sign": {"place": "manager"}, "void": WHY,
        },
        ENTRIES,
    ),
    "follow-ups": Sample(
        "follow-ups", _follow_up,
        {
            "attempt": {"outcome": "busy", "agreed_outside_hours": True}, "satisfied": {"answers": SCORES},
            "dissatisfied": {"answers": SCORES, **WHY}, "find-root-cause": {"root_cause": "样本"},
            "set-measure": {"measure": "样本"}, "waive": WHY,
        },
        FOLLOW_UPS,
    ),
    "products": Sample("products", _product, {"PATCH": {"family": "水质"}}, shared=True),
    "service-requests": Sample(
        "service-requests", _case,
        {
            "PATCH": {"subject": "样本"}, "judge": {"group": "consultation"}, "answer": {"answer": "样本"}, "decline": WHY,
            "cancel": WHY, "reopen": WHY, "note": {"text": "样本"},
        },
        SERVICE_REQUESTS,
    ),
    "sites": Sample("customers", _site, {"PATCH": {"label": "样本"}}, listed=False),
    "stations": Sample("stations", _station, {"PATCH": {"opening_text": "样本"}}, ownable=False),
    "template-versions": Sample("templates", _template_version, listed=False),
    "templates": Sample(
        "templates", _template, {"PATCH": {"chapter": "duty"}, "publish": {}, "retire": WHY}, TEMPLATES, ownable=False
    ),
    **intake_samples.samples(Sample, _call, _case),
    **customer_samples.samples(Sample, _customer), **paper_samples.samples(Sample, _order),
    **field_samples.samples(Sample), **office_samples.samples(Sample),
    **quote_samples.samples(Sample), **roster_samples.samples(Sample, _case),
    **stock_samples.samples(Sample, _order),
    **telephony_samples.samples(Sample, _call, _employee), **webhook_samples.samples(Sample),
    "work-orders": Sample(
        "work-orders", _order,
        {
            "contact": {"note": "样本"}, "assign": _engineer, "reassign": _engineer,
            "move": {"duration_minutes": 60}, "unassign": WHY, "cancel": WHY,
            "promise": {**PLAN, "duration_minutes": 60}, "reschedule": {**PLAN, **WHY}, "refuse": WHY,
            "wait-for-parts": {"note": "样本"}, "diagnose": {"diagnosis": "样本", "plan": "样本"},
            "complete": {"work_done": "样本", "test_result": "样本", "test_passed": True, "instructed": True},
            "sign": {"signer": "样本", "picture": "AAAA"}, "refuse-signature": WHY, "escalate": {"problem": "样本"},
            "cannot-today": {**PLAN, **WHY}, "second-visit": WHY, "use-part": stock_samples.some_part,
        },
        WORK_ORDERS,
    ),
}  # fmt: skip
SAMPLES |= {name: Sample(r, make, bodies, flow, **more) for name, (r, make, bodies, flow, more) in MONEY.items()}
"""By the first part of the path."""
