"""How many tries are left: per account and per address, counted before anything is weighed (T16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from api.access import throttle
from api.access.sessions.problems import SignInFailed, TooManyTries
from api.kit.unit import Unit
from api.kit.words import Words

WINDOW = timedelta(minutes=15)
PER_ACCOUNT, PER_ADDRESS = 8, 100
"""An office of 80 behind one address signs in at half past eight; right passwords are not counted."""
CHALLENGE = {"WWW-Authenticate": "Bearer"}


@dataclass(frozen=True, slots=True)
class Tries:
    """One counted try."""

    number: int
    until: datetime
    now: datetime
    account: str
    address: str

    @property
    def allowed(self) -> bool:
        return self.until <= self.now

    @property
    def left(self) -> int:
        return max(0, PER_ACCOUNT - self.number)

    @property
    def first_refused(self) -> bool:
        """True once a window, however long the guessing goes on."""
        return self.number == PER_ACCOUNT + 1

    def demand(self) -> None:
        """Refuse a try too many.

        :raises TooManyTries: with the seconds to wait.
        """
        if not self.allowed:
            raise TooManyTries(headers={"Retry-After": str(max(1, ceil((self.until - self.now).total_seconds())))})

    def take_back(self, unit: Unit) -> None:
        """It was right: the account starts over, the address is not charged."""
        throttle.reset(unit, self.account)
        throttle.give_back(unit, self.address)

    def failed(self) -> SignInFailed:
        """The refusal that counts down."""
        words = Words("账号或密码不对。还可以试 {n} 次。", "Wrong account or password. {n} {n:try|tries} left.")
        return SignInFailed(words.format(n=self.left), tries_left=self.left, headers=CHALLENGE)


def count(unit: Unit, name: str, address: str) -> Tries:
    """Count one try for this name from this address."""
    by_account, by_address = throttle.key("account", name), throttle.key("address", address)
    number, until = throttle.count(unit, by_account, WINDOW)
    from_here, until_here = throttle.count(unit, by_address, WINDOW)
    waits = [until] * (number > PER_ACCOUNT) + [until_here] * (from_here > PER_ADDRESS)
    return Tries(number, max(waits, default=unit.now), unit.now, by_account, by_address)
