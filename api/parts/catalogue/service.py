"""Verbs on the catalogue of parts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete

from api.events import log
from api.kit.ids import new_id
from api.kit.pinyin import name_key
from api.kit.problems import Duplicate, Invalid
from api.kit.unit import Unit
from api.kit.words import Words
from api.parts.catalogue import facts, queries, schemas
from api.parts.catalogue.model import Part, PartProduct, PartSubstitute

_instead = PartSubstitute.__table__  # type: ignore[attr-defined]
_fits = PartProduct.__table__  # type: ignore[attr-defined]
_EMPTY = {"high_at", "note"}


def add(unit: Unit, command: schemas.PartCreate) -> dict[str, Any]:
    """Put a part into the catalogue.

    :raises Duplicate: the number is there.
    :raises Invalid: a substitute or a model is not.
    """
    if queries.number_taken(unit, command.number):
        raise Duplicate(Words("这个件号已经有了", "This part number is there already"), number=command.number)
    row = unit.insert(
        Part, id=command.id, number=command.number, name=command.name, name_key=name_key(command.name)[:240],
        family=command.family, unit=command.unit, serial_tracked=command.serial_tracked, low_at=command.low_at,
        scarce_at=command.scarce_at, high_at=command.high_at, note=command.note, active=True,
    )  # fmt: skip
    _relate(unit, row.id, command.substitute_ids, command.product_ids)
    log.append(unit, row, facts.PartAdded(number=row.number, name=row.name, serial_tracked=row.serial_tracked))
    return queries.read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.PartChange) -> dict[str, Any]:
    """Change what was sent; whether a part is tracked by serial number stays as it was.

    :raises Invalid: limits that contradict one another, a substitute or a model that is not there.
    """
    row = queries.one(unit, id)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    if not sent:
        return queries.read(unit, id)
    for name, value in sent.items():
        if value is None and name not in _EMPTY:
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    scarce, low = sent.get("scarce_at", row.scarce_at), sent.get("low_at", row.low_at)
    if schemas.crossed(scarce, low, sent.get("high_at", row.high_at)):
        raise Invalid.field("/body/low_at", schemas.CROSSED.code, schemas.CROSSED.words)
    _relate(unit, id, sent.pop("substitute_ids", None), sent.pop("product_ids", None))
    if "name" in sent:
        sent["name_key"] = name_key(sent["name"])[:240]
    fact = facts.PartChanged(fields=sorted(command.model_fields_set), low_at=low, scarce_at=scarce)
    log.append(unit, row, fact, **sent)
    return queries.read(unit, id)


def _relate(unit: Unit, part_id: str, substitutes: list[str] | None, products: list[str] | None) -> None:
    if substitutes is not None:
        wanted = list(dict.fromkeys(substitutes))
        there = queries.known(unit, wanted)
        for index, id in enumerate(wanted):
            if id not in there or id == part_id:
                words = Words(
                    "不能替代：没有这个件，或就是它自己", "Cannot stand in: there is no such part, or it is itself"
                )
                raise Invalid.field(f"/body/substitute_ids/{index}", "unknown", words)
        unit.conn.execute(delete(_instead).where(_instead.c.part_id == part_id))
        unit.insert_many(PartSubstitute, [{"id": new_id(), "part_id": part_id, "substitute_id": id} for id in wanted])
    if products is not None:
        models = list(dict.fromkeys(products))
        known = queries.products_known(unit, models)
        for index, id in enumerate(models):
            if id not in known:
                raise Invalid.field(
                    f"/body/product_ids/{index}", "unknown", Words("没有这个型号", "There is no such model")
                )
        unit.conn.execute(delete(_fits).where(_fits.c.part_id == part_id))
        unit.insert_many(PartProduct, [{"id": new_id(), "part_id": part_id, "product_id": id} for id in models])
