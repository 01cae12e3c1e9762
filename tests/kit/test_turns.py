"""The one writer of SQLite is shared: one at a time, and nobody is passed over for ever."""

from __future__ import annotations

import threading

import pytest
from sqlalchemy.exc import TimeoutError as PoolTimeout

from api.kit import clock, turns
from api.kit.turns import Turns


def test_one_at_a_time_and_none_is_lost() -> None:
    line, inside, counted = Turns(), [0], [0]

    def work() -> None:
        for _ in range(200):
            with line.turn():
                inside[0] += 1
                assert inside[0] == 1
                counted[0] += 1
                inside[0] -= 1

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counted == [1600]


def test_a_busy_crowd_does_not_keep_one_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight come again the moment they have gone; the ninth, who comes now and then, is served each time."""
    monkeypatch.setattr(turns, "LONGEST_WAIT", 10.0)
    line, over = Turns(), threading.Event()

    def greedy() -> None:
        while not over.is_set():
            with line.turn():
                clock.sleep(0.001)

    threads = [threading.Thread(target=greedy) for _ in range(8)]
    for thread in threads:
        thread.start()
    try:
        for _ in range(5):
            with line.turn():
                pass
    finally:
        over.set()
        for thread in threads:
            thread.join()


def test_who_waits_in_vain_is_told_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "LONGEST_WAIT", 0.05)
    line, told = Turns(), []

    def wait() -> None:
        with pytest.raises(PoolTimeout), line.turn():
            raise AssertionError
        told.append(True)

    with line.turn():
        thread = threading.Thread(target=wait)
        thread.start()
        thread.join()
    assert told == [True]
    with pytest.raises(ZeroDivisionError), line.turn():
        raise ZeroDivisionError
    with line.turn():
        pass
