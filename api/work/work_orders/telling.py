"""What the rooms below may ask of orders: each registers a question there, answered here, called once at import."""

from __future__ import annotations

from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from api.access import scope
from api.access.policy import P
from api.customers.customers.merging import moves
from api.customers.entitlements.repairs import Done, repairs_of
from api.customers.finder import kinds
from api.customers.relations import figures
from api.files.attachments import parents
from api.forms import subjects
from api.forms.subjects import Kind
from api.intake.service_requests import acts
from api.intake.service_requests import queries as cases
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.bookings import service as bookings
from api.parts import orders as parts_orders
from api.work.work_orders import answers, checklists, parts, queries
from api.work.work_orders.model import WorkOrder
from api.work.work_orders.workflow import WORKFLOW

moves(WorkOrder)


@repairs_of
def repairs(unit: Unit, asset_id: str) -> list[Done]:
    """Finished visits to a device, on the local day of the repair: the same fault is free for a while (D5, D6)."""
    return [
        Done(row["id"], row["number"], row["done_at"].astimezone(ZoneInfo(row["time_zone"])).date())
        for row in queries.repairs(unit, asset_id)
    ]


def done(unit: Unit, case: Row) -> bool:
    """Whether the work of a paid case is done, so that it may be charged for (R154); advice is done with the answer."""
    return case.answer is not None or not queries.undone(unit, case)


def booked(unit: Unit, ids: list[str]) -> dict[str, dict[str, Any]]:
    """What the jobs in the book of time are about, as far as the caller sees the orders."""
    return queries.booked(unit, ids)


kinds.register(
    kinds.Kind(
        name="order",
        label=Words("单据", "Records"),
        title_is=Words("编号或主题", "Number or subject"),
        subtitle_is=Words("客户或设备", "Customer or device"),
        permission=P.WORK_ORDERS_VIEW,
        href="/work-orders/{id}",
        visible=queries.visible_ids,
    )
)
parents.register(
    parents.Kind(
        name="work_order",
        label=Words("上门工单", "Work order"),
        permission=P.WORK_ORDERS_VIEW,
        one=queries.one,
        ids=queries.visible_ids,
        adds=(P.WORK_ORDERS_EDIT, P.WORK_ORDERS_CREATE),
        voids=(P.WORK_ORDERS_VOID,),
    )
)
for carrier in ("asset", "customer", "service_request", "work_order"):
    parents.tell_last_used(carrier, partial(queries.last_jobs, kind=carrier))
acts.know("work", done)
figures.tell_jobs(queries.done_for)
cases.attach("orders", answers.of_cases)
parts_orders.register(parts.find)
answers.attach("parts", parts.on_page)
cases.name_jobs(WORKFLOW.states)
bookings.tell(booked)
subjects.register(
    Kind(
        name="work_order", label=Words("上门单", "Work order"), one=checklists.about, ids=queries.visible_ids,
        acts=("depart", "complete"), demands=checklists.demanded,
    )
)  # fmt: skip
scope.owned_also("entry", queries.entries_of_mine)
scope.owned_also("customer", queries.customers_of_mine)
scope.owned_also("asset", queries.assets_of_mine)
scope.owned_also("contract", queries.contracts_of_mine)
