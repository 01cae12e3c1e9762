"""Lists of the demo that went out as files, and a file that came in: one of each that somebody has to do something about.

The file is judged by the worker, as any other; nothing of it is written before its asker confirms.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from api.access.actor import SYSTEM
from api.demo.player import Player
from api.events import log
from api.exports import facts, queries, schemas, service
from api.exports.workflow import WORKFLOW
from api.imports.runs import schemas as incoming
from api.imports.runs import service as imports
from api.kit import clock
from api.kit.db import Database

HOME = "BJ01"
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
MAPPING = """
[source]
name = "old-ledger"
label = "旧台账：水厂客户"
files = []

[record]
resource = "/customers"
key = { column = "编号" }

[record.fields]
kind = { column = "类别", map = { "单位" = "company", "个人" = "person" } }
name = { column = "名称" }
note = { column = "备注", optional = true }
"""
ROWS = """编号,名称,类别,备注
K-0117,北京市延庆区香水园街道污水处理站,单位,旧表里是半年回访
K-0118,河北怀来县官厅水库管理处水质监测中心,单位,
K-0121,昌平区沙河镇再生水厂,单位,化验室在二期
K-0122,密云溪翁庄水质自动站,站房,
K-0125,房山区良乡高教园区供水公司,单位,对账找财务室
"""


def fill(db: Database) -> None:
    """A list that has expired, one that waits for approval, one that nobody wanted after all, and the file."""
    player, now = Player(db), clock.now()
    manager, finance, parts = player.one("SM", HOME), player.one("FI", "ZB"), player.one("PC", HOME)
    gone = player.act(manager, now - 9 * DAY, service.ask, schemas.ExportCreate(
        path="/customers", query={"q": "水"}, form="xlsx", reason="寄新年台历：水务客户名单",
    ))  # fmt: skip
    _written(player, gone["id"], gone["total"] or 0)
    dropped = player.act(parts, now - 4 * DAY, service.ask, schemas.ExportCreate(
        path="/stock", query={"level": "low"}, form="csv", reason="核对安全库存",
    ))  # fmt: skip
    player.act(parts, now - 4 * DAY + 2 * MINUTE, service.cancel, dropped["id"], schemas.Cancel())
    player.act(finance, now - 3 * HOUR, service.ask, schemas.ExportCreate(
        path="/quotes", query={}, form="xlsx", reason="季度对账：已同意的报价和实收核对",
    ))  # fmt: skip
    begun = player.act(manager, now - 40 * MINUTE, imports.begin, incoming.ImportCreate(mapping_text=MAPPING))
    player.act(
        manager, now - 39 * MINUTE, imports.take_file, begun["id"], "旧台账-水厂客户.csv", ROWS.encode("gb18030")
    )


def _written(player: Player, id: str, rows: int) -> None:
    """As the job and, a day later, the worker would have told it; the file itself has long been removed."""
    with player.unit(SYSTEM, clock.now() - 9 * DAY + MINUTE) as unit:
        row = queries.for_work(unit, id, lock=True)
        assert row
        service.started(unit, row, "0" * 64)
    with player.unit(SYSTEM, clock.now() - 9 * DAY + 2 * MINUTE) as unit:
        row = queries.for_work(unit, id, lock=True)
        assert row
        ends = unit.now + DAY
        size = 9_000 + 310 * rows
        done: dict[str, Any] = {"written": rows, "size": size, "finished_at": unit.now, "expires_at": ends}
        log.append(
            unit, row, facts.ExportWritten(path=row.path, rows=rows, size=size),
            **done, **WORKFLOW.fire(unit, "finish", row),
        )  # fmt: skip
    with player.unit(SYSTEM, clock.now() - 8 * DAY) as unit:
        row = queries.for_work(unit, id, lock=True)
        assert row
        log.append(unit, row, facts.ExportExpired(), digest=None, **WORKFLOW.fire(unit, "expire", row))
