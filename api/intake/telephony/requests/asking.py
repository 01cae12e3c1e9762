"""Asking an exchange for something: written down here, taken by the exchange, gone by itself where nobody takes it."""

from __future__ import annotations

from datetime import timedelta

from api.intake.telephony.exchanges.queries import SILENT
from api.intake.telephony.model import TelephonyRequest
from api.intake.telephony.requests import queries
from api.intake.telephony.requests.problems import LineDown
from api.kit.problems import Forbidden
from api.kit.unit import Unit

LASTS = {"dial": timedelta(seconds=60)}
SOON = timedelta(seconds=20)
"""Holding or hanging up a call that is long over would hit another one."""


def ask(
    unit: Unit,
    exchange_id: str | None,
    kind: str,
    call_id: str,
    extension: str,
    *,
    to_number: str | None = None,
    to_extension: str | None = None,
) -> str:
    """Ask; gives the request's id.

    :raises LineDown: no exchange tells of this call, or it has not been heard from lately.
    """
    found = queries.exchange(unit, exchange_id) if exchange_id else None
    if found is None or found["heard_at"] is None or unit.now - found["heard_at"] > SILENT:
        raise LineDown
    if unit.actor.employee_id is None:
        raise Forbidden
    made = unit.insert(
        TelephonyRequest,
        exchange_id=exchange_id,
        kind=kind,
        status="open",
        call_id=call_id,
        extension=extension,
        to_number=to_number,
        to_extension=to_extension,
        expires_at=unit.now + LASTS.get(kind, SOON),
        asked_by_id=unit.actor.employee_id,
    )
    return str(made.id)
