"""The door of exchanges: a signed message is proven, read, and taken in one transaction; what is known changes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from api.access.actor import Actor
from api.access.caller import Caller
from api.intake.calls import heard
from api.intake.telephony import signing
from api.intake.telephony.events import queries, schemas
from api.intake.telephony.events.folding import fold
from api.intake.telephony.events.problems import SignatureRefused
from api.intake.telephony.exchanges import queries as exchanges
from api.intake.telephony.exchanges.service import purpose
from api.intake.telephony.extensions import queries as extensions
from api.intake.telephony.presences import service as presences
from api.kit import clock
from api.kit.ids import is_id
from api.kit.outside import work
from api.kit.problems import Invalid, Unavailable
from api.kit.sealing import Unopenable
from api.kit.unit import Unit
from api.kit.words import Words

if TYPE_CHECKING:
    from api.system import System

AHEAD = timedelta(seconds=signing.STALE_SECONDS)
"""How far an exchange's clock may run ahead; a signature older or newer than this is refused as well."""
AT_ONCE = 4
"""Calls taken in one transaction."""
AT_MOST = 400
"""Events of one call; a sane exchange tells a dozen. What a broken one sends beyond them is not kept."""
_TRIES = 4
Given = TypeVar("Given")


def prove(system: System, headers: Mapping[str, str], body: bytes) -> tuple[dict[str, Any], signing.Signed]:
    """The exchange that signed this very message, now.

    :raises SignatureRefused: nobody we know did; which thing about it is wrong is not told.
    """
    signed = signing.read(headers)
    if signed is None or abs(clock.now().timestamp() - signed.timestamp) > signing.STALE_SECONDS:
        raise SignatureRefused
    with system.db.read() as conn:
        exchange = exchanges.sealed(conn, signed.exchange_id) if is_id(signed.exchange_id) else None
    if exchange is None or not any(signing.holds(signed, secret, body) for secret in _secrets(system, exchange)):
        raise SignatureRefused
    return exchange, signed


def _secrets(system: System, exchange: dict[str, Any]) -> list[str]:
    sealed = [exchange["secret_sealed"]]
    if exchange["former_sealed"] and exchange["former_ends_at"] > clock.now():
        sealed.append(exchange["former_sealed"])
    found = []
    for one in sealed:
        try:
            found.append(system.sealer.open(one, purpose(exchange["id"])))
        except Unopenable:
            continue  # sealed under a former secret of the server: the exchange's must be made anew
    return found


def taken(
    system: System,
    caller: Caller,
    proven: tuple[dict[str, Any], signing.Signed],
    do: Callable[[Unit], Given],
    *,
    again: bool = False,
) -> Given:
    """Do this in the exchange's name, once for this message; whoever loses a race for rows starts over.

    `again`: a further part of a message whose first part was taken.

    :raises SignatureRefused: this very message was taken before.
    """
    exchange, signed = proven
    actor = Actor(id=exchange["id"], kind="system", name=exchange["name"])
    for attempt in range(_TRIES):
        try:
            with work(system, caller, actor) as unit:
                if not again:
                    if not queries.receive(unit, signed.digest):
                        raise SignatureRefused
                    exchanges.heard(unit, exchange)
                return do(unit)
        except Unavailable as refused:
            lost = getattr(getattr(refused.__cause__, "orig", None), "sqlstate", None) in ("40001", "40P01")
            if not lost or attempt == _TRIES - 1:
                raise
    raise Unavailable


def hear_all(
    system: System, caller: Caller, proven: tuple[dict[str, Any], signing.Signed], told: schemas.Told
) -> dict[str, int]:
    """Take a message in, a few calls at a time: what is told late in bulk must not keep back a call that rings now.

    Where it breaks off, the exchange sends it again, signed anew, and what was taken is known.

    :raises Invalid: something that is still to come; nothing of the message is taken. Too many events of one call: all
        but that call's is taken.
    :raises SignatureRefused: this very message was taken before.
    """
    now = clock.now()
    for number, event in enumerate(told.events):
        if event.occurred_at > now + AHEAD:
            later = Words("还没到这个时间", "That time is still to come")
            raise Invalid.field(f"/body/events/{number}/occurred_at", "in_future", later)
    exchange_id, new, full = proven[0]["id"], 0, set[str]()
    for number, part in enumerate(_parts(told.events)):

        def take(unit: Unit, part: list[schemas.Event] = part) -> int:
            return hear(unit, exchange_id, part, full)

        new += taken(system, caller, proven, take, again=number > 0)
    for number, event in enumerate(told.events):
        if event.call_id in full:  # the rest was taken; this call's events were left out
            endless = Words("这个来电的消息太多", "This call has too many events")
            raise Invalid.field(f"/body/events/{number}/call_id", "too_many", endless)
    return {"received": len(told.events), "new": new}


def _parts(events: list[schemas.Event]) -> list[list[schemas.Event]]:
    """Few calls each, all events of a call together; in one order for all, so that two messages never wait crosswise."""
    of_calls: dict[str, list[schemas.Event]] = {}
    for event in sorted(events, key=lambda event: (event.call_id or "", event.event_id)):
        of_calls.setdefault(event.call_id or "", []).append(event)
    calls = list(of_calls.values())
    return [
        [event for call in calls[start : start + AT_ONCE] for event in call] for start in range(0, len(calls), AT_ONCE)
    ] or [[]]


def hear(unit: Unit, exchange_id: str, events: list[schemas.Event], full: set[str]) -> int:
    """Take events in: each once, then every call that is told of anew is worked out anew; gives how many were new.

    A call that would have too many is left out, whichever of its events are new, and named in `full`.
    """
    links = {key: queries.link(unit, exchange_id, key) for key in dict.fromkeys(e.call_id for e in events) if key}
    fresh: dict[str, int] = defaultdict(int)
    new = 0
    full |= {key for key in links if queries.would_have(unit, exchange_id, key, _ids(events, key)) > AT_MOST}
    for event in events:
        if event.call_id in full or not queries.keep(unit, exchange_id, event):
            continue
        new += 1
        if event.kind in schemas.OF_AGENTS:
            _agent(unit, exchange_id, event)
        elif event.call_id:
            fresh[event.call_id] += 1
    for key in fresh:
        story = fold(queries.known(unit, exchange_id, key))
        call_id = heard.tell(unit, exchange_id, links[key].call_id, story)
        if links[key].call_id != call_id:
            queries.tie(unit, links[key], call_id)
    return new


def _ids(events: list[schemas.Event], key: str) -> list[str]:
    return [event.event_id for event in events if event.call_id == key]


def _agent(unit: Unit, exchange_id: str, event: schemas.Event) -> None:
    assert event.extension
    for seat in extensions.seats(unit, exchange_id, {event.extension}):
        if seat["starts_at"] <= event.occurred_at and (seat["ends_at"] is None or event.occurred_at < seat["ends_at"]):
            presences.told(unit, seat["employee_id"], schemas.OF_AGENTS[event.kind], event.occurred_at)
            return
