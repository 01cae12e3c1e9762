"""`sibu import` on real records and on spoiled ones: whole rows or none, original times, a rerun adds nothing (P31)."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import func, select

from api import models
from api.imports.command import run
from api.kit.db import Database
from tests import processes
from tests.client import Api
from tests.shared_data import shared

MAPPINGS = Path("api/imports/mappings")
CASES = models.service_requests.ServiceRequest.__table__
EVENTS = models.events.Event.__table__
SIMPLE = """
[source]
name = "ours"
files = ["cases.csv"]
zone = "Asia/Shanghai"
[customer]
key = { column = "customer" }
name = { column = "customer" }
[case]
key = { column = "id" }
subject = { column = "subject" }
status = { column = "state", map = { "done" = "closed" }, default = "judged" }
created_at = { column = "at", format = "%Y-%m-%d %H:%M" }
closed_at = { column = "until", format = "%Y-%m-%d %H:%M" }
"""
HEAD = "id,customer,subject,state,at,until\n"
GOOD = "1,绿源公司,读数漂移,done,2026-01-05 09:00,2026-01-06 10:00\n"


@pytest.fixture
def bring(db: Database, tmp_path: Path) -> Callable[..., tuple[int, str]]:
    """Import a CSV text through a mapping text; gives the exit code and what was said."""

    def bring(rows: str | bytes, mapping: str = SIMPLE, **options: object) -> tuple[int, str]:
        (tmp_path / "map.toml").write_text(mapping, "utf-8")
        text = rows if isinstance(rows, bytes) else rows.encode("utf-8")
        (tmp_path / "cases.csv").write_bytes(text)
        out = Console(file=io.StringIO(), width=200)
        more: dict[str, object] = {"report": None, "check_only": False} | options
        code = run(db, tmp_path / "map.toml", tmp_path / "cases.csv", out=out, **more)  # type: ignore[arg-type]
        return code, out.file.getvalue()  # type: ignore[attr-defined]

    return bring


def imported(db: Database) -> int:
    with db.read() as conn:
        return conn.execute(select(func.count()).where(CASES.c.imported_from.is_not(None))).scalar_one()


WHOLE = os.environ.get("SIBU_TEST_COUNTS") == "full"
OPEN_REPAIR = (("open-repair",), 13878, 0) if WHOLE else (("open-repair", "repair-connects.csv"), 2885, 0)


@pytest.mark.parametrize(("source", "cases", "history"), [(("helpdesk-log",), 1831, 8525), OPEN_REPAIR])
def test_real_records_come_in_whole_and_a_rerun_adds_nothing(
    db: Database, source: tuple[str, ...], cases: int, history: int
) -> None:
    for added in (cases, 0):
        out = Console(file=io.StringIO(), width=200)
        assert run(db, MAPPINGS / f"{source[0]}.toml", shared(*source), report=None, check_only=False, out=out) == 0
        assert f"{added} cases added" in out.file.getvalue()  # type: ignore[attr-defined]
    assert imported(db) == cases
    with db.read() as conn:
        kept = select(func.count()).where(EVENTS.c.type == "service_request.history_imported")
        assert conn.execute(kept).scalar_one() == history


def test_the_original_times_are_kept(db: Database) -> None:
    out = Console(file=io.StringIO())
    run(db, MAPPINGS / "helpdesk-log.toml", shared("helpdesk-log"), report=None, check_only=False, out=out)
    with db.read() as conn:
        case = conn.execute(select(CASES).where(CASES.c.imported_from == "helpdesk-log:Case 3")).one()
        times = conn.execute(
            select(EVENTS.c.occurred_at).where(EVENTS.c.case_id == case.id).order_by(EVENTS.c.seq)
        ).scalars()
        # 2010-10-29 10:14:06 in Rome, still summer time there
        assert case.created_at == next(times) == datetime(2010, 10, 29, 8, 14, 6, tzinfo=UTC)
    assert case.closed_at > case.created_at


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("2,绿源公司,x,done,2026-01-05 09:00\n", "line 3 2: 5 cells instead of 6"),
        ("2,绿源公司,x,done,2026-02-30 09:00,2026-03-01 09:00\n", "line 3 2: at is '2026-02-30 09:00': no time"),
        ("2,绿源公司,x,done,2026-01-05 09:00,2026-01-04 09:00\n", "line 3 2: the end lies before the beginning"),
        ("2,绿源公司,x,done,2126-01-05 09:00,2126-01-05 10:00\n", "in the future"),
        ("2,绿源公司,x,done,0001-01-01 00:00,2026-01-05 10:00\n", "lies before 1990"),
        ("2,绿源公司,,done,2026-01-05 09:00,2026-01-06 09:00\n", "subject is empty"),
        (f"2,绿源公司,{'长' * 121},done,2026-01-05 09:00,2026-01-06 09:00\n", "has 121 characters"),
        ("2,绿源公司,a\0b,done,2026-01-05 09:00,2026-01-06 09:00\n", "subject holds a NUL"),
        ("2,绿源公司,a\x07b,done,2026-01-05 09:00,2026-01-06 09:00\n", "subject holds a control character"),
        (b"2,\xff\xfe,x,done,2026-01-05 09:00,2026-01-06 09:00\n", "customer is not in the file's encoding"),
        ("1,绿源公司,again,done,2026-01-05 09:00,2026-01-06 09:00\n", "the same key as line 2"),
    ],
)
def test_a_bad_row_is_named_and_the_others_come_in(
    bring: Callable[..., tuple[int, str]], db: Database, row: str | bytes, said: str
) -> None:
    spoiled = row if isinstance(row, bytes) else row.encode("utf-8")
    code, text = bring((HEAD + GOOD).encode() + spoiled)
    assert (code, imported(db)) == (1, 1), text
    assert said in text


def test_a_line_break_inside_quotes_keeps_the_line_numbers_right(bring: Callable[..., tuple[int, str]]) -> None:
    rows = HEAD + '1,"绿源\n公司",x,done,2026-01-05 09:00,2026-01-06 10:00\n2,绿源公司,y,done,never,\n'
    code, text = bring(rows)
    assert code == 1
    assert "line 4 2: at is 'never'" in text


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("[source", "map.toml"),
        (SIMPLE.replace("subject = {", "subjct = {"), "case.subject"),
        (SIMPLE.replace('{ column = "subject" }', '{ column = "subject", const = "x" }'), "exactly one"),
        (SIMPLE.replace('column = "subject"', 'column = "topic"'), "has no column topic"),
    ],
)
def test_a_bad_mapping_imports_nothing(
    bring: Callable[..., tuple[int, str]], db: Database, mapping: str, said: str
) -> None:
    code, text = bring(HEAD + GOOD, mapping)
    assert (code, imported(db)) == (2, 0)
    assert said in text.replace("\n", "")


def test_checking_writes_nothing_and_the_report_is_formula_safe(
    bring: Callable[..., tuple[int, str]], db: Database, tmp_path: Path
) -> None:
    report = tmp_path / "report.csv"
    code, text = bring(HEAD + GOOD + "=1+2,绿源公司,x,done,never,never\n", check_only=True, report=report)
    assert (code, imported(db)) == (1, 0)
    assert "1 cases can be imported, 1 rows cannot" in text
    assert "'=1+2" in report.read_text("utf-8")


def test_killed_in_the_middle_it_leaves_only_whole_cases(db: Database, tmp_path: Path) -> None:
    """P31 at a reduced count: kill -9 during the import, three times, then let it finish."""
    source = shared("helpdesk-log")
    for wait in (0.4, 0.7, 1.0):
        ready = processes.context.Event()
        child = processes.context.Process(
            target=_bring, args=(db.url.render_as_string(hide_password=False), source, ready), daemon=True
        )
        child.start()
        assert ready.wait(60)
        time.sleep(wait)
        child.kill()
        child.join()
        with db.read() as conn:
            stray = select(func.count()).where(
                EVENTS.c.type == "service_request.imported", EVENTS.c.subject_id.not_in(select(CASES.c.id))
            )
            assert conn.execute(stray).scalar_one() == 0
            bare = select(func.count()).where(
                CASES.c.imported_from.is_not(None),
                CASES.c.id.not_in(select(EVENTS.c.case_id).where(EVENTS.c.type == "service_request.history_imported")),
            )
            assert conn.execute(bare).scalar_one() == 0
    out = Console(file=io.StringIO())
    assert run(db, MAPPINGS / "helpdesk-log.toml", source, report=None, check_only=False, out=out) == 0
    assert imported(db) == 1831


def _bring(url: str, source: Path, ready: Event) -> None:
    ready.set()
    run(
        Database(url), MAPPINGS / "helpdesk-log.toml", source, report=None, check_only=False,
        out=Console(file=io.StringIO()),
    )  # fmt: skip


def test_what_was_imported_is_listed_searched_and_told(
    bring: Callable[..., tuple[int, str]], as_role: Callable[..., Api]
) -> None:
    code, text = bring(HEAD + GOOD)
    assert code == 0, text
    hotline = as_role("HL")
    (row,) = hotline.read("service-requests", imported="true")["items"]
    assert (row["subject"], row["customer_name"], row["status"]) == ("读数漂移", "绿源公司", "closed")
    case = hotline.read(f"service-requests/{row['id']}")
    assert case["imported_from"] == "ours:1"
    assert case["created_at"].startswith("2026-01-05T01:00:00")
    found = hotline.read("search", q="绿源公司")["groups"]
    assert {"customer", "matter"} <= {group["kind"] for group in found}
    told = hotline.read(f"service-requests/{row['id']}/events")["items"]
    assert [entry["type"] for entry in told] == ["service_request.imported"]
    assert told[0]["occurred_at"].startswith("2026-01-05T01:00:00")


def test_a_process_that_only_serves_tells_what_a_command_imported() -> None:
    """The server never runs the command; without the facts' words its timeline would say `service_request.imported`."""
    asks = "import api.main; from api.events.facts import Fact; print(Fact.catalogue['service_request.imported'].sentence.zh)"
    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert said.stdout.startswith("导入需求")


def test_imported_tickets_open_like_any_other_case(db: Database, as_role: Callable[..., Api]) -> None:
    """Every kind of imported ticket has its page: one that ended, and one that never did."""
    out = Console(file=io.StringIO())
    run(db, MAPPINGS / "helpdesk-log.toml", shared("helpdesk-log"), report=None, check_only=False, out=out)
    hotline = as_role("HL")
    for status in ("closed", "judged"):
        row = hotline.read("service-requests", imported="true", status=status, limit=1)["items"][0]
        case = hotline.read(f"service-requests/{row['id']}")
        assert (case["status"], case["mode"], len(case["steps"])) == (status, None, 4)
        told = hotline.read(f"service-requests/{row['id']}/events")["items"]
        assert {"service_request.imported", "service_request.history_imported"} == {entry["type"] for entry in told}
