"""A database or a disk that fails is an interruption: 503 with Retry-After or 507, from every door, and never a surprise."""

from __future__ import annotations

import errno
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from api.kit.db import Database
from api.kit.problems import Problem
from api.kit.refusing import spoken
from api.main import create_app
from api.settings import BadSetting, Settings
from api.system import System
from tests.client import Api


class Said(Exception):
    """What a driver raises."""

    def __init__(self, text: str = "", sqlstate: str | None = None) -> None:
        super().__init__(text)
        self.sqlstate = sqlstate


def of(kind: type[DBAPIError], text: str = "", state: str | None = None, *, lost: bool = False) -> DBAPIError:
    return kind("SELECT 1", {}, Said(text, state), connection_invalidated=lost)


INTERRUPTIONS: dict[str, tuple[Exception, int]] = {
    "ended by the server": (of(OperationalError, state="57P01"), 503),
    "closed in our hands": (of(InterfaceError, "the connection is closed", lost=True), 503),
    "idle for too long": (of(InternalError, state="25P03"), 503),
    "a server that stands by": (of(InternalError, state="25006"), 503),
    "used after it was lost": (PendingRollbackError("Can't reconnect"), 503),
    "none came free": (PoolTimeout("QueuePool limit"), 503),
    "the server's disk is full": (of(OperationalError, state="53100"), 507),
    "the file's disk is full": (of(OperationalError, "database or disk is full"), 507),
    "our own disk is full": (OSError(errno.ENOSPC, "No space left on device"), 507),
}
SURPRISES: dict[str, Exception] = {
    "a mistake of ours": of(InternalError, "no such column", "42703"),
    "a file that is not there": FileNotFoundError(errno.ENOENT, "no such file"),
}


@pytest.mark.parametrize("what", INTERRUPTIONS)
def test_an_interruption_is_told_as_one(what: str) -> None:
    error, status = INTERRUPTIONS[what]
    with pytest.raises(Problem) as told, spoken():
        raise error
    assert (told.value.status, told.value.headers.get("Retry-After")) == (status, "2" if status == 503 else None)


@pytest.mark.parametrize("what", SURPRISES)
def test_what_is_none_stays_a_surprise(what: str) -> None:
    with pytest.raises(type(SURPRISES[what])) as told, spoken():
        raise SURPRISES[what]
    assert told.value is SURPRISES[what]


def test_p21_every_door_says_so_while_the_database_is_away(as_role: Callable[..., Api], db: Database) -> None:
    """Also where the caller is asked for, before the edge begins, and outside the edge; then it goes on as before."""
    desk = as_role("CO")
    assert desk.get("me").status_code == 200

    @contextmanager
    def away(**_: Any) -> Iterator[Connection]:
        raise of(InterfaceError, "the connection is closed", lost=True)
        yield

    form = {"grant_type": "password", "username": "co.a1", "password": "x", "client_type": "native"}
    with pytest.MonkeyPatch.context() as patched:
        for way in ("read", "write"):
            patched.setattr(db, way, away)
        answers = [
            desk.get("service-requests"),
            desk.post("customers", json={"kind": "company", "name": "P21"}, headers={"Idempotency-Key": "p21"}),
            desk.post("auth/token", data=form),
            desk.post("uploads", headers={"Tus-Resumable": "1.0.0", "Upload-Length": "3"}),
        ]  # fmt: skip
    assert [(each.status_code, each.headers.get("retry-after")) for each in answers] == [(503, "2")] * len(answers)
    assert answers[1].headers["idempotency-key"] == "p21", "a phone knows the answer for ours, and repeats it safely"
    assert desk.get("me").status_code == 200


def test_p21_who_is_unknown_is_told_to_come_again_too(as_role: Callable[..., Api], settings: Settings) -> None:
    """A process that has not seen this token yet must ask the database for it, and that is before the edge begins."""
    token = as_role("CO").headers["authorization"]
    with Api(create_app(settings, Database(settings.database_url)), {"Authorization": token}) as other:
        other.app.state.sibu.db.dispose()  # type: ignore[attr-defined]

        @contextmanager
        def away(**_: Any) -> Iterator[Connection]:
            raise of(OperationalError, "the database system is in recovery mode", "57P03", lost=True)
            yield

        other.app.state.sibu.db.read = away  # type: ignore[attr-defined]
        answers = [other.get(path) for path in ("me", "events/stream")]
    assert [(each.status_code, each.headers["retry-after"]) for each in answers] == [(503, "2")] * 2


# -- P33: a process that is asked to end -------------------------------------------------------------------------------
def test_p33_it_says_no_and_serves_on_until_its_time_is_over(
    anonymous: Api, settings: Settings, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    monkeypatch.setattr(signal, "signal", _as_if({signal.SIGTERM: lambda number, _frame: told.append(number)}))
    timers: list[tuple[float, Callable[..., None], tuple[Any, ...]]] = []

    class Timer:
        def __init__(self, seconds: float, do: Callable[..., None], given: tuple[Any, ...]) -> None:
            timers.append((seconds, do, given))

        def start(self) -> None: ...

    monkeypatch.setattr(threading, "Timer", Timer)
    system: System = anonymous.app.state.sibu  # type: ignore[attr-defined]
    monkeypatch.setattr(system, "settings", replace(settings, drain_seconds=4.0))
    with system.told_of_the_end():
        hear = _heard[signal.SIGTERM]
        assert anonymous.get("http://testserver/readyz").status_code == 200
        hear(signal.SIGTERM, None)
        refused = anonymous.get("http://testserver/readyz")
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
        served = anonymous.get("problems")
        assert (served.status_code, served.headers["connection"]) == (200, "close")
        assert (told, system.stopping.is_set()) == ([], False)
        ((seconds, end, given),) = timers
        end(*given)
        assert (seconds, told, system.stopping.is_set()) == (4.0, [signal.SIGTERM], True)
        hear(signal.SIGTERM, None)
        assert told == [signal.SIGTERM] * 2, "asked again, it ends at once"
    assert 0 < system.seconds_left() <= 25


_heard: dict[int, Callable[[int, Any], None]] = {}


def _as_if(handlers: dict[int, Any]) -> Callable[[int, Any], Any]:
    """`signal.signal` that changes no handler of this process."""

    def change(number: int, handler: Any) -> Any:
        former = _heard.get(number, handlers.get(number))
        _heard[number] = handler
        return former

    _heard.clear()
    return change


@pytest.mark.parametrize("wrong", ["soon", "-1", "21"])
def test_a_time_to_drain_that_cannot_be_is_refused(wrong: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIBU_DATA", str(tmp_path))
    monkeypatch.setenv("SIBU_DRAIN", wrong)
    with pytest.raises(BadSetting, match="SIBU_DRAIN"):
        Settings.read()
    monkeypatch.setenv("SIBU_DRAIN", "5")
    assert Settings.read().drain_seconds == 5.0
