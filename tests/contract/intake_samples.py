"""Samples of knowledge, promised replies and phrases; `samples.py` brings what they share with calls and cases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlalchemy import select

from api import models
from api.intake.consultations.workflow import WORKFLOW as CONSULTATIONS
from api.intake.knowledge_articles.workflow import WORKFLOW as ARTICLES
from api.kit.unit import Unit
from tests.world import World

Make = Callable[[Unit, World, str, str | None], str]
_numbers = count(1)
CONTENT: dict[str, Any] = {"title": "样本", "symptom": "样本", "remedy": "样本"}
WHOLE: dict[str, Any] = CONTENT | {
    "product_ids": [], "fault_group": None, "cause": None, "parts": None, "solved_remotely": False, "tree": None,
}  # fmt: skip


def _article(unit: Unit, world: World, station: str, owner: str | None) -> str:
    """In use, with a draft that somebody else wrote."""
    made = unit.insert(
        models.knowledge_articles.KnowledgeArticle, number=f"KA-{next(_numbers):06d}", created_by_id=owner,
        status="published", draft=WHOLE, title="样本", solved_remotely=False, guided=False, used=0, helped=0,
        published_no=1,
    )  # fmt: skip
    version = _version_of(unit, made.id)
    table = models.knowledge_articles.KnowledgeArticle.__table__
    unit.conn.execute(table.update().where(table.c.id == made.id).values(published_id=version))
    return made.id


def _version_of(unit: Unit, article_id: str) -> str:
    return unit.insert(
        models.knowledge_articles.KnowledgeVersion, article_id=article_id, no=1, title="样本", content=WHOLE,
        published_at=unit.now,
    ).id  # fmt: skip


def samples(sample: Any, call: Make, case: Make) -> dict[str, Any]:
    """By the first part of the path."""

    def used(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
        return {"service_request_id": case(unit, world, station, None)}

    def version(unit: Unit, world: World, station: str, owner: str | None) -> str:
        table = models.knowledge_articles.KnowledgeVersion.__table__
        article = _article(unit, world, station, owner)
        return str(unit.value(select(table.c.id).where(table.c.article_id == article)))

    def consultation(unit: Unit, world: World, station: str, owner: str | None) -> str:
        table = models.service_requests.ServiceRequest.__table__
        case_id = case(unit, world, station, None)
        customer = unit.value(select(table.c.customer_id).where(table.c.id == case_id))
        return unit.insert(
            models.consultations.Consultation, number=f"CS-{next(_numbers):06d}", created_by_id=owner, owner_id=owner,
            station_id=world.stations[station], case_id=case_id, customer_id=customer, status="promised", open=True,
            contact_id=world.contacts[station], urgency="normal", question="样本", due_at=unit.now + timedelta(hours=1),
        ).id  # fmt: skip

    def expert(unit: Unit, world: World, station: str, id: str) -> dict[str, Any]:
        return {"employee_id": world.employees[f"FE@{station}"], "problem": "样本样本样本样本样本"}

    def phrase(unit: Unit, world: World, station: str, owner: str | None) -> str:
        return unit.insert(
            models.phrases.Phrase, station_id=world.stations[station], kind="polite", moment="answer", words_zh="样本",
            words_en="sample", position=1, active=True,
        ).id  # fmt: skip

    return {
        "consultations": sample(
            "consultations", consultation,
            {
                "reply": {"answer": "样本", "way": "call"}, "transfer": expert,
                "inform": {"answer": "样本", "expected_at": (datetime.now(UTC) + timedelta(days=2)).isoformat()},
            },
            CONSULTATIONS,
        ),
        "phrases": sample("phrases", phrase, {"PATCH": {"words_zh": "样本二"}}, ownable=False),
        "knowledge-versions": sample("knowledge-articles", version, shared=True, listed=False),
        "knowledge-articles": sample(
            "knowledge-articles", _article,
            {
                "PATCH": {"content": CONTENT}, "publish": {}, "withdraw": {"reason": "样本"}, "use": used,
                "helped": lambda *about: used(*about) | {"helped": True},
            },
            ARTICLES, shared=True,
        ),
    }  # fmt: skip
