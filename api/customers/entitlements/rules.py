"""What a customer is entitled to (R4, R47, D1–D5): a pure function from facts to an answer with its reasons.

The order of the questions is the handbook's: is the fault one that no warranty covers (D3)? Is it a repair of ours that
did not hold (D5, D6)? Is the device inside its warranty, and inside its on-site period (R4, D4)? Does an agreement cover
it (D2)? Otherwise it is paid service (R6).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from api.customers.entitlements import texts
from api.customers.entitlements.terms import Basis
from api.kit.words import Words

Verdict = Literal["free", "paid", "unknown"]
Mode = Literal["on_site", "carry_in"]
Code = Literal[
    "in_warranty_on_site", "in_warranty_carry_in", "call_out_charged", "contract", "contract_part", "repair_warranty",
    "out_of_warranty", "excluded", "unknown_serial", "no_proof", "paid_service",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Agreement:
    """A service agreement that covers the device; both days included."""

    id: str
    number: str
    starts_on: date
    ends_on: date
    on_site: bool
    labour: bool
    parts: bool

    def covers(self) -> Words:
        """What it covers, in words."""
        named = [texts.COVERS[name] for name in ("on_site", "labour", "parts") if getattr(self, name)]
        return texts.listing(named or [texts.COVERS["nothing"]])


@dataclass(frozen=True, slots=True)
class Repair:
    """A finished repair of the device; the same fault is free up to and including `ends_on` (D5)."""

    work_order_id: str
    number: str
    done_on: date
    ends_on: date
    mode: Mode = "on_site"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is on file of a device."""

    starts_on: date | None
    basis: Basis
    warranty_ends_on: date | None
    on_site_ends_on: date | None
    factory_date: date | None = None
    factory_ends_on: date | None = None
    """The warranty's last day by the factory-date rule alone, for a device whose proof is not accepted (D3)."""
    contracts: tuple[Agreement, ...] = ()
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: for which day, with which reason against it, which way, and whether it is an old fault."""

    on: date
    exclusion: str | None = None
    mode: Mode | None = None
    same_fault_as: str | None = None
    """Id or number of the work order after which the same fault is back."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule with the days between which it holds."""

    rule: str
    text: Words
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The entitlement."""

    verdict: Verdict
    mode: Mode | None
    code: Code
    explanation: Words
    reasons: tuple[Reason, ...]
    contract: Agreement | None = None
    repaired: Repair | None = None
    headline: Words = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "headline", texts.HEADLINES[self.code])


def unknown_serial() -> Answer:
    """Nothing is on file (D1: the serial decides the model and the factory date)."""
    reasons = (Reason("D1", texts.UNKNOWN),)
    return Answer("unknown", None, "unknown_serial", texts.EXPLANATIONS["unknown_serial"], reasons)


def decide(facts: Facts, question: Question) -> Answer:
    """The entitlement on the day asked for."""
    on = question.on
    contract = _contract(facts, on)
    repair = _repair(facts, question)
    reasons = _on_file(facts, contract, repair)
    known: dict[str, Any] = {"contract": contract, "repaired": repair}
    said = texts.EXPLANATIONS
    if question.exclusion and not _proved_by_factory_date(facts, question):
        reason = texts.EXCLUSIONS[question.exclusion]
        reasons = (Reason("D3", texts.EXCLUDED.format(reason=reason)), *reasons)
        text = said["excluded"].format(reason=reason)
        return Answer("paid", question.mode, "excluded", text, reasons, **known)
    if repair and question.same_fault_as in (repair.work_order_id, repair.number):
        text = said["repair_warranty"].format(done=texts.day(repair.done_on), end=texts.day(repair.ends_on))
        return Answer("free", question.mode or repair.mode, "repair_warranty", text, reasons, **known)
    if facts.warranty_ends_on and on <= facts.warranty_ends_on:
        return _in_warranty(facts, question, contract, repair, reasons)
    if contract:
        return _by_contract(question, contract, repair, reasons)
    if facts.basis == "none":
        return Answer("unknown", question.mode, "no_proof", said["no_proof"], reasons, **known)
    text = said["never_covered"]
    if facts.warranty_ends_on:
        text = said["out_of_warranty"].format(warranty=texts.day(facts.warranty_ends_on))
    return Answer("paid", question.mode, "out_of_warranty", text, (*reasons, PAID), **known)


PAID = Reason("R6", Words("保修期外的维修是有偿服务", "Repair outside the warranty is paid service"))


def _in_warranty(
    facts: Facts, question: Question, contract: Agreement | None, repair: Repair | None, reasons: tuple[Reason, ...]
) -> Answer:
    assert facts.warranty_ends_on
    known: dict[str, Any] = {"contract": contract, "repaired": repair}
    warranty = texts.day(facts.warranty_ends_on)
    on_site = facts.on_site_ends_on is not None and question.on <= facts.on_site_ends_on
    if on_site and question.mode != "carry_in":
        assert facts.on_site_ends_on
        text = texts.EXPLANATIONS["in_warranty_on_site"].format(
            warranty=warranty, on_site=texts.day(facts.on_site_ends_on)
        )
        return Answer("free", "on_site", "in_warranty_on_site", text, reasons, **known)
    if contract and contract.on_site and question.mode != "carry_in":
        text = _contract_text(contract, "contract")  # D2: longer than the warranty's own only by an agreement
        return Answer("free", "on_site", "contract", text, reasons, **known)
    if not on_site:
        reasons = (*reasons, Reason("D4", texts.PAST_ON_SITE))
    if question.mode == "on_site":
        return Answer("paid", "on_site", "call_out_charged", texts.EXPLANATIONS["call_out_charged"], reasons, **known)
    text = texts.EXPLANATIONS["in_warranty_carry_in"].format(warranty=warranty)
    return Answer("free", "carry_in", "in_warranty_carry_in", text, reasons, **known)


def _by_contract(question: Question, contract: Agreement, repair: Repair | None, reasons: tuple[Reason, ...]) -> Answer:
    known: dict[str, Any] = {"contract": contract, "repaired": repair}
    if not (contract.labour and contract.parts):
        mode = question.mode or ("on_site" if contract.on_site else None)
        return Answer(
            "paid", mode, "contract_part", _contract_text(contract, "contract_part"), (*reasons, PAID), **known
        )
    if contract.on_site or question.mode != "on_site":
        mode = question.mode or ("on_site" if contract.on_site else "carry_in")
        return Answer("free", mode, "contract", _contract_text(contract, "contract"), reasons, **known)
    reasons = (*reasons, Reason("D4", texts.PAST_ON_SITE))
    return Answer("paid", "on_site", "call_out_charged", texts.EXPLANATIONS["call_out_charged"], reasons, **known)


def _contract_text(contract: Agreement, name: str) -> Words:
    return texts.EXPLANATIONS[name].format(
        number=contract.number, end=texts.day(contract.ends_on), covers=contract.covers()
    )


def _proved_by_factory_date(facts: Facts, question: Question) -> bool:
    """D3 excludes a missing proof only beyond the factory-date rule."""
    return (
        question.exclusion == "no_proof" and facts.factory_ends_on is not None and question.on <= facts.factory_ends_on
    )


def _contract(facts: Facts, on: date) -> Agreement | None:
    """The agreement in force that covers most, then the one that lasts longest."""
    valid = [agreement for agreement in facts.contracts if agreement.starts_on <= on <= agreement.ends_on]
    return max(valid, key=lambda a: (a.on_site + a.labour + a.parts, a.ends_on, a.number), default=None)


def _repair(facts: Facts, question: Question) -> Repair | None:
    """The repair asked about if it still holds, else the latest that does, so that nobody forgets to ask (D6)."""
    valid = [repair for repair in facts.repairs if repair.done_on <= question.on <= repair.ends_on]
    named = [repair for repair in valid if question.same_fault_as in (repair.work_order_id, repair.number)]
    return max(named or valid, key=lambda repair: (repair.done_on, repair.number), default=None)


def _on_file(facts: Facts, contract: Agreement | None, repair: Repair | None) -> tuple[Reason, ...]:
    """What is known of the device, each with its rule and days."""
    found: list[Reason] = []
    if repair:
        text = texts.REPAIRED.format(
            done=texts.day(repair.done_on), number=repair.number, end=texts.day(repair.ends_on)
        )
        found.append(Reason("D5", text, repair.done_on, repair.ends_on))
    if facts.starts_on is None:
        found.append(Reason("D1", texts.NO_DATES))
    elif facts.warranty_ends_on is None:
        found.append(Reason("D2", texts.NO_WARRANTY))
    else:
        text = texts.WARRANTY.format(
            start=texts.day(facts.starts_on), basis=texts.BASES[facts.basis], end=texts.day(facts.warranty_ends_on)
        )
        found.append(Reason("D1", text, facts.starts_on, facts.warranty_ends_on))
        if facts.on_site_ends_on:
            on_site = texts.ON_SITE.format(end=texts.day(facts.on_site_ends_on))
            found.append(Reason("R4", on_site, facts.starts_on, facts.on_site_ends_on))
        else:
            found.append(Reason("R4", texts.NO_ON_SITE))
    if contract:
        text = texts.CONTRACT.format(number=contract.number, end=texts.day(contract.ends_on), covers=contract.covers())
        found.append(Reason("D2", text, contract.starts_on, contract.ends_on))
    return tuple(found)
