"""The check itself: facts from the files, the answer from `rules`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic_core import to_jsonable_python

from api.customers.assets import queries as assets
from api.customers.contracts import queries as contracts
from api.customers.entitlements import repairs, rules, terms, texts
from api.customers.products import queries as products
from api.customers.sites import queries as sites
from api.kit.unit import Row, Unit
from api.kit.words import Words, speak
from api.network.settings import limits


def judged(
    unit: Unit,
    *,
    asset_id: str | None = None,
    serial: str | None = None,
    on: date | None = None,
    exclusion: str | None = None,
    mode: rules.Mode | None = None,
    same_fault_as: str | None = None,
    site_id: str | None = None,
) -> dict[str, Any]:
    """What the customer is entitled to (R47): as `EntitlementRead`, but in both languages, for `spoken` to say.

    :raises NotFound: the caller can see no such asset or site. A serial that he cannot see is an unknown one.
    """
    on = on or unit.today
    asset = assets.visible(unit, asset_id) if asset_id else assets.by_serial(unit, (serial or "").strip().upper())
    site = sites.visible(unit, site_id) if site_id else None
    if asset is None:
        return shown(None, on, None, rules.unknown_serial(), site)
    facts = facts_of(unit, asset, on)
    answer = rules.decide(facts, rules.Question(on=on, exclusion=exclusion, mode=mode, same_fault_as=same_fault_as))
    return shown(asset.id, on, facts, answer, site)


def check(unit: Unit, **asked: Any) -> dict[str, Any]:
    """The same in the caller's language."""
    return spoken(unit, judged(unit, **asked))


def as_paid_service(unit: Unit, found: dict[str, Any]) -> dict[str, Any]:
    """What `judged` found, where paid service was asked for: charged though the device is covered (R6, R153).

    So what stands on the case says what the case costs, and still what its device is entitled to and who judged.
    """
    if found["verdict"] != "free":
        return found
    said = {"device": texts.HEADLINES[found["code"]], "who": unit.actor.name}
    reason = {"rule": "R6", "text": texts.PAID_SERVICE, "from": None, "to": None}
    return found | {
        "verdict": "paid", "code": "paid_service", "reasons": [*found["reasons"], reason],
        "explanation": texts.EXPLANATIONS["paid_service"].format(**said),
    }  # fmt: skip


def agreed(unit: Unit, found: dict[str, Any], by: str | None, fen: int | None) -> dict[str, Any]:
    """What `spoken` says, with the sum that the customer has agreed to since, if he has."""
    if fen is None or found["verdict"] == "free":
        return found
    words = texts.AGREED.format(by=by or "", yuan=f"{fen / 100:,.2f}")
    space = "" if unit.locale.startswith("zh") else " "
    return found | {"explanation": f"{found['explanation']}{space}{speak(words, unit.locale)}"}


def kept(found: dict[str, Any]) -> dict[str, Any]:
    """What `judged` found, as a case keeps it: as it was on that day, in both languages."""
    return to_jsonable_python(found | _texts(found, lambda text: text._asdict()))


def spoken(unit: Unit, found: dict[str, Any]) -> dict[str, Any]:
    """What `judged` found or `kept` kept, in the reader's language, whoever judged."""
    return found | _texts(found, lambda text: speak(Words(**text) if isinstance(text, dict) else text, unit.locale))


def _texts(found: dict[str, Any], change: Callable[[Any], Any]) -> dict[str, Any]:
    reasons = [reason | {"text": change(reason["text"])} for reason in found["reasons"]]
    return {
        "headline": change(texts.HEADLINES[found["code"]]),
        "explanation": change(found["explanation"]),
        "reasons": reasons,
    }


def facts_of(unit: Unit, asset: Row, on: date) -> rules.Facts:
    """Everything on file that the rules ask for."""
    found = assets.facts_of(asset.__dict__, contracts.covering(unit, [asset.id], on).get(asset.id, []))
    product = products.known(unit, asset.product_id)
    assert product, "a foreign key holds it"
    by_factory = terms.of_asset(
        accepted_on=None,
        invoice_date=None,
        factory_date=asset.factory_date,
        warranty_months=product.warranty_months,
        on_site_months=product.on_site_months,
        factory_days=limits.get(unit, "entitlement.factory_days"),
    )
    return rules.Facts(
        starts_on=found.starts_on,
        basis=found.basis,
        warranty_ends_on=found.warranty_ends_on,
        on_site_ends_on=found.on_site_ends_on,
        factory_date=found.factory_date,
        factory_ends_on=by_factory.warranty_ends_on,
        contracts=found.contracts,
        repairs=tuple(_repair(unit, done, found.warranty_ends_on) for done in repairs.told(unit, asset.id)),
    )


def _repair(unit: Unit, done: repairs.Done, warranty_ends_on: date | None) -> rules.Repair:
    ends = terms.repair_ends(
        done.done_on,
        part_replaced=done.part_replaced,
        warranty_ends_on=warranty_ends_on,
        fault_days=limits.get(unit, "repair.same_fault_days"),
        part_days=limits.get(unit, "repair.part_days"),
    )
    return rules.Repair(done.work_order_id, done.number, done.done_on, ends, done.mode)


def shown(
    asset_id: str | None, on: date, facts: rules.Facts | None, answer: rules.Answer, site: Row | None
) -> dict[str, Any]:
    """The answer as the contract writes it, its texts in both languages."""
    reasons = list(answer.reasons)
    if site is not None and not site.in_area and answer.mode == "on_site":
        reasons.append(rules.Reason("D9", texts.OUTSIDE_AREA))
    contract, repaired = answer.contract, answer.repaired
    return {
        "asset_id": asset_id,
        "verdict": answer.verdict,
        "mode": answer.mode,
        "code": answer.code,
        "headline": answer.headline,
        "explanation": answer.explanation,
        "on": on,
        "warranty": {
            "starts_on": facts and facts.starts_on,
            "starts_basis": facts.basis if facts else "none",
            "ends_on": facts and facts.warranty_ends_on,
        },
        "on_site": {"ends_on": facts and facts.on_site_ends_on},
        "contract": contract and {"id": contract.id, "number": contract.number, "ends_on": contract.ends_on},
        "repaired": repaired
        and {"work_order_number": repaired.number, "done_on": repaired.done_on, "ends_on": repaired.ends_on},
        "reasons": [
            {"rule": reason.rule, "text": reason.text, "from": reason.starts_on, "to": reason.ends_on}
            for reason in reasons
        ],
    }
