"""T20: nothing that somebody typed runs as a formula in the file, and reading the file gives it back as it was."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

from api.kit import sheets
from api.kit.db import Database
from api.system import System
from tests.client import Api
from tests.exports.steps import asked, table, taken, work
from tests.world import World

HOSTILE = (
    "=HYPERLINK(\"http://example.com\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠x",
    "'=quoted", "''=twice", "+8613800000000",
)  # fmt: skip


def test_t20_hostile_names_go_out_as_text_and_come_back(
    as_role: Callable[..., Api], db: Database, world: World, anonymous: Api
) -> None:
    manager = as_role("SM")
    for name in HOSTILE:
        manager.act("customers", {"name": name, "kind": "company", "confirmed_new": True})
    made, book = asked(manager, "/customers"), asked(manager, "/customers", "xlsx")
    system: System = anonymous.app.state.sibu  # type: ignore[attr-defined]
    assert work(db, system) == [True, True]
    content = taken(manager, made["id"]).content
    cells = [cell for row in table(content) for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n＝＋－＠")]
    assert {row[0] for row in sheets.read(content)} >= set(HOSTILE)
    bytes_ = taken(manager, book["id"]).content
    assert {row[0] for row in sheets.read(bytes_)} >= set(HOSTILE)
    with zipfile.ZipFile(BytesIO(bytes_)) as archive:
        assert all(b"<f" not in archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets"))
