"""Steps of exports that several tests take."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

from api.kit import clock, jobs
from api.kit.db import Database
from api.system import System
from api.worker import unit_of
from tests.client import Api


def work(db: Database, system: System, *, later: timedelta = timedelta()) -> list[bool]:
    """Do the exports that wait; gives for each whether it is done."""
    taken = jobs.claim(db, clock.now() + later, limit=50)
    return [jobs.run(db, job, unit_of, system) for job in taken if job.kind in ("export", "import")]


def asked(client: Api, path: str, form: str = "csv", **query: str) -> dict[str, Any]:
    """Ask for a list as a file."""
    found: dict[str, Any] = client.act("exports", {"path": path, "form": form, "query": query}, status=202)
    return found


def taken(client: Api, id: str) -> Any:
    """The answer that holds the file."""
    return client.post(f"me/exports/{id}/file", json={})


def table(content: bytes) -> list[list[str]]:
    """The rows of a CSV as a spreadsheet shows them, quotes before risky cells included."""
    assert content.startswith(b"\xef\xbb\xbf")  # Excel knows UTF-8 by it
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
