"""What follows from a case for the register, and what the rooms below may ask of it; called once at import."""

from __future__ import annotations

from api.access import scope
from api.customers.customers.merging import moves
from api.events import log
from api.events.facts import Fact
from api.intake.consultations import queries, service
from api.intake.consultations.model import Consultation
from api.intake.service_requests.facts import (
    ServiceRequestAnswered,
    ServiceRequestCancelled,
    ServiceRequestCarryInAdvised,
    ServiceRequestClosed,
    ServiceRequestDeclined,
)
from api.kit.unit import Row, Unit
from api.kit.words import Words

_CARRIED = Words("请客户送修：{station}，{address}", "Advised to carry in: {station}, {address}")


@log.react(ServiceRequestAnswered)
def register_answer(unit: Unit, case: Row, fact: Fact) -> None:
    """Each question that was answered stands in the register (R53)."""
    assert isinstance(fact, ServiceRequestAnswered)
    service.case_answered(unit, case, "answered", fact.answer)


@log.react(ServiceRequestCarryInAdvised)
def register_carry_in(unit: Unit, case: Row, fact: Fact) -> None:
    """Whoever is guided to the office stands in the register too (R52)."""
    assert isinstance(fact, ServiceRequestCarryInAdvised)
    told = unit.say(_CARRIED.format(station=fact.station, address=fact.address))
    service.case_answered(unit, case, "carry_in", told)


@log.react(ServiceRequestCancelled, ServiceRequestClosed, ServiceRequestDeclined)
def owe_nothing(unit: Unit, case: Row, fact: Fact) -> None:
    """A case that ended otherwise owes no answer."""
    service.case_over(unit, case)


moves(Consultation)
scope.owned_also("service_request", queries.cases_in_hand)
scope.owned_also("customer", queries.customers_in_hand)
