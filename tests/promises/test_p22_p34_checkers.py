"""What judges P22 and P34 fails on planted faults before it counts; their comparison of the journal is P1's."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.promises import p22_disk, p34_replicas, volumes
from tests.promises.p22_disk import Seen, Stage
from tests.promises.p34_replicas import KINDS, Look, Revoked, _differs
from tests.promises.wire import Reply

GOOD = Stage("data", True, Counter({"201": 3, "507": 2, "503": 1}), Counter({"200": 9}), 1.0)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"was_full": False}, "data was not full"),
        ({"writes": Counter({"507": 1, "500": 1})}, "writes were answered ['500']"),
        ({"writes": Counter({"201": 9})}, "nobody felt it"),
        ({"reads": Counter({"200": 9, "503": 1})}, "reads were answered"),
        ({"reads": Counter()}, "reads were answered {}"),
        ({"resumed": 60.1}, "after 60.1 s"),
        ({"resumed": -1.0}, "after -1.0 s"),
    ],
)
def test_p22_the_judge_finds(fault: dict[str, object], said: str) -> None:
    assert p22_disk.judge([GOOD], Seen(), 1) == []
    (found,) = p22_disk.judge([replace(GOOD, **fault)], Seen(), 1)
    assert said in found


def test_p22_the_judge_counts_stages_and_what_nobody_expected() -> None:
    assert p22_disk.judge([GOOD], Seen(), 3) == ["1 times, not 3"]
    assert p22_disk.judge([GOOD], Seen(unexpected=Counter({"write 507": 2})), 1) == ["write 507 was answered, 2 times"]


def test_p22_a_refusal_counts_only_while_a_volume_is_full() -> None:
    seen = Seen()
    assert not seen.answered(1, "write", 507, 1.0)
    assert seen.unexpected == {"write 507": 1}
    seen.stage = Stage("data")
    assert not seen.answered(1, "write", 507, 2.0)
    assert not seen.answered(2, "read", 503, 2.0)
    assert seen.answered(1, "write", 201, 3.0)
    assert (seen.unexpected, seen.good) == ({"write 507": 1, "read 503": 1}, {1: 3.0})
    assert (seen.stage.writes, seen.stage.reads) == ({"507": 1, "201": 1}, {"503": 1})


def test_p22_where_nothing_may_be_mounted_it_does_not_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volumes.sys, "platform", "darwin")
    found = p22_disk.run(None, p22_disk.REDUCED, 1)  # type: ignore[arg-type]
    assert (found["held"], found["wrong"]) == (False, ["only Linux lets a process mount without being root"])


def test_p22_a_volume_knows_when_it_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = type("Stat", (), {"f_bavail": 1})
    monkeypatch.setattr(volumes.os, "statvfs", lambda _path: left)
    assert not volumes.Volume(tmp_path, 1).is_full()


# -- P34 ---------------------------------------------------------------------------------------------------------------
COUNTS = {"writes": len(KINDS), "ways": 1, "streams": 1}
CALLS = Counter({f"{call} on {n}": 1 for call in p34_replicas._CALLS for n in (0, 1)})
LOST = Revoked("a post ended", {"a list on 1": 9.0}, CALLS, CALLS, stream=20.0)


def looks() -> list[Look]:
    return [Look(kind, "P34", "", listed=True) for kind in KINDS]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"last": {"a list on 1": 60.5}}, "a list on 1 was answered after 60 s"),
        ({"refused": Counter({"a list on 0": 1})}, "so little is shown"),
        ({"before": Counter({"a list on 0": 1})}, "so little is shown"),
        ({"other": Counter(["500 to a write"])}, "answered 500 to a write"),
        ({"stream": None}, "its stream was closed after None s"),
        ({"stream": 61.0}, "closed after 61.0 s"),
    ],
)
def test_p34_the_judge_finds_who_goes_on(fault: dict[str, object], said: str) -> None:
    assert p34_replicas.judge(looks(), [LOST], COUNTS) == []
    (found,) = p34_replicas.judge(looks(), [replace(LOST, **fault)], COUNTS)
    assert said in found


def test_p34_the_judge_finds_what_the_other_replica_does_not_know() -> None:
    for fault, said in (({"record": "404"}, "says 404"), ({"listed": False}, "list"), ({"told": False}, "timeline")):
        seen = looks()
        seen[0] = replace(seen[0], **fault)  # type: ignore[arg-type]
        (found,) = p34_replicas.judge(seen, [LOST], COUNTS)
        assert said in found
    assert "4 writes of" in p34_replicas.judge(looks()[1:], [LOST], COUNTS)[0]
    assert p34_replicas.judge(looks(), [], COUNTS) == ["0 revocations, not 1"]


def test_p34_an_older_version_and_another_value_are_seen() -> None:
    def reply(status: int = 200, **values: object) -> Reply:
        return Reply(status, {}, json.dumps(values).encode())

    wrote = reply(version=2, subject="a")
    same = ("subject", "a")
    assert _differs(wrote, reply(version=2, subject="a"), same) == ""
    assert _differs(wrote, reply(version=3, subject="b"), same) == "", "somebody wrote since"
    assert _differs(wrote, reply(version=1, subject="a"), same) == "version 1, not 2"
    assert _differs(wrote, reply(version=2, subject="b"), same) == "subject 'b'"
    assert _differs(wrote, reply(404), same) == "404"


def test_p34_a_stream_that_stays_open_is_seen() -> None:
    async def play() -> float | None:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
            await asyncio.sleep(0.05)
            writer.close()

        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        closed = await p34_replicas._listen(server.sockets[0].getsockname()[1], "x")
        server.close()
        return closed

    assert asyncio.run(play()) is not None
