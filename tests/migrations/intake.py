"""Rows of knowledge for the test that goes up, down and up again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select

from api import models
from api.kit.db import Database
from api.kit.ids import new_id
from tests.world import BORN, World

_BORN = {"version": 1, "created_at": BORN}


def known(db: Database, world: World) -> None:
    """An article about one product, published once and used in a call."""
    article_id, version_id = new_id(), new_id()
    rooms = models.knowledge_articles
    content: dict[str, Any] = {
        "title": "采样流量低",
        "symptom": "流量低",
        "remedy": "换滤芯",
        "product_ids": [],
        "tree": None,
    }
    article: dict[str, Any] = _BORN | {
        "id": article_id, "number": "KA-A1-20260105-0001", "status": "published", "title": "采样流量低", "used": 1,
        "helped": 0, "solved_remotely": True, "guided": False, "draft": content, "published_no": 1,
        "published_id": version_id, "published_at": BORN,
    }  # fmt: skip
    version = {
        "id": version_id, "article_id": article_id, "no": 1, "title": "采样流量低", "content": content, "published_at": BORN,
    }  # fmt: skip
    with db.write() as conn:
        call_id = conn.execute(select(models.calls.Call.__table__.c.id).limit(1)).scalar_one()
        about = {"id": new_id(), "article_id": article_id, "product_id": next(iter(world.products.values()))}
        used = {
            "id": new_id(), "created_at": BORN, "article_id": article_id, "version_id": version_id, "call_id": call_id,
        }  # fmt: skip
        case = conn.execute(select(models.service_requests.ServiceRequest.__table__).limit(1)).mappings().one()
        phrase = _BORN | {
            "id": new_id(), "kind": "polite", "moment": "answer", "words_zh": "您好", "words_en": "Hello", "position": 1,
            "active": True,
        }  # fmt: skip
        record = _BORN | {
            "id": new_id(), "number": "CS-A1-20260105-0001", "station_id": case["station_id"], "case_id": case["id"],
            "customer_id": case["customer_id"], "contact_id": world.contacts["A1"], "status": "promised", "open": True,
            "urgency": "normal", "question": "怎么校准", "due_at": BORN,
        }  # fmt: skip
        for model, row in (
            (models.phrases.Phrase, phrase), (models.consultations.Consultation, record),
            (rooms.KnowledgeArticle, article), (rooms.KnowledgeVersion, version), (rooms.KnowledgeProduct, about),
            (rooms.KnowledgeUse, used),
        ):  # fmt: skip
            conn.execute(insert(model.__table__), row)
