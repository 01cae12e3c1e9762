"""What has served its time goes (D44, P12): orphans after a week, contents nobody refers to, files past their term."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from api import models
from api.access.actor import SYSTEM
from api.files import upkeep
from api.files.attachments import service
from api.kit import clock
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.problems import Unavailable
from api.kit.unit import Unit
from api.system import System
from tests.client import Api
from tests.contract.samples import SAMPLES
from tests.files import made, tus
from tests.files.rows import attached_to, content
from tests.world import World

AsRole = Callable[..., Api]
_attachment = models.attachments.Attachment.__table__
_content = models.attachments.Content.__table__
_order = models.work_orders.WorkOrder.__table__


@pytest.fixture
def system(anonymous: Api) -> System:
    found: System = anonymous.app.state.sibu  # type: ignore[attr-defined]
    return found


@pytest.fixture
def turn(system: System, db: Database) -> Callable[..., dict[str, int]]:
    """One turn of the worker's duty, so many days from now."""

    @contextmanager
    def units() -> Iterator[Unit]:
        with db.write() as conn:
            yield Unit(db, conn, SYSTEM)

    def tidy(**later: float) -> dict[str, int]:
        return upkeep.tidy(system, units, clock.now() + timedelta(**later))

    return tidy


@pytest.fixture
def kept(tmp_path: Path) -> Callable[[], int]:
    """How many files lie in the store."""
    return lambda: sum(path.is_file() for path in (tmp_path / "files").rglob("*"))


def status(db: Database, id: str) -> str:
    with db.read() as conn:
        return str(conn.execute(select(_attachment.c.status).where(_attachment.c.id == id)).scalar_one())


def test_p12_an_unfinished_upload_goes_after_seven_days(
    as_role: AsRole, turn: Callable[..., dict[str, int]], kept: Callable[[], int]
) -> None:
    place = tus.place(tus.announce(as_role("CO"), 100, filename="a.jpg"))
    tus.send(as_role("CO"), place, b"x" * 40)
    assert turn(days=6.9)["uploads"] == 0
    assert tus.where(as_role("CO"), place) == 40
    assert turn(days=7.1)["uploads"] == 1
    assert kept() == 0
    assert as_role("CO").head(place, headers=tus.TUS).status_code == 404


def test_p12_bytes_of_an_upload_that_is_no_more_go_after_seven_days(
    as_role: AsRole, turn: Callable[..., dict[str, int]], kept: Callable[[], int], system: System
) -> None:
    """Whoever looked before the upload was given up opens its file after it was removed, and makes it anew."""
    place = tus.place(tus.announce(as_role("CO"), 100, filename="a.jpg"))
    assert as_role("CO").delete(place, headers=tus.TUS).status_code == 204
    with system.files.receiving(place.rpartition("/")[2], 0) as sink:
        sink.write(b"x" * 40)
        sink.settle()
    assert (turn(days=6.9)["uploads"], kept()) == (0, 1)
    assert (turn(days=7.1)["uploads"], kept()) == (1, 0)


def test_p12_a_draft_that_nothing_carries_goes_after_seven_days(
    as_role: AsRole, turn: Callable[..., dict[str, int]], kept: Callable[[], int], db: Database
) -> None:
    draft = tus.attached(as_role("CO"), made.jpeg())
    assert turn(days=6.9) == {"uploads": 0, "drafts": 0, "files": 0, "contents": 0}
    assert turn(days=7.1) == {"uploads": 1, "drafts": 1, "files": 0, "contents": 2}
    assert kept() == 0
    found = as_role("CO").read(f"attachments/{draft['id']}")
    assert (found["status"], found["content"], found["thumbnail"]) == ("expired", None, None)
    assert as_role("CO").get(f"attachments/{draft['id']}/content").status_code == 404


def test_a_content_stays_while_anybody_refers_to_it(
    as_role: AsRole, turn: Callable[..., dict[str, int]], kept: Callable[[], int], world: World
) -> None:
    """The same picture sent twice lies there once, and goes only with the last who has it."""
    carried = {"parent_kind": "customer", "parent_id": world.customers["A1"]}
    tus.attached(as_role("CO"), made.jpeg())
    other = tus.attached(as_role("CO"), made.jpeg(), **carried)
    assert kept() == 2
    assert turn(days=8)["contents"] == 0
    assert as_role("CO").get(other["content"].removeprefix("/api/v1/")).status_code == 200
    assert kept() == 2


