"""`/reports`: what a month was like."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.kit.edge import Resource
from api.kit.unit import Unit
from api.paper.reports import schemas, service

resource = Resource("/reports")
router = resource.router


@resource.get("/work-by-month", permission=P.REPORTS_VIEW, answer=schemas.WorkByMonth)
def read_work_by_month(unit: Unit, query: schemas.WorkByMonthQuery) -> dict[str, Any]:
    """Orders opened in a month, counted by engineer and by the state in which they stand now (R406)."""
    return service.work_by_month(unit, query)
