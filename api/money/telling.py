"""What the rooms below may ask of money: what a case was quoted, whether it was paid and the money handed in (R154)."""

from __future__ import annotations

from api.access import scope
from api.access.policy import P
from api.customers.customers.merging import hinders
from api.customers.relations import figures
from api.intake.service_requests import acts
from api.intake.service_requests import queries as cases
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.payments import queries as payments
from api.money.quotes import answers, following
from api.money.quotes import queries as quotes
from api.money.quotes.workflow import of_case
from api.money.settlement_bills import queries as bills


def collected(unit: Unit, case: Row) -> bool:
    """Every bill of the case is paid in full."""
    return bills.all_settled(unit, case.id)


def handed_in(unit: Unit, case: Row) -> bool:
    """Everything collected was received by the admin specialist."""
    return payments.all_handed_in(unit, case.id)


def quote(unit: Unit, case: Row) -> dict[str, object] | None:
    """The newest quote of a case, for whoever may see quotes at all."""
    return answers.of_case(unit, case) if unit.actor.holds(P.QUOTES_VIEW) else None


def may_quote(unit: Unit, case: Row) -> bool:
    """Whether the caller may begin a quote for this case now."""
    if of_case(unit, case) or not unit.actor.holds(P.QUOTES_CREATE):
        return False
    reach = unit.actor.reach(P.QUOTES_CREATE)
    return (reach.everywhere or reach.own or case.station_id in reach.stations) and quotes.live(unit, case.id) is None


@hinders
def quoted(unit: Unit, customer_id: str) -> Words | None:
    """What is quoted and not over is consented to and paid under the name it was quoted to."""
    number = quotes.of_open_case_of(unit, customer_id)
    if number is None:
        return None
    return Words("报价 {number} 的事还没办完，办完再合并", "The matter of quote {number} must end first").format(
        number=number
    )


acts.know("collect", collected)
figures.tell_purchases(bills.billed_to)
acts.know("hand_in", handed_in)
cases.attach("quote", quote)
cases.attach("may_quote", may_quote)
scope.owned_also("quote", quotes.in_hand)
assert following  # its jobs are known to the worker
