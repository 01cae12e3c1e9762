"""What the log may say of a failed statement: never the values that were in it (T26, ASVS 16.2.5)."""

from __future__ import annotations

import traceback

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from api.kit.db import Database


def test_t26_a_trace_shows_no_parameters(db: Database) -> None:
    number = "1380000" + "4417"  # in two parts, since a trace quotes this file
    with pytest.raises(DBAPIError) as failed, db.write() as conn:
        conn.execute(text("SELECT :number FROM no_such_table"), {"number": number})
    assert number not in "".join(traceback.format_exception(failed.value))
