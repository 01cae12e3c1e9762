"""Samples of papers; `samples.py` brings the order that is printed."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

from api import models
from api.kit.unit import Unit
from tests.world import World

_numbers = count(1)


def samples(sample: Any, order: Callable[[Unit, World, str, str | None], str]) -> dict[str, Any]:
    """By the first part of the path."""

    def document(unit: Unit, world: World, station: str, owner: str | None) -> str:
        """A printed order, since an order's rights are the ones that the policy gives on papers."""
        number = f"WO-P{next(_numbers):06d}"
        made = unit.insert(
            models.documents.Document, kind="repair_work_order", subject="work_order",
            subject_id=order(unit, world, station, owner), number=number, station_id=world.stations[station],
            copy="house", language="zh", nth=1, fingerprint="0" * 64, printed_by_id=owner,
        )  # fmt: skip
        head = {"name": "样本", "address": "北京市", "phone": "+861065551200", "centre": "样本"}
        told = {
            "fields": {"customer": "样本"}, "head": head, "number": number, "printed": "样本", "again": None,
            "signature_id": None, "contact_id": None, "phone": None, "fingerprint": "0" * 64,
        }  # fmt: skip
        unit.insert(models.documents.DocumentContent, document_id=made.id, salt=b"0" * 16, told=told)
        return made.id

    return {"documents": sample("documents", document, listed=False)}
