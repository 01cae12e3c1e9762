"""`/boards`: what hangs on the wall, and the queues side by side."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.unit import Unit
from api.paper.boards import schemas, service

resource = Resource("/boards")
router = resource.router


@resource.get("/wall", permission=P.BOARDS_VIEW, answer=schemas.WallBoard)
def read_wall_board(unit: Unit, query: schemas.WallQuery) -> dict[str, Any]:
    """Calls, open cases, missed promises, today's engineers and meters; names masked, no numbers (D43)."""
    return service.wall(unit, query)


@resource.get("/queues", permission=P.BOARDS_VIEW, answer=schemas.QueueTable)
def read_queue_table(unit: Unit, query: schemas.QueuesQuery) -> dict[str, Any]:
    """Open cases by station or person: overdue, due soon, unassigned, waiting for part or customer, reported up."""
    return service.table(unit, query)
