"""Walks the chain of facts and names the first row that is not as it was written (P27)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import column, exists, func, select

from api.events.anchors import Anchors
from api.events.chain import CONTENT, GENESIS, link
from api.events.log import personal_hash
from api.events.model import Event, EventPersonal, EventPosition
from api.events.sequencer import LEASE
from api.kit.db import Database, xid
from api.kit.leases import LeaseRow

if TYPE_CHECKING:
    from api.system import System

STRIDE = 2000
_event = Event.__table__  # type: ignore[attr-defined]
_position = EventPosition.__table__  # type: ignore[attr-defined]
_personal = EventPersonal.__table__  # type: ignore[attr-defined]
_lease = LeaseRow.__table__  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Report:
    """What the walk found; `position` and `seq` name the first bad row, `until` how far it may lie if only that is known."""

    facts: int
    """How many facts are as they were written."""
    anchors: int
    """How many anchors agreed."""
    erased: int
    """How many facts have lost their personal values, as erasure may do."""
    position: int | None = None
    until: int | None = None
    seq: int | None = None
    what: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing was changed."""
        return not self.what

    def __str__(self) -> str:
        if self.whole:
            return f"whole: {self.facts} facts, {self.anchors} anchors agree, {self.erased} without personal values"
        where = f"seq {self.seq}" if self.position is None else f"position {self.position}"
        where += f" to {self.until}" if self.until not in (None, self.position) else ""
        return f"CHANGED at {where}: {self.what}. Before it {self.facts} facts are as they were written."


def verify_log(system: System) -> Report:
    """The whole log of this system against its chain and its anchors."""
    return verify(system.db, Anchors(system.settings.data_dir))


def verify(db: Database, anchors: Anchors | None = None) -> Report:
    """The whole log against its chain, and the chain against the anchors."""
    known = {anchor.position: anchor.hash for anchor in (anchors.read() if anchors else ())}
    previous, last, anchored, erased, agreed = GENESIS, 0, 0, 0, 0

    def bad(what: str, **where: int | None) -> Report:
        return Report(last, agreed, erased, what=what, **where)

    for row in _rows(db):
        position, seq, chain_hash, content, salt, values = row
        if position != last + 1:
            return bad("rows of the order are missing", position=last + 1, until=position - 1)
        if content[0] is None:
            return bad("the fact is missing", position=position, seq=seq)
        if salt is not None and personal_hash(salt, values) != content[-1]:
            return bad("its personal values were changed", position=position, seq=seq)
        erased += salt is None and content[-1] is not None
        previous = link(previous, position, content)
        if previous != chain_hash:
            return bad("the fact or its place is not what was written", position=position, seq=seq)
        if position in known:
            if known[position] != chain_hash:
                return bad("the chain was hashed anew", position=anchored + 1, until=position)
            anchored, agreed = position, agreed + 1
        last = position
    if known and max(known) > last:
        return bad("the end was cut off", position=last + 1, until=max(known))
    if (slipped := _slipped_in(db)) is not None:
        return bad("a fact was slipped in among older ones", seq=slipped)
    return Report(last, agreed, erased)


def _rows(db: Database) -> Iterator[tuple[int, int, str, tuple[Any, ...], bytes | None, Any]]:
    """Position, seq, hash, content, salt and personal values, in order, a stride per short read."""
    statement = (
        select(_position.c.position, _position.c.seq.label("placed"), _position.c.chain_hash, *CONTENT)
        .add_columns(_personal.c.salt, _personal.c.data.label("personal"))
        .outerjoin(_event, _event.c.seq == _position.c.seq)
        .outerjoin(_personal, _personal.c.event_id == _event.c.id)
        .order_by(_position.c.position)
        .limit(STRIDE)
    )
    after: int | None = None
    while True:
        with db.read() as conn:
            found = conn.execute(statement if after is None else statement.where(_position.c.position > after)).all()
        for row in found:
            yield row[0], row[1], row[2], tuple(row[3:-2]), row[-2], row[-1]
        if len(found) < STRIDE:
            return
        after = found[-1][0]


def _slipped_in(db: Database) -> int | None:
    """The first fact without a position where every fact must have one; later ones may still be waiting for theirs."""
    statement = select(func.min(_event.c.seq)).where(~exists().where(_position.c.seq == _event.c.seq))
    with db.read() as conn:
        if db.is_sqlite:
            settled = _event.c.seq < select(func.max(_position.c.seq)).scalar_subquery()
        else:
            floor = conn.execute(select(_lease.c.note).where(_lease.c.name == LEASE)).scalar()
            xmin = conn.execute(select(xid.text(func.pg_snapshot_xmin(func.pg_current_snapshot())))).scalar_one()
            if not floor or int(floor) > int(xmin):
                return None
            settled = column("tx") < xid.value(floor)
        return conn.execute(statement.where(settled)).scalar()
