"""Importers of other systems' records: whole, with their times and history, once; by the command and through the API."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from api import models
from api.imports.mapping import read_mapping
from api.imports.reader import Draft, drafts
from api.imports.runs import service
from api.imports.writer import Writer
from api.kit.db import Database
from tests.client import Api
from tests.shared_data import shared
from tests.world import World

MAPPINGS = Path("api/imports/mappings")
CASES = models.service_requests.ServiceRequest.__table__
EVENTS = models.events.Event.__table__
SOURCES = {
    "servicenow-incidents": (2087, 12106, "INC0000057", datetime(2016, 2, 29, 6, 10, tzinfo=UTC)),
    "boston-311-sample": (100, 0, "101004143000", datetime(2022, 1, 21, 18, 47, tzinfo=UTC)),
    "nyc-311": (1000, 0, "61276295", datetime(2024, 5, 27, 6, 8, 51, tzinfo=UTC)),
    "chicago-open311": (26, 145, "14-00026405", datetime(2014, 1, 8, 5, 16, 2, tzinfo=UTC)),
    "excavator-work-orders": (2160, 0, "0", datetime(2004, 7, 1, 0, 0, tzinfo=UTC)),
}
"""How many cases, how many entries of history, and one key with the time when that case was opened."""


@pytest.mark.parametrize("path", sorted(MAPPINGS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_mapping_has_a_name_that_people_say(path: Path) -> None:
    assert read_mapping(path).source.label


@pytest.mark.parametrize("name", SOURCES)
def test_every_record_of_a_source_is_read_at_its_own_time(name: str) -> None:
    cases, history, key, opened = SOURCES[name]
    mapping = read_mapping(MAPPINGS / f"{name}.toml")
    found = [item for file in mapping.source.files for item in drafts(mapping, shared(name, file))]
    read = {item.key: item for item in found if isinstance(item, Draft)}
    assert (len(found), len(read), sum(len(one.history) for one in read.values())) == (cases, cases, history)
    assert read[f"{name}:{key}"].created_at == opened
    assert {one.status for one in read.values()} <= {"judged", "answered", "closed"}


def test_records_of_all_sources_are_written_with_their_history_and_a_rerun_adds_nothing(
    db: Database, as_role: Callable[..., Api], world: World
) -> None:
    """A part of each, because the writer is one and the same; the whole of one in `test_import.py`."""
    written = 0
    for name in SOURCES:
        mapping = read_mapping(MAPPINGS / f"{name}.toml")
        some = [one for one in drafts(mapping, shared(name, mapping.source.files[0])) if isinstance(one, Draft)][:25]
        for added in (len(some), 0):
            writer = Writer(db, "A1")
            assert (writer.write(some), writer.added) == ([], added)
        written += len(some)
        entries = sum(len(one.history) for one in some)
        with db.read() as conn:
            kept = select(CASES.c.id).where(CASES.c.imported_from.startswith(f"{name}:"))
            told = select(func.count()).where(EVENTS.c.type == "service_request.history_imported")
            assert conn.execute(told.where(EVENTS.c.case_id.in_(kept))).scalar_one() == entries
    listed = as_role("SM").read("service-requests", count="exact", limit=1)
    assert listed["total"] >= written
    # a request of Chicago's that opened follow-on orders of other departments tells so
    with db.read() as conn:
        case = conn.execute(select(CASES.c.id).where(CASES.c.imported_from == "chicago-open311:14-00026405")).scalar()
    story = [one["sentence"] for one in as_role("SM").read(f"service-requests/{case}/events")["items"]]
    assert any("Plumbing Violation Created" in sentence for sentence in story)


def test_all_of_them_are_offered_to_who_may_use_them(as_role: Callable[..., Api]) -> None:
    offered = as_role("SM").read("imports/mappings")
    assert {one["name"] for one in offered["items"]} == set(service.mappings()) >= set(SOURCES)
    assert {"/customers", "/assets"} <= set(offered["resources"])
    assert as_role("FI", "C").read("imports/mappings")["items"] == []
