"""What a database itself refuses is told apart, in both languages, without a word of what the database said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import (
    CheckConstraint,
    Column,
    Executable,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    UniqueConstraint,
    delete,
    insert,
    update,
)
from sqlalchemy.exc import DBAPIError

from api import models
from api.kit.db import Database
from api.kit.problems import Problem
from api.kit.refusing import translate
from tests.client import Api

_own = MetaData()
SHELF = Table("refusal_shelf", _own, Column("id", Integer, primary_key=True))
BOX = Table(
    "refusal_box",
    _own,
    Column("id", Integer, primary_key=True),
    Column("shelf_id", ForeignKey("refusal_shelf.id")),
    Column("weight", Integer, nullable=False),
    Column("place", Integer),
    CheckConstraint("weight > 0", name="refusal_weight"),
    UniqueConstraint("place", name="refusal_place"),
)
RIGHT = {"id": 1, "shelf_id": 1, "weight": 2, "place": 3}


@pytest.fixture
def shelves(db: Database) -> Iterator[Database]:
    """Two tables with a constraint of each kind, and a row in each."""
    with db.write() as conn:
        _own.create_all(conn)
        conn.execute(insert(SHELF).values(id=1))
        conn.execute(insert(BOX).values(RIGHT))
    yield db
    with db.write() as conn:
        _own.drop_all(conn)


def refused(db: Database, statement: Executable) -> Problem:
    """The problem that this statement's refusal becomes."""
    with pytest.raises(DBAPIError) as said, db.write() as conn:
        conn.execute(statement)
    with pytest.raises(Problem) as told:
        translate(said.value)
    return told.value


@pytest.mark.parametrize(
    ("wrong", "status", "zh", "en"),
    [
        ({"weight": 0}, 422, "不合记录的规矩，没有存", "It breaks a rule of the records; nothing was stored"),
        ({"shelf_id": 9}, 422, "引用的记录不存在", "It refers to something that does not exist"),
        ({"weight": None}, 422, "有必须填的内容没填", "Something that must be filled in is missing"),
        ({"place": 3}, 409, "已经有了", "It exists already"),
        ({"id": 1}, 409, "已经有了", "It exists already"),
    ],
    ids=["check", "foreign key", "not null", "unique", "primary key"],
)
def test_each_constraint_is_told_as_what_it_is(
    shelves: Database, wrong: dict[str, int | None], status: int, zh: str, en: str
) -> None:
    problem = refused(shelves, insert(BOX).values(RIGHT | {"id": 2, "place": 4} | wrong))
    assert (problem.status, problem.body("zh", "", "")["detail"]) == (status, zh)
    assert problem.body("en", "", "")["detail"] == en
    assert "refusal" not in str(problem.body("en", "", ""))


def test_a_refusal_of_our_own_triggers_is_a_rule_of_the_records(db: Database, as_role: Callable[..., Api]) -> None:
    answer = as_role("HL").post("calls", json={"direction": "inbound", "from_number": "13800000001", "rings": 1})
    assert answer.status_code == 201
    table = models.events.Event.__table__
    for statement in (update(table).values(type="test.told"), delete(table)):
        assert "不合记录的规矩" in refused(db, statement).body("zh", "", "")["detail"]
