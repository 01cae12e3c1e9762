"""A small exchange for demonstration and tests: calls come in, ring at agents in turn, are taken, held, passed on, ended.

It does what an exchange does and knows nothing of the system but its signed doors. With `by_screen` a call rings until
somebody takes it on his screen; else simulated agents lift the handset.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from api.intake.telephony.exchange_side.sender import Event, Sender, moment

RINGS_FOR = 30.0
"""Seconds that a call rings at one extension before it goes to the next."""
GIVES_UP = 75.0
"""Seconds after which a caller hangs up whom nobody answers."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the simulated world behaves; times in seconds."""

    per_minute: float = 6.0
    by_screen: bool = False
    calls: int | None = None
    """How many come in; None: without end."""
    numbers: tuple[str, ...] = ()
    """Callers' numbers; some are made up where there are none."""
    speed: float = 1.0
    """How much faster than life conversations go."""


@dataclass
class _Call:
    key: str
    extension: str | None
    started: datetime
    answered: bool = False
    tried: set[str] = field(default_factory=set)


class Simulator:
    """Deterministic for a seed and a course of times; `step` is called over and over."""

    def __init__(self, extensions: Sequence[str], seed: int, manner: Manner, began: datetime) -> None:
        self._extensions, self._chance, self._manner = list(extensions), Random(seed), manner  # noqa: S311 - a play
        self._mark = f"sim-{seed}-{int(began.timestamp())}"
        self._number, self._order = count(1), count(1)
        self._due: list[tuple[datetime, int, Callable[[datetime], list[Event]]]] = []
        self.calls: dict[str, _Call] = {}
        self.came = 0
        self._at(began, self._come)

    @property
    def over(self) -> bool:
        """Whether all calls that were to come have come and ended."""
        return not self._due and not self.calls

    def step(self, now: datetime) -> list[Event]:
        """What has happened until now."""
        told: list[Event] = []
        while self._due and self._due[0][0] <= now:
            at, _, do = heapq.heappop(self._due)
            told += do(at)
        return told

    def end(self, now: datetime) -> list[Event]:
        """The exchange goes out of service: all calls are hung up."""
        self._due.clear()
        return [event for call in list(self.calls.values()) for event in self._hang_up(call, now)]

    def ask(self, request: dict[str, Any], now: datetime) -> tuple[list[Event], bool]:
        """Do what is asked; what happened, and whether it could be done."""
        kind, extension = request["kind"], request["extension"]
        if kind == "dial":
            return self._dial(request, now), True
        call = self.calls.get(request["call_id"] or "")
        if call is None or call.extension != extension:
            return [], False
        if kind == "answer" and not call.answered:
            return self._answer(call, now), True
        if kind == "pass_on" and not call.answered:
            return self._next(call, now), True
        if kind in ("hold", "resume") and call.answered:
            return [self._event(call, "held" if kind == "hold" else "resumed", now, extension=extension)], True
        if kind == "transfer" and call.answered:
            return self._transfer(call, request["to_extension"], now), True
        if kind == "hang_up":
            return self._hang_up(call, now), True
        return [], False

    # -- what happens ----------------------------------------------------------------------------------------------------
    def _at(self, when: datetime, do: Callable[[datetime], list[Event]]) -> None:
        heapq.heappush(self._due, (when, next(self._order), do))

    def _after(self, now: datetime, least: float, most: float, do: Callable[[datetime], list[Event]]) -> None:
        seconds = self._chance.uniform(least, most) / self._manner.speed
        self._at(now + timedelta(seconds=seconds), do)

    def _event(self, call: _Call, kind: str, at: datetime, **more: Any) -> Event:
        id = f"{call.key}.{next(self._number)}"
        return {"event_id": id, "kind": kind, "call_id": call.key, "occurred_at": moment(at), **more}

    def _come(self, now: datetime) -> list[Event]:
        if self._manner.calls is None or self.came + 1 < self._manner.calls:
            self._at(now + timedelta(seconds=self._chance.expovariate(self._manner.per_minute / 60)), self._come)
        self.came += 1
        call = _Call(f"{self._mark}-{self.came}", None, now)
        self.calls[call.key] = call
        numbers = self._manner.numbers or (f"139{self._chance.randint(0, 99_999_999):08d}",)
        number = numbers[(self.came - 1) % len(numbers)]
        self._at(now + timedelta(seconds=GIVES_UP), lambda at: self._give_up(call, at))
        return [
            self._event(call, "new_call", now, direction="inbound", from_number=number, to_number="4008081234"),
            self._event(call, "queued", now, queue="热线"),
            *self._next(call, now),
        ]  # fmt: skip

    def _next(self, call: _Call, now: datetime) -> list[Event]:
        """It rings at the next agent who is free; where nobody is, the caller waits a little."""
        told = [self._event(call, "ring_stopped", now, extension=call.extension)] if call.extension else []
        # on screens a second call may ring beside the one that lasts (R58)
        waits = self._manner.by_screen
        busy = {o.extension for o in self.calls.values() if o is not call and not (waits and o.answered)}
        free = [e for e in self._extensions if e not in busy and e not in call.tried]
        if not free:
            call.extension, call.tried = None, set()
            self._after(now, 2, 2, lambda at: self._again(call, at))
            return told
        self._ring(call, free[0], now)
        return [*told, self._event(call, "ringing", now, extension=free[0])]

    def _again(self, call: _Call, now: datetime) -> list[Event]:
        return self._next(call, now) if call.key in self.calls and call.extension is None else []

    def _ring(self, call: _Call, extension: str, now: datetime) -> None:
        call.extension = extension
        call.tried.add(extension)
        self._at(now + timedelta(seconds=RINGS_FOR), lambda at: self._unanswered(call, extension, at))
        if not self._manner.by_screen and self._chance.random() < 0.9:
            self._after(now, 2, 18, lambda at: self._lift(call, extension, at))

    def _unanswered(self, call: _Call, extension: str, now: datetime) -> list[Event]:
        return self._next(call, now) if self._rings(call, extension) else []

    def _lift(self, call: _Call, extension: str, now: datetime) -> list[Event]:
        return self._answer(call, now) if self._rings(call, extension) else []

    def _rings(self, call: _Call, extension: str) -> bool:
        return call.key in self.calls and not call.answered and call.extension == extension

    def _answer(self, call: _Call, now: datetime) -> list[Event]:
        call.answered = True
        rings = max(1, round((now - call.started).total_seconds() / 5))
        if not self._manner.by_screen:
            self._after(now, 40, 240, lambda at: self._hang_up(call, at))
        return [self._event(call, "answered", now, extension=call.extension, rings=rings)]

    def _transfer(self, call: _Call, extension: str, now: datetime) -> list[Event]:
        call.extension, call.answered, call.tried = extension, False, set()
        self._ring(call, extension, now)
        return [
            self._event(call, "transferred", now, extension=extension),
            self._event(call, "ringing", now, extension=extension),
        ]  # fmt: skip

    def _give_up(self, call: _Call, now: datetime) -> list[Event]:
        return self._hang_up(call, now) if not call.answered else []

    def _hang_up(self, call: _Call, now: datetime) -> list[Event]:
        if self.calls.pop(call.key, None) is None:
            return []
        return [self._event(call, "hung_up", now)]

    def _dial(self, request: dict[str, Any], now: datetime) -> list[Event]:
        call = _Call(f"{self._mark}-out-{request['id']}", request["extension"], now)
        if call.key in self.calls:
            return []
        self.calls[call.key] = call
        self._after(now, 1, 3, lambda at: self._answer(call, at) if call.key in self.calls else [])
        return [
            self._event(
                call, "new_call", now, direction="outbound", extension=call.extension, from_number=call.extension,
                to_number=request["to_number"], request_id=request["id"],
            )
        ]  # fmt: skip


def turn(simulator: Simulator, sender: Sender, now: datetime) -> list[Event]:
    """One look: do what is asked, let happen what is due; gives what is to be told.

    :raises Refused: :raises Unreachable: of `sender`.
    """
    told: list[Event] = []
    for request in sender.take():
        events, done = simulator.ask(request, now)
        told += events
        sender.settle(request["id"], done=done)
    return told + simulator.step(now)
