"""A worker in a process of its own, for tests that kill it.

The job `test-crash` does its effect, then hangs before the commit for as long as the hang file exists.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from api.kit import clock, jobs, leases, numbering
from api.kit.unit import Unit
from api.settings import Settings
from api.worker import run_worker


def begin(url: str, folder: Path, hang: Path) -> None:
    """Work on this database until SIGTERM."""
    jobs.LEASE = leases.LENGTH = timedelta(seconds=2)  # a test cannot wait as long as a station can

    @jobs.handler("test-crash")
    def crash(job: jobs.Claim) -> jobs.Apply:
        """One row more in the counter, and a file that tells that it is written but not committed."""

        def apply(unit: Unit) -> None:
            numbering.next_number(unit, "JOB", "one", unit.now.date())
            if hang.exists():
                (folder / f"half-done-{job.attempts}").touch()
                while hang.exists():
                    clock.sleep(0.05)

        return apply

    run_worker(Settings(database_url=url, data_dir=folder, secret=b"0123456789abcdefghijklmnopqrstuvwxyzABCDEF"))
