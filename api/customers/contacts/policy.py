"""Who may see whose full number, and for how long (promises D; T31)."""

from __future__ import annotations

from api.access import scope
from api.access.policy import P, Role
from api.access.scope import Clause
from api.customers.contacts import queries
from api.kit.problems import Forbidden
from api.kit.unit import Row, Unit

_WHILE: dict[Role, Clause] = {}


def reveal_while(role: Role, clause: Clause) -> None:
    """Bind a role's `own` reveal to customers that fulfil the clause, told once at import by the room that knows.

    Without it the role reveals whom it sees as its own (`scope.owned_also`): a field engineer while the job lasts and
    `reveal.after_close_days` longer, a follow-up specialist while the follow-up is open. A hotline engineer's own are
    also the customers he once put on file; bound to the call or the open case, those stay masked.
    """
    _WHILE[role] = clause


def demand_reveal(unit: Unit, customer: Row) -> None:
    """Refuse unless one of the caller's roles may see this customer's numbers now.

    :raises Forbidden: none may.
    """
    actor = unit.actor
    if actor.kind == "system":
        return
    for role in sorted(actor.roles):
        reach = actor.reach(P.CUSTOMERS_REVEAL, frozenset({role}))
        if reach.everywhere or customer.station_id in reach.stations:
            return
        if not reach.own:
            continue
        if role in _WHILE:
            if queries.fulfils(unit, customer.id, _WHILE[role](unit)):
                return
        elif queries.fulfils(unit, customer.id, scope.clause(unit, reach, customer._table)):
            return
    raise Forbidden(permission=str(P.CUSTOMERS_REVEAL))
