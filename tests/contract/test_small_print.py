"""What Schemathesis (P23) found once: methods of a path, whole numbers, bounds of dates, answers that are no JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest

from tests.client import Api
from tests.intake.steps import take_in
from tests.world import World

METHODS = {"get", "head", "options", "post", "put", "patch", "delete"}
AsRole = Callable[..., Api]


def test_a_refused_method_is_told_all_that_are_served(anonymous: Api) -> None:
    """On every path of the API, as its document tells them."""
    paths = anonymous.read("openapi.json")["paths"]
    for path, served in paths.items():
        if not path.startswith("/api/v1/"):
            continue
        methods = ", ".join(sorted(method.upper() for method in served.keys() & METHODS))
        other = next(method for method in ("OPTIONS", "PUT") if method.lower() not in served)
        below = re.sub(r"{\w+}", str(uuid4()), path.removeprefix("/api/v1/"))
        answer = anonymous.request(other, below)
        assert (answer.status_code, answer.headers.get("allow")) == (405, methods), path


def test_a_word_in_the_place_of_an_id_is_no_id(as_role: AsRole) -> None:
    """`/shifts/{id}` would take it; it is a path of its own, which this method has no business with."""
    for method, path, methods in (("GET", "shifts/copy-week", "POST"), ("PATCH", "entries/asked", "GET")):
        answer = as_role("CO").request(method, path)
        assert (answer.status_code, answer.headers["allow"]) == (405, methods), answer.text
        assert answer.json()["type"] == "/problems/method-not-allowed"


def test_a_number_without_a_fraction_is_whole(as_role: AsRole, world: World) -> None:
    case = take_in(as_role("CO"), world)
    line = '{"kind": "other", "description": "x", "unit": "次", "unit_fen": %s}'
    for amount, status in (("100.0", 409), ("100.5", 422), ("1e300", 422), ("true", 422)):
        answer = as_role("CO").post(
            "quotes", content=f'{{"case_id": "{case["id"]}", "lines": [{line % amount}]}}',
            headers={"Content-Type": "application/json", "Idempotency-Key": amount},
        )  # fmt: skip
        assert answer.status_code == status, (amount, answer.text)


@pytest.mark.parametrize("time", ["1989-12-31T23:00:00Z", "2101-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00"])
def test_a_time_outside_the_years_is_refused_in_words(as_role: AsRole, time: str) -> None:
    found = as_role("CO").get("bookings", params={"from": time})
    assert found.status_code == 422
    assert found.json()["errors"][0]["code"] == "out_of_range"


def test_the_document_tells_what_kind_of_answer_comes(anonymous: Api) -> None:
    path = anonymous.read("openapi.json")["paths"]["/api/v1/work-orders/{id}/signature"]
    assert list(path["get"]["responses"]["200"]["content"]) == ["image/png"]


def test_days_before_all_days_are_refused(as_role: AsRole) -> None:
    for days in ("-4011872", "-1", "36501"):
        answer = as_role("SM").get("receivables", params={"older_than_days": days})
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/query/older_than_days")
    assert as_role("SM").get("receivables", params={"older_than_days": "36500"}).status_code == 200
