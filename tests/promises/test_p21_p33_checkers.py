"""What judges P21 and P33 fails on planted faults before it counts; their comparison of the journal is P1's."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace

import pytest

from tests.promises import p21_failovers, p33_restarts
from tests.promises.balancer import Backend, Balancer
from tests.promises.p21_failovers import Round, Seen
from tests.promises.wire import Reply, Wire

GOOD = [Round("cut", 0.5, 1.0), Round("stop", 29.9, 30.0)]


@pytest.mark.parametrize(
    ("rounds", "fault", "said"),
    [
        ([Round("cut", 30.1, 1.0), GOOD[1]], {}, "failure 0 (cut): normal after 30.1 s"),
        ([GOOD[0], Round("stop", 1.0, 31.0)], {}, "the feed after 31.0 s"),
        (GOOD[:1], {}, "1 failures, not 2"),
        (GOOD, {"other": Counter({"500": 3})}, "answered 500, 3 times"),
        (GOOD, {"other": Counter(["nothing"])}, "answered nothing"),
        (GOOD, {"without_time": 1}, "did not say when"),
        (GOOD, {"unavailable": 0}, "nobody felt"),
    ],
)
def test_p21_the_judge_finds(rounds: list[Round], fault: dict[str, object], said: str) -> None:
    seen = Seen(unavailable=9)
    assert p21_failovers.judge(GOOD, seen, 2) == []
    (found,) = p21_failovers.judge(rounds, replace(seen, **fault), 2)
    assert said in found


def test_p21_a_503_without_its_time_is_seen() -> None:
    seen = Seen()
    for reply in (Reply(503, {"retry-after": "2"}, b""), Reply(503, {}, b""), Reply(500, {}, b"")):
        seen.told_to_wait(reply)
    assert (seen.unavailable, seen.without_time) == (2, 1)


@pytest.mark.parametrize(
    ("drained", "failed", "last", "said"),
    [
        ([1.0, 30.1], Counter(), [1, 1], "restart 1 took 30.1 s"),
        ([1.0], Counter(), [1, 1], "1 restarts, not 2"),
        ([1.0, 1.0], Counter({"502": 1}), [1, 1], "answered 502, 1 times"),
        ([1.0, 1.0], Counter(), [1, 0], "so little is shown"),
    ],
)
def test_p33_the_judge_finds(drained: list[float], failed: Counter[str], last: list[int], said: str) -> None:
    assert p33_restarts.judge([1.0, 1.0], Counter(), [1, 1], 2) == []
    (found,) = p33_restarts.judge(drained, failed, last, 2)
    assert said in found


def test_p33_the_balancer_hides_nothing_that_may_have_arrived() -> None:
    """A replica that hangs up in the middle: a read is asked elsewhere, a write is a failure that the client sees."""

    async def play() -> tuple[list[int], Balancer]:
        async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.transport.abort()

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
            writer.close()

        bad, good = [await asyncio.start_server(each, "127.0.0.1", 0) for each in (hang_up, answer)]
        ports = [server.sockets[0].getsockname()[1] for server in (bad, good)]
        statuses = []
        async with Balancer(ports) as balancer:
            wire = Wire(balancer.port, "x")
            for method, first in (("GET", 0), ("POST", 0), ("POST", 1)):
                for n, backend in enumerate(balancer.backends):
                    backend.ready, backend.answered = n == first, 0
                statuses.append((await wire.send(method, "me")).status)
            for server in (bad, good):
                server.close()
            balancer.backends[:] = [Backend(ports[0]), Backend(ports[1])]
            statuses.append((await wire.send("GET", "me")).status)
            wire.close()
        return statuses, balancer

    statuses, balancer = asyncio.run(play())
    assert statuses == [200, 502, 200, 502]
    assert [failure.partition(":")[0] for failure in balancer.failed] == [
        "POST /api/v1/me HTTP/1.1",
        "GET /api/v1/me HTTP/1.1",
    ]
