"""What SQLite's planner goes by: counted by the daily upkeep, and near enough to the truth for a station's queue."""

from __future__ import annotations

import pytest

from api.kit import jobs
from api.kit.db import Database
from api.worker import tidy, unit_of
from tests.conftest import POSTGRES

ROWS, STATIONS = 30_000, 3


@pytest.mark.skipif(POSTGRES, reason="PostgreSQL counts by itself")
def test_the_upkeep_counts_what_the_planner_goes_by(db: Database) -> None:
    """A thousand rows of a sample would pass for all that a station has, and its queue be sorted for its newest fifty."""
    series = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS})"
    with db.write() as conn:
        conn.exec_driver_sql("CREATE TABLE queue (station INTEGER, newest INTEGER)")
        conn.exec_driver_sql("CREATE INDEX ix_queue ON queue (station, newest)")
        conn.exec_driver_sql(f"INSERT INTO queue {series} SELECT i % {STATIONS}, i FROM n")
    try:
        with db.write() as conn:
            tidy(jobs.Claim(1, "upkeep", None, {}, 1, 1))(unit_of(db, conn))
            counted = conn.exec_driver_sql("SELECT stat FROM sqlite_stat1 WHERE idx = 'ix_queue'").scalar_one()
        rows, of_station = map(int, counted.split()[:2])
        assert (rows, of_station) == (ROWS, ROWS // STATIONS)
    finally:
        with db.write() as conn:
            conn.exec_driver_sql("DROP TABLE queue")
