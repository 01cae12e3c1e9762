"""`GET /problems`: the catalogue of refusals, for people who integrate."""

from __future__ import annotations

from typing import Any

from api.kit.edge import PUBLIC, Resource
from api.kit.problems import Problem
from api.kit.text import Answer
from api.kit.unit import Unit

resource = Resource("/problems")
router = resource.router


class ProblemRead(Answer):
    """One kind of refusal; `slug` never changes."""

    slug: str
    title: str
    status: int


class ProblemCatalogue(Answer):
    items: list[ProblemRead]


@resource.get(permission=PUBLIC, answer=ProblemCatalogue)
def list_problems(unit: Unit) -> dict[str, Any]:
    """Every refusal that any endpoint can answer, by slug."""
    found = sorted(Problem.catalogue.values(), key=lambda problem: problem.slug)
    return {"items": [{"slug": p.slug, "title": unit.say(p.title), "status": p.status} for p in found]}
