"""What follows from a case for the articles that were used in it."""

from __future__ import annotations

from api.events import log
from api.events.facts import Fact
from api.intake.knowledge_articles import queries, service
from api.intake.service_requests.facts import ServiceRequestAnswered
from api.kit.unit import Row, Unit


@log.react(ServiceRequestAnswered)
def it_helped(unit: Unit, case: Row, fact: Fact) -> None:
    """A matter that ended with its answer was solved by what the answer was taken from (R53, R66)."""
    for used in queries.undecided(unit, case.id):
        service.settle(unit, queries.any_one(unit, used["article_id"]), used["id"], None, True)
