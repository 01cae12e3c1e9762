"""Verbs on the catalogue."""

from __future__ import annotations

from typing import Any

from api.customers.products import facts, queries, schemas
from api.customers.products.model import Product
from api.events import log
from api.kit.pinyin import name_key
from api.kit.problems import Duplicate, Invalid
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.settings import limits


def add(unit: Unit, command: schemas.ProductCreate) -> dict[str, Any]:
    """Add a model; periods left out are the network's defaults, the on-site one never beyond the warranty (D2).

    :raises Duplicate: the model is there.
    """
    if queries.model_taken(unit, command.model):
        raise Duplicate(Words("这个型号已经有了", "This model is there already"), model=command.model)
    _check_skill(unit, command.skill_id)
    warranty = command.warranty_months
    if warranty is None:
        warranty = max(limits.get(unit, "entitlement.default_warranty_months"), command.on_site_months or 0)
    on_site = command.on_site_months
    if on_site is None:
        on_site = min(limits.get(unit, "entitlement.default_on_site_months"), warranty)
    row = unit.insert(
        Product,
        id=command.id,
        model=command.model,
        name=command.name,
        name_key=name_key(command.name),
        family=command.family,
        warranty_months=warranty,
        on_site_months=on_site,
        skill_id=command.skill_id,
        serial_prefix=command.serial_prefix,
        active=True,
    )
    log.append(unit, row, facts.ProductAdded(model=row.model, warranty_months=warranty, on_site_months=on_site))
    return queries.read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.ProductChange) -> dict[str, Any]:
    """Change a model; devices on file keep the periods they were sold with (D2).

    :raises Invalid: the on-site period would outlast the warranty.
    """
    row = queries.one(unit, id)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    if not sent:
        return queries.read(unit, id)
    for name in sent.keys() - {"skill_id", "serial_prefix"}:
        if sent[name] is None:
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    _check_skill(unit, sent.get("skill_id"))
    warranty = sent.get("warranty_months", row.warranty_months)
    on_site = sent.get("on_site_months", row.on_site_months)
    if wrong := schemas.too_long(on_site, warranty):
        raise Invalid.field("/body/on_site_months", wrong.code, wrong.words)
    if "name" in sent:
        sent["name_key"] = name_key(sent["name"])
    fact = facts.ProductChanged(
        fields=sorted(command.model_fields_set), warranty_months=warranty, on_site_months=on_site
    )
    log.append(unit, row, fact, **sent)
    return queries.read(unit, id)


def _check_skill(unit: Unit, skill_id: str | None) -> None:
    if skill_id and not queries.skill_known(unit, skill_id):
        raise Invalid.field("/body/skill_id", "unknown", Words("没有这项技能", "There is no such skill"))
