"""What the rooms below may ask of cases: each registers a question there, answered here, called once at import."""

from __future__ import annotations

from api.access import scope
from api.access.policy import P, Role
from api.customers.contacts.policy import reveal_while
from api.customers.customers.facts import CustomerTookOver
from api.customers.customers.merging import moves
from api.customers.customers.queries import count_open_cases
from api.customers.finder import kinds
from api.events import log
from api.events.facts import Fact
from api.files.attachments import parents
from api.forms import subjects
from api.forms.subjects import About, Kind
from api.intake.calls.model import Call
from api.intake.service_requests import index, queries
from api.intake.service_requests.model import ServiceRequest
from api.kit.unit import Row, Unit
from api.kit.words import Words


def case(unit: Unit, id: str) -> About:
    """A case, for what is filled in about it."""
    row = queries.one(unit, id)
    return About(station_id=row.station_id, title=f"{row.number} {row.subject}", case_id=row.id, owner_id=row.owner_id)


@log.react(CustomerTookOver)
def find_under_new_name(unit: Unit, customer: Row, fact: Fact) -> None:
    """Matters of a merged file are found by the name that stayed."""
    for id in queries.ids_of_customer(unit, customer.id):
        index.put(unit, id)


subjects.register(Kind("service_request", Words("服务需求", "Request"), case, queries.visible_ids))
kinds.register(
    kinds.Kind(
        name="matter",
        label=Words("服务需求", "Requests"),
        title_is=Words("主题", "Subject"),
        subtitle_is=Words("编号、客户或设备", "Number, customer or device"),
        permission=P.SERVICE_REQUESTS_VIEW,
        href="/service-requests/{id}",
        visible=queries.visible_ids,
        by_phone=queries.by_phone,
    )
)
parents.register(
    parents.Kind(
        name="service_request",
        label=Words("服务需求", "Request"),
        permission=P.SERVICE_REQUESTS_VIEW,
        one=queries.one,
        ids=queries.visible_ids,
        adds=(P.SERVICE_REQUESTS_EDIT, P.SERVICE_REQUESTS_CREATE),
        voids=(P.SERVICE_REQUESTS_VOID,),
    )
)
moves(ServiceRequest, Call)
count_open_cases(queries.open_of_customers)
scope.owned_also("customer", queries.customers_in_hand)
reveal_while(Role.HOTLINE_ENGINEER, queries.customers_in_hand)
