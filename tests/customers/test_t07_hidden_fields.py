"""T7: a field that somebody sees masked is no filter, no sort, no way across to another thing, and no oracle.

Generated from the OpenAPI document for the roles whose cell shows customers masked: names of hidden columns, alone and through
relations, in every list; then guesses at a number, right ones among them, in every search.

GLPI CVE-2019-14666, CVE-2023-41321; KoboToolbox 2.026.23a.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable

import pytest

from api.access.policy import RIGHTS, SHORT
from tests.client import Api
from tests.contract.positions import asked
from tests.contract.writes import HOMES
from tests.world import World

FULL = os.environ.get("SIBU_TEST_COUNTS") == "full"
MASKED = [
    short for short, role in SHORT.items()
    if "customers:view" in RIGHTS[role] and "customers:reveal" not in RIGHTS[role] and short != "IC"
]  # fmt: skip
HIDDEN = (
    "phone", "phones", "phone.value", "contact_phone", "from_number", "value", "reversed", "contacts.phones.value",
    "customer.phone", "contact.phone", "password_hash", "secret_hash", "created_by.password_hash",
)  # fmt: skip
ASKS = (
    "{}", "filter[{}]", "{}__startswith", "{}__regex", "where[{}][starts]", "{}_like",
)  # fmt: skip
ACROSS = ("sort", "order_by", "expand", "include", "fields", "group_by", "columns")
NUMBER = "13800004410"
GUESSES = 1000 if FULL else 24


def client(as_role: Callable[..., Api], short: str) -> Api:
    return as_role(short, HOMES.get(short, "A1"))


def lists(anonymous: Api) -> list[str]:
    """Paths of all lists, and of the search."""
    found = {one.path for one in asked(anonymous.app.openapi()) if one.name in ("limit", "q") and "{" not in one.path}  # type: ignore[attr-defined]
    return sorted(found)


def test_there_are_masked_roles() -> None:
    assert {"CA", "FI", "AU"} <= set(MASKED)


def test_t7_no_list_is_filtered_or_sorted_by_what_is_hidden(as_role: Callable[..., Api], anonymous: Api) -> None:
    """422, or 404 where the role sees no such list; `sort` and every other word for going across."""
    taken, number = [], 0
    for path in lists(anonymous):
        for hidden in HIDDEN:
            number += 1
            short = MASKED[number % len(MASKED)]
            tries = [{ASKS[number % len(ASKS)].format(hidden): "138"}, {ACROSS[number % len(ACROSS)]: hidden}]
            tries += [{"sort": hidden}, {"sort": f"-{hidden}"}] if number % 3 == 0 or FULL else []
            for sent in tries:
                needed = {"q": "x"} if path == "search" else {}
                if (status := client(as_role, short).get(path, params=needed | sent).status_code) not in (
                    403,
                    404,
                    422,
                ):
                    taken.append(f"{short} {path} {sent}: {status}")
    assert taken == []
    assert number > 800


def guesses() -> list[str]:
    """Parts of the number from its beginning, its end and its middle, whole ones, and wrong ones of the same looks."""
    right = [NUMBER[:n] for n in range(3, 12)] + [NUMBER[-n:] for n in range(4, 11)]
    right += [
        f"+86{NUMBER}",
        f"0086{NUMBER}",
        f"{NUMBER[:3]}%",
        f"%{NUMBER[-4:]}",
        f"{NUMBER[:3]} {NUMBER[3:7]} {NUMBER[7:]}",
    ]
    dice = random.Random(4417)
    wrong = [f"138{dice.randrange(10**8):08d}"[: dice.randrange(4, 12)] for _ in range(GUESSES)]
    return right + wrong[: max(0, GUESSES - len(right))]


@pytest.mark.parametrize("short", MASKED if FULL else ["CA", "FI"])
def test_t7_no_search_tells_a_right_guess_from_a_wrong_one(
    short: str, as_role: Callable[..., Api], anonymous: Api, world: World
) -> None:
    """A masked role finds nobody by any part of a number, however often it guesses; who may reveal finds him at once."""
    assert as_role("CO").read("customers", q=NUMBER)["items"]
    api = client(as_role, short)
    holding = (
        "assets",
        "calls",
        "customers",
        "quotes",
        "service-requests",
        "work-orders",
        "receivables",
        "settlement-bills",
    )
    for guess in guesses():
        for path in holding:
            answer = api.get(path, params={"q": guess})
            assert answer.status_code in (403, 404, 422) or answer.json()["items"] == [], f"{path}?q={guess}"
        found = api.get("search", params={"q": guess})
        assert found.json()["groups"] == [], guess
        told = api.get("callers", params={"phone": guess})
        assert told.status_code in (403, 404, 422), guess
