"""How often integrations may call: a quota a minute each, counted once for all replicas (ASVS 2.4.1, T18, P24).

The count stands in the database. A process does not ask it with every request: it draws a block of an integration's
quota, at most an eighth, and spends that by itself; the first block of a minute is what the minute before took here. So
an ordinary request costs a look into memory, an integration never gets more than its quota, however many replicas serve
it, and at worst an eighth less for each other replica that holds a block it does not spend.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import ceil

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from api.access import throttle
from api.access.actor import SYSTEM
from api.access.model import ApiClientUse
from api.kit import clock
from api.kit.db import Database
from api.kit.problems import TooMany
from api.kit.refusing import spoken
from api.kit.unit import Unit
from api.kit.words import Words

WINDOW = timedelta(minutes=1)
POLICY = "minute"
SHARE = 8
"""A block is at most this part of the quota."""
SMALLEST = 4
"""The first block of whoever was not here in the minute before."""
KEPT = timedelta(days=92)
_use = ApiClientUse.__table__  # type: ignore[attr-defined]
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Standing:
    """How an integration stands after a request: whether it may be done, and what is left until when."""

    allowed: bool
    quota: int
    left: int
    seconds: int

    def fields(self) -> list[tuple[bytes, bytes]]:
        """`RateLimit-Policy` and `RateLimit` as the IETF draft writes them (draft-ietf-httpapi-ratelimit-headers-10)."""
        window = int(WINDOW.total_seconds())
        return [
            (b"ratelimit-policy", f'"{POLICY}";q={self.quota};w={window}'.encode()),
            (b"ratelimit", f'"{POLICY}";r={self.left};t={self.seconds}'.encode()),
        ]

    def demand(self) -> None:
        """Refuse what is over the quota.

        :raises TooMany: with the seconds to wait, and the policy's name as the draft's problem type has it.
        """
        if not self.allowed:
            words = Words(
                "这一分钟的 {quota} 次已经用完，{seconds} 秒后再来",
                "The {quota} requests of this minute are used up; come back in {seconds} s",
            )
            raise TooMany(
                words.format(quota=self.quota, seconds=self.seconds), headers={"Retry-After": str(self.seconds)},
                quota=self.quota, window_seconds=int(WINDOW.total_seconds()), violated_policies=[POLICY],
            )  # fmt: skip


@dataclass(slots=True)
class _Purse:
    """What this process holds of one integration's quota, and what it has not yet told the table of use."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    quota: int = 0
    ends_at: datetime = _LONG_AGO
    held: int = 0
    others: int | None = None
    """What the shared count had left when last asked; None: not yet asked in this minute."""
    spent: int = 0
    last_minute: int = 0
    done: int = 0
    refused: int = 0
    last_at: datetime = _LONG_AGO

    def turn(self, now: datetime, quota: int) -> None:
        """A new minute, or other terms: whatever was held is void."""
        if now >= self.ends_at:
            self.last_minute = self.spent if now < self.ends_at + WINDOW else 0
            self.spent, self.held, self.others = 0, 0, None
        elif quota != self.quota:
            self.held, self.others = 0, None
        self.quota = quota

    def block(self) -> int:
        """How much to draw next."""
        wanted = max(SMALLEST, self.last_minute if self.others is None else self.spent)
        return max(1, min(wanted, ceil(self.quota / SHARE)))


class Limiter:
    """The quotas as this process holds them; one for each `System`."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._purses: dict[str, _Purse] = {}

    def spend(self, client_id: str, quota: int) -> Standing:
        """One request of this integration.

        :raises Unavailable: the count cannot be asked; what cannot be counted is not done (ASVS 16.5.3).
        """
        purse = self._purses.setdefault(client_id, _Purse())
        with purse.lock:
            now = clock.now()
            purse.turn(now, quota)
            if not purse.held and purse.others != 0:
                self._draw(client_id, purse, now)
            allowed = purse.held > 0
            purse.last_at = now
            if allowed:
                purse.held, purse.spent, purse.done = purse.held - 1, purse.spent + 1, purse.done + 1
            else:
                purse.refused += 1
            left = purse.held + (purse.others or 0)
            seconds = max(1, ceil((purse.ends_at - now).total_seconds()))
            return Standing(allowed, quota, left, seconds)

    def _draw(self, client_id: str, purse: _Purse, now: datetime) -> None:
        block = purse.block()
        with spoken(), self.db.write(forgettable=True) as conn:
            unit = Unit(self.db, conn, SYSTEM)
            count, purse.ends_at = throttle.count(unit, counter(client_id), WINDOW, block)
            _tell(unit, client_id, purse)
        purse.done = purse.refused = 0
        purse.held = max(0, min(block, purse.quota - (count - block)))
        purse.others = max(0, purse.quota - count)

    def tell(self) -> None:
        """Write down what was used since last time; the process does so every few seconds and at its end."""
        for client_id, purse in list(self._purses.items()):
            with purse.lock:
                if purse.done or purse.refused:
                    with self.db.write(forgettable=True) as conn:
                        _tell(Unit(self.db, conn, SYSTEM), client_id, purse)
                    purse.done = purse.refused = 0


def _tell(unit: Unit, client_id: str, purse: _Purse) -> None:
    if not purse.done and not purse.refused:
        return
    insert = sqlite_insert if unit.db.is_sqlite else postgres_insert
    new = {"requests": purse.done, "refused": purse.refused, "last_at": purse.last_at}
    statement = insert(_use).values(client_id=client_id, day=clock.day_of(purse.last_at), **new)
    unit.conn.execute(
        statement.on_conflict_do_update(
            index_elements=["client_id", "day"],
            set_={
                "requests": _use.c.requests + purse.done,
                "refused": _use.c.refused + purse.refused,
                "last_at": purse.last_at,
            },
        )
    )


def counter(client_id: str) -> str:
    """The name under which the processes count what they draw for this integration."""
    return f"client:{client_id}"


def forget_old(unit: Unit) -> None:
    """Drop what was used over a quarter of a year ago. Run daily by the worker."""
    unit.conn.execute(delete(_use).where(_use.c.day < clock.day_of(unit.now - KEPT)))
