"""P3's judge fails on planted faults before it counts; its comparison of the journal is P1's."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from api.kit import db as kit
from tests.promises.p03_engine import KINDS, Seen, gate, head_of, judge

COUNTS = {"seconds": 10, "writes": 40, "writers": 8, "think_ms": 10}
GOOD = Seen(10.0, Counter(KINDS), restarts=3, wal_peak=2**20, refused="(WAL-reset race)")


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ({"errors": Counter({"503": 2})}, "answered 503, 2 times"),
        ({"errors": Counter(["nothing"])}, "answered nothing, 1 times"),
        ({"locked": 1}, "speak of locks 1 times"),
        ({"wal_peak": 64 * 2**20 + 1}, "grew to 67108865 bytes"),
        ({"refused": ""}, "it was opened"),
        ({"seconds": 9.9}, "in 10 s"),
        ({"restarts": 0}, "begun anew 0 times"),
        ({"checkpoints": Counter(KINDS[:3])}, "so little is shown"),
    ],
)
def test_the_judge_finds(fault: dict[str, object], said: str) -> None:
    assert judge(GOOD, {"acknowledged": 40}, COUNTS) == []
    (found,) = judge(replace(GOOD, **fault), {"acknowledged": 40}, COUNTS)
    assert said in found


def test_the_judge_asks_for_enough_writes() -> None:
    assert "only 39 acknowledged" in judge(GOOD, {"acknowledged": 39}, COUNTS)[0]


def test_a_gate_that_is_open_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "WAL-reset race" in gate(tmp_path)
    monkeypatch.setattr(kit, "mended_sqlite", lambda _version: True)
    assert gate(tmp_path) == ""


def test_the_head_of_a_log_tells_that_it_was_begun_anew(tmp_path: Path) -> None:
    wal = tmp_path / "x.db-wal"
    assert head_of(wal) == b""
    conn = kit.sqlite_driver.connect(str(tmp_path / "x.db"), isolation_level=None)
    conn.execute("PRAGMA journal_mode=WAL")
    conn.execute("CREATE TABLE t (x)")
    heads = [head_of(wal)]
    for kind in ("PASSIVE", "RESTART"):
        conn.execute(f"PRAGMA wal_checkpoint({kind})")
        conn.execute("INSERT INTO t VALUES (1)")
        heads.append(head_of(wal))
    conn.close()
    assert len(heads[-1]) == 12
    assert heads[0] != heads[-1]
