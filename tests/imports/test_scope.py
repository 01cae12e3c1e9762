"""Keys are each station's own: what another station imported is neither found, linked nor told (P31, T1)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from api import models
from api.kit.db import Database
from api.system import System
from tests.client import Api
from tests.imports.test_runs import CASES, CUSTOMERS, HEAD, confirmed, customers, judged
from tests.imports.test_sources import CASES as CASE
from tests.world import World

AsRole = Callable[..., Api]
CUSTOMER, ASSET = models.customers.Customer.__table__, models.assets.Asset.__table__
DEVICES = CASES + '[product]\nmodel = { const = "WQ-5100" }\nname = { const = "x" }\n'
DEVICES += '[asset]\nkey = { column = "id" }\nserial = { text = "IMP{subject}" }\n'


@pytest.fixture
def system(anonymous: Api) -> System:
    return anonymous.app.state.sibu  # type: ignore[attr-defined, no-any-return]


def test_two_stations_bring_in_cases_by_the_same_keys(
    as_role: AsRole, db: Database, world: World, system: System
) -> None:
    for station in ("A1", "A2"):
        manager = as_role("SM", station)
        rows = f"id,customer,subject,at\n1,绿源公司,S{station},2026-01-05\n".encode()
        for outcome in ("added", "same"):  # and each knows its own again
            run = judged(manager, db, system, rows, DEVICES)
            assert run["preview"][outcome] == 1, (station, run)
            assert confirmed(manager, db, system, run)["done"] == run["preview"]
    with db.read() as conn:
        found = conn.execute(
            select(CASE.c.station_id, CUSTOMER.c.station_id, ASSET.c.station_id)
            .join(CUSTOMER, CUSTOMER.c.id == CASE.c.customer_id)
            .join(ASSET, ASSET.c.id == CASE.c.asset_id)
            .where(CASE.c.imported_from.is_not(None))
        ).all()
    assert {tuple(row) for row in found} == {(world.stations[one],) * 3 for one in ("A1", "A2")}


def test_what_an_operator_brought_in_is_known_at_its_station_only(
    as_role: AsRole, db: Database, system: System
) -> None:
    from api.imports.mapping import Mapping, parse_mapping
    from api.imports.reader import Draft, drafts_of
    from api.imports.writer import Writer

    rows = b"id,customer,subject,at\n1,Green,S1,2026-01-05\n"
    mapping = parse_mapping(CASES, "ours")
    assert isinstance(mapping, Mapping)
    drafts = [one for one in drafts_of(mapping, "x.csv", rows) if isinstance(one, Draft)]
    Writer(db, "A1").write(drafts)
    for station, outcome in (("A1", "same"), ("A2", "added")):
        run = judged(as_role("SM", station), db, system, rows, CASES)
        assert run["preview"][outcome] == 1, (station, run)
        confirmed(as_role("SM", station), db, system, run)
    for station, added in (("A2", 0), ("B1", 0)):  # the operator's own key is the network's
        writer = Writer(db, station)
        assert (writer.write(drafts), writer.added) == ([], added)


def test_two_stations_bring_in_records_by_the_same_keys_and_learn_nothing_of_each_other(
    as_role: AsRole, db: Database, world: World, system: System
) -> None:
    before = customers(db)
    row = "1,绿源环保技术,单位,{note},,\n"
    for station, note in (("A1", "一"), ("A2", "一"), ("B1", "二")):
        run = judged(as_role("SM", station), db, system, (HEAD + row.format(note=note)).encode())
        assert run["preview"]["added"] == 1, (station, run["findings"])
        confirmed(as_role("SM", station), db, system, run)
    assert customers(db) == before + 3

    # what has left the station's sight is not "the same"
    with db.write() as conn:
        record = models.imports.ImportRecord.__table__
        brought = select(record.c.subject_id).where(record.c.station_id == world.stations["A1"])
        conn.execute(CUSTOMER.update().where(CUSTOMER.c.id.in_(brought)).values(station_id=world.stations["B2"]))
    for note in ("一", "三"):
        run = judged(as_role("SM"), db, system, (HEAD + row.format(note=note)).encode(), CUSTOMERS)
        assert run["preview"]["refused"] == 1
        assert run["findings"][0]["detail"] == "已经导入过，现在删了或不归您看"
