"""Every branch of the decision, on the day before, the last day and the day after, with its reason (R4, R47, D1–D5)."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import get_args

import pytest

from api.customers.entitlements import rules, schemas, terms, texts
from api.customers.entitlements.rules import Agreement, Facts, Question, Repair

START = date(2026, 6, 1)
WARRANTY = date(2027, 5, 31)
ON_SITE = date(2026, 11, 30)
DAY = timedelta(days=1)
FULL = Agreement("c", "SC-1", date(2027, 7, 1), date(2028, 6, 30), on_site=True, labour=True, parts=True)
VISITS = Agreement("v", "SC-2", date(2026, 12, 1), date(2027, 3, 31), on_site=True, labour=False, parts=False)
BENCH = Agreement("b", "SC-3", date(2027, 7, 1), date(2028, 6, 30), on_site=False, labour=True, parts=True)
VISITS_LONG = Agreement("p", "SC-4", START, date(2029, 1, 1), on_site=True, labour=False, parts=False)
LABOUR = Agreement("p", "SC-5", START, date(2029, 1, 1), on_site=False, labour=True, parts=False)
REPAIR = Repair("w", "WO-1", date(2026, 10, 1), date(2026, 10, 31))


def device(**more: object) -> Facts:
    known = {"starts_on": START, "basis": "accepted", "warranty_ends_on": WARRANTY, "on_site_ends_on": ON_SITE}
    return Facts(**known | more)  # type: ignore[arg-type]


REPAIRED = device(warranty_ends_on=START, on_site_ends_on=START, repairs=(REPAIR,))
NOTHING = Facts(None, "none", None, None)
FACTORY = device(basis="factory_plus_90", factory_date=date(2026, 3, 3), factory_ends_on=WARRANTY)


@dataclass
class Case:
    why: str
    facts: Facts
    on: date
    expected: tuple[str, str | None, str]
    rules: tuple[str, ...]
    ask: dict[str, str] = field(default_factory=dict)


FREE_VISIT = ("free", "on_site", "in_warranty_on_site")
FREE_CARRY = ("free", "carry_in", "in_warranty_carry_in")
CALL_OUT = ("paid", "on_site", "call_out_charged")
PAID = ("paid", None, "out_of_warranty")
BY_CONTRACT = ("free", "on_site", "contract")
AGAIN = ("free", "on_site", "repair_warranty")
CASES = [
    Case("before it starts", device(), START - DAY, FREE_VISIT, ("D1", "R4")),
    Case("first day", device(), START, FREE_VISIT, ("D1", "R4")),
    Case("day before the on-site period ends", device(), ON_SITE - DAY, FREE_VISIT, ("D1", "R4")),
    Case("last day of the on-site period", device(), ON_SITE, FREE_VISIT, ("D1", "R4")),
    Case("day after the on-site period", device(), ON_SITE + DAY, FREE_CARRY, ("D1", "R4", "D4")),
    Case("a visit is asked on its last day", device(), ON_SITE, FREE_VISIT, ("D1", "R4"), {"mode": "on_site"}),
    Case("a visit is asked the day after", device(), ON_SITE + DAY, CALL_OUT, ("D1", "R4", "D4"), {"mode": "on_site"}),
    Case("he would rather bring it", device(), START, FREE_CARRY, ("D1", "R4"), {"mode": "carry_in"}),
    Case("day before the warranty ends", device(), WARRANTY - DAY, FREE_CARRY, ("D1", "R4", "D4")),
    Case("last day of the warranty", device(), WARRANTY, FREE_CARRY, ("D1", "R4", "D4")),
    Case("a visit on the last day", device(), WARRANTY, CALL_OUT, ("D1", "R4", "D4"), {"mode": "on_site"}),
    Case("day after the warranty", device(), WARRANTY + DAY, PAID, ("D1", "R4", "R6")),
    Case(
        "a visit the day after",
        device(),
        WARRANTY + DAY,
        ("paid", "on_site", "out_of_warranty"),
        ("D1", "R4", "R6"),
        {"mode": "on_site"},
    ),
    Case("no on-site period at all", device(on_site_ends_on=None), START, FREE_CARRY, ("D1", "R4", "D4")),
    Case("no warranty at all", device(warranty_ends_on=None, on_site_ends_on=None), START, PAID, ("D2", "R6")),
    Case("factory date and 90 days", FACTORY, WARRANTY, FREE_CARRY, ("D1", "R4", "D4")),
    Case("factory date, a day late", FACTORY, WARRANTY + DAY, PAID, ("D1", "R4", "R6")),
    Case("no dates", NOTHING, START, ("unknown", None, "no_proof"), ("D1",)),
    Case(
        "no dates, he wants a visit", NOTHING, START, ("unknown", "on_site", "no_proof"), ("D1",), {"mode": "on_site"}
    ),
    # D2: an agreement lengthens the on-site period
    Case("agreement on visits, day before", device(contracts=(VISITS,)), ON_SITE, FREE_VISIT, ("D1", "R4")),
    Case(
        "agreement on visits, first day", device(contracts=(VISITS,)), VISITS.starts_on, BY_CONTRACT, ("D1", "R4", "D2")
    ),
    Case("agreement on visits, last day", device(contracts=(VISITS,)), VISITS.ends_on, BY_CONTRACT, ("D1", "R4", "D2")),
    Case(
        "agreement on visits, day after",
        device(contracts=(VISITS,)),
        VISITS.ends_on + DAY,
        FREE_CARRY,
        ("D1", "R4", "D4"),
    ),
    Case(
        "agreement on visits, he brings it",
        device(contracts=(VISITS,)),
        VISITS.ends_on,
        FREE_CARRY,
        ("D1", "R4", "D2", "D4"),
        {"mode": "carry_in"},
    ),
    # after the warranty only an agreement makes it free
    Case(
        "full agreement, day before it starts",
        device(contracts=(FULL,)),
        FULL.starts_on - DAY,
        PAID,
        ("D1", "R4", "R6"),
    ),
    Case("full agreement, first day", device(contracts=(FULL,)), FULL.starts_on, BY_CONTRACT, ("D1", "R4", "D2")),
    Case("full agreement, last day", device(contracts=(FULL,)), FULL.ends_on, BY_CONTRACT, ("D1", "R4", "D2")),
    Case("full agreement, day after", device(contracts=(FULL,)), FULL.ends_on + DAY, PAID, ("D1", "R4", "R6")),
    Case(
        "full agreement, he brings it",
        device(contracts=(FULL,)),
        FULL.ends_on,
        ("free", "carry_in", "contract"),
        ("D1", "R4", "D2"),
        {"mode": "carry_in"},
    ),
    Case(
        "agreement without visits",
        device(contracts=(BENCH,)),
        BENCH.starts_on,
        ("free", "carry_in", "contract"),
        ("D1", "R4", "D2"),
    ),
    Case(
        "agreement without visits, a visit is asked",
        device(contracts=(BENCH,)),
        BENCH.starts_on,
        CALL_OUT,
        ("D1", "R4", "D2", "D4"),
        {"mode": "on_site"},
    ),
    Case(
        "agreement on visits only, past the warranty",
        device(contracts=(VISITS_LONG,)),
        WARRANTY + DAY,
        ("paid", "on_site", "contract_part"),
        ("D1", "R4", "D2", "R6"),
    ),
    Case(
        "agreement on labour only, past the warranty",
        device(contracts=(LABOUR,)),
        WARRANTY + DAY,
        ("paid", None, "contract_part"),
        ("D1", "R4", "D2", "R6"),
    ),
    Case(
        "agreement on a device without dates",
        Facts(None, "none", None, None, contracts=(FULL,)),
        FULL.starts_on,
        BY_CONTRACT,
        ("D1", "D2"),
    ),
    Case(
        "the fuller of two agreements",
        device(contracts=(BENCH, FULL)),
        FULL.starts_on,
        BY_CONTRACT,
        ("D1", "R4", "D2"),
        {"mode": "on_site"},
    ),
    # D5, D6: a repair that did not hold
    Case(
        "same fault, day of hand-back", REPAIRED, REPAIR.done_on, AGAIN, ("D5", "D1", "R4"), {"same_fault_as": "WO-1"}
    ),
    Case("same fault, last day", REPAIRED, REPAIR.ends_on, AGAIN, ("D5", "D1", "R4"), {"same_fault_as": "w"}),
    Case("same fault, day after", REPAIRED, REPAIR.ends_on + DAY, PAID, ("D1", "R4", "R6"), {"same_fault_as": "WO-1"}),
    Case(
        "same fault, before the repair",
        REPAIRED,
        REPAIR.done_on - DAY,
        PAID,
        ("D1", "R4", "R6"),
        {"same_fault_as": "WO-1"},
    ),
    Case("another fault within 30 days is only hinted at", REPAIRED, REPAIR.ends_on, PAID, ("D5", "D1", "R4", "R6")),
    Case("somebody else's order", REPAIRED, REPAIR.ends_on, PAID, ("D5", "D1", "R4", "R6"), {"same_fault_as": "WO-9"}),
    Case(
        "same fault inside the warranty is a returned repair all the same",
        device(repairs=(REPAIR,)),
        REPAIR.ends_on,
        AGAIN,
        ("D5", "D1", "R4"),
        {"same_fault_as": "WO-1"},
    ),
    # D3: what no warranty covers
    *[
        Case(
            f"excluded: {reason}",
            device(repairs=(REPAIR,), contracts=(VISITS,)),
            REPAIR.ends_on,
            ("paid", None, "excluded"),
            ("D3", "D5", "D1", "R4"),
            {"exclusion": reason, "same_fault_as": "WO-1"},
        )
        for reason in get_args(schemas.Exclusion)
    ],
    Case(
        "no proof, but the factory date covers it",
        FACTORY,
        WARRANTY,
        FREE_CARRY,
        ("D1", "R4", "D4"),
        {"exclusion": "no_proof"},
    ),
    Case(
        "no proof, and the factory date a day too old",
        FACTORY,
        WARRANTY + DAY,
        ("paid", None, "excluded"),
        ("D3", "D1", "R4"),
        {"exclusion": "no_proof"},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_r47_what_is_free_and_which_way(case: Case) -> None:
    answer = rules.decide(case.facts, Question(on=case.on, **case.ask))  # type: ignore[arg-type]
    assert (answer.verdict, answer.mode, answer.code) == case.expected
    assert tuple(reason.rule for reason in answer.reasons) == case.rules
    for words in (answer.headline, answer.explanation, *(reason.text for reason in answer.reasons)):
        assert words.zh
        assert words.en
        assert "{" not in words.zh + words.en, "every date is filled in"
        assert words.zh != words.en


def test_reasons_name_the_dates() -> None:
    answer = rules.decide(device(repairs=(REPAIR,)), Question(on=REPAIR.ends_on))
    assert [(r.rule, r.starts_on, r.ends_on) for r in answer.reasons] == [
        ("D5", date(2026, 10, 1), date(2026, 10, 31)),
        ("D1", START, WARRANTY),
        ("R4", START, ON_SITE),
    ]
    assert "2027年5月31日" in answer.reasons[1].text.zh
    assert "31 May 2027" in answer.reasons[1].text.en
    assert answer.repaired == REPAIR


def test_an_unknown_serial_is_unknown() -> None:
    answer = rules.unknown_serial()
    assert (answer.verdict, answer.mode, answer.code) == ("unknown", None, "unknown_serial")


def test_all_codes_exclusions_and_bases_have_words() -> None:
    assert set(texts.HEADLINES) == set(get_args(rules.Code))
    assert set(texts.EXCLUSIONS) == set(get_args(schemas.Exclusion))
    assert set(texts.BASES) == set(get_args(terms.Basis)) - {"none"}
    reached = {rules.decide(c.facts, Question(on=c.on, **c.ask)).code for c in CASES}  # type: ignore[arg-type]
    assert reached == set(get_args(rules.Code)) - {"unknown_serial", "paid_service"}, "the table above shows every code"