def test_what_was_wanted_today_is_not_removed(
    turn: Callable[..., dict[str, int]], db: Database, system: System
) -> None:
    """Between saying that it is wanted and referring to it, nobody takes it away."""
    with db.write() as conn:
        digest = content(Unit(db, conn, SYSTEM))
    assert turn(hours=23)["contents"] == 0
    with db.write() as conn:
        conn.execute(update(_content).values(dropping=True))
    with db.write() as conn, pytest.raises(Unavailable):
        service.reserve(Unit(db, conn, SYSTEM), {"content": {"sha256": digest, "bytes": 1}})
    assert turn()["contents"] == 1, "a removal that was cut short is ended"
    with db.write() as conn:
        service.reserve(Unit(db, conn, SYSTEM), {"content": {"sha256": digest, "bytes": 1}})


def old(db: Database, world: World, purpose: str, years: float, worked: float | None) -> str:
    """A file of that age on a device, which was last worked on so many years ago."""
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        asset = SAMPLES["assets"].make(unit, world, "A1", None)
        if worked is not None:
            order = SAMPLES["work-orders"].make(unit, world, "A1", None)
            at = unit.now - timedelta(days=365.25 * worked)
            conn.execute(update(_order).where(_order.c.id == order).values(asset_id=asset, created_at=at))
        at = unit.now - timedelta(days=365.25 * years)
        return attached_to(unit, "asset", asset, purpose=purpose, created_at=at)


@pytest.mark.parametrize(
    ("purpose", "years", "worked", "expires"),
    [
        ("photo", 4.9, None, False),
        ("photo", 5.1, None, True),
        ("photo", 9, 4.9, False),
        ("photo", 9, 5.1, True),
        ("document", 5.1, None, True),
        ("voucher", 29.9, None, False),
        ("voucher", 30.1, None, True),
    ],
)
def test_d44_five_years_after_the_last_job_and_thirty_for_vouchers(
    turn: Callable[..., dict[str, int]], db: Database, world: World, recorded: Callable[..., list[str]],
    purpose: str, years: float, worked: float | None, expires: bool,
) -> None:  # fmt: skip
    id = old(db, world, purpose, years, worked)
    assert turn()["files"] == expires
    assert status(db, id) == ("expired" if expires else "attached")
    assert recorded().count("attachment.expired") == expires


def test_d44_every_kind_of_parent_tells_when_it_was_last_worked_with(
    turn: Callable[..., dict[str, int]], db: Database, world: World
) -> None:
    """A fresh visit keeps the old photos of its case, its device and its customer."""
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        order = SAMPLES["work-orders"].make(unit, world, "A1", None)
        conn.execute(update(_order).where(_order.c.id == order).values(asset_id=world.assets["A1"]))
        case = conn.execute(select(_order.c.case_id).where(_order.c.id == order)).scalar_one()
        long_ago = unit.now - timedelta(days=3000)
        carriers = {
            "work_order": order, "service_request": case, "asset": world.assets["A1"],
            "customer": world.customers["A1"],
        }  # fmt: skip
        for kind, id in carriers.items():
            attached_to(unit, kind, id, created_at=long_ago)
        attached_to(unit, "customer", world.customers["B1"], created_at=long_ago)
    assert turn()["files"] == 1
    later: Any = turn(days=2000)
    assert later["files"] == 4


def test_more_than_one_batch(
    turn: Callable[..., dict[str, int]], db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "BATCH", 3)
    with db.write() as conn:
        unit = Unit(db, conn, SYSTEM)
        for number in range(7):
            at: datetime = unit.now - timedelta(days=10, minutes=number)
            attached_to(
                unit, "asset", new_id(), status="draft", parent_kind=None, parent_id=None, created_at=at,
                content_id=content(unit, used_at=at),
            )  # fmt: skip
            row = {
                "id": new_id(), "created_at": at, "expires_at": at, "owner_id": new_id(), "length": 1, "name": "a",
                "purpose": "photo", "announced": "",
            }  # fmt: skip
            conn.execute(insert(models.attachments.Upload.__table__), row)
    assert turn() == {"uploads": 7, "drafts": 7, "files": 0, "contents": 7}
