"""`sibu create-admin`: the only way to a first account, and it holds no password (T29, ASVS 6.3.2)."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.kit import schema
from api.kit.db import Database
from api.network.foundation import CannotFound, create_admin
from tests.client import Api
from tests.world import World

NEW = "copper-lantern-71-orchard"


def test_empty_database_gets_an_administrator(tmp_path: Path) -> None:
    """From nothing to a person who may make everybody else: calendar, centre, post and account."""
    from api.main import create_app
    from api.settings import Settings

    db = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    schema.create_all(db)
    code = create_admin(db, "ops", "孙运维")
    settings = Settings(database_url=str(db.url), data_dir=tmp_path, secret=b"x" * 40, password_memory_kib=64)
    with Api(create_app(settings, db)) as client:
        assert client.post("auth/reset", json={"account": "ops", "code": code, "new": NEW}).status_code == 204
        me = client.signed_in("ops", NEW).read("me")
        assert [(role["role"], role["station"]["code"]) for role in me["roles"]] == [("system_administrator", "C")]
    db.dispose()


def test_second_administrator_joins_the_same_centre(db: Database, world: World, anonymous: Api) -> None:
    code = create_admin(db, "ops.2", "孙运维")
    assert anonymous.post("auth/reset", json={"account": "ops.2", "code": code, "new": NEW}).status_code == 204
    assert anonymous.signed_in("ops.2", NEW).read("me")["stations"][0]["id"] == world.stations["C"]


@pytest.mark.parametrize("account", ["sa.c", "Ops", "o", "a b", ""])
def test_bad_names_are_refused(db: Database, account: str) -> None:
    with pytest.raises(CannotFound):
        create_admin(db, account, "孙运维")
