"""Whatever is sent wrongly gets its problem answer in the caller's language and changes nothing (T25).

Generated from the OpenAPI document: every write, every field in it, every kind of wrong value of its type. A new route is
tried without a line here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from api.kit.db import Database
from tests.client import Api
from tests.contract.writes import Tried, faults, parts
from tests.customers.digest import digest
from tests.halves import mine
from tests.world import World

HAN = re.compile(r"[\u4e00-\u9fff]")
RAW = (
    b"", b"{", b"[]", b"null", b'"x"', b"7", b"\xff\xfe", b'{"x": NaN}', b'{"x": Infinity}', b'{"x": 1, "x": 1}',
    b"[" * 5000, b'{"x":' * 3000,
)  # fmt: skip
"""Bodies that are no object of ours at all."""
ODD_IDS = ("x", "0", str(2**63), "%00", "%ED%A0%80", "1%27%20OR%20%271%27=%271", "长" * 40)


@pytest.fixture
def tried(anonymous: Api, as_role: Callable[..., Api], db: Database, world: World) -> Iterator[Tried]:
    """Sends wrong bodies; afterwards nothing may have changed."""
    ready = Tried.of(anonymous, as_role, db, world)
    assert len(ready.writes) > 60
    before = digest(db)
    yield ready
    assert digest(db) == before


def test_t25_every_field_refuses_every_wrong_value(tried: Tried) -> None:
    wrong, number = [], 0
    for write in tried.writes:
        for place, schema, wrap in parts(write.schema):
            for name, field in schema.get("properties", {}).items():
                for value in faults(field):
                    number += 1
                    locale = ("zh-CN", "en")[number % 2]
                    if not mine(str(write), place, name, number):
                        continue
                    answer = tried(write, wrap({name: value}), locale)
                    wrong += judged(answer, f"{write} {place}/{name} = {value!r:.40}", f"{place}/{name}", locale)
    assert not wrong, "\n".join(wrong)
    assert number > 1500


def test_t25_every_required_field_is_required(tried: Tried) -> None:
    wrong = []
    for write in tried.writes:
        for place, schema, wrap in parts(write.schema):
            if not schema.get("required"):
                continue
            answer = tried(write, wrap({}), "zh-CN")
            missing = {e["pointer"] for e in answer.json()["errors"] if e["code"] == "missing"}
            wrong += [f"{write} without {n}" for n in schema["required"] if f"{place}/{n}" not in missing]
            wrong += judged(answer, f"{write} {place} = {{}}", f"{place}/{schema['required'][0]}", "zh-CN")
    assert wrong == []


def test_t25_every_body_refuses_unknown_fields(tried: Tried) -> None:
    wrong = []
    for write in tried.writes:
        for place, _, wrap in parts(write.schema):
            answer = tried(write, wrap({"no_such_field": 1}))
            wrong += judged(answer, f"{write} {place}", f"{place}/no_such_field", "en")
    assert wrong == []


def test_t25_what_is_no_json_object_is_refused(tried: Tried) -> None:
    wrong, number = [], 0
    for write in tried.writes:
        for body in RAW:
            number += 1
            locale = ("zh-CN", "en")[number % 2]
            if not mine(str(write), number):
                continue
            wrong += judged(tried(write, body, locale), f"{write} {body[:20]!r}", None, locale)
    assert wrong == []


def test_t25_ids_in_paths_may_be_anything(tried: Tried) -> None:
    for write in tried.writes:
        for id in (id for id in ODD_IDS if "{" in write.path and mine(str(write), id)):
            path = write.path.replace("{id}", id).replace("{key}", id).replace("{day}", "2026-02-30")
            answer = tried(write, {}, path=path)
            assert answer.status_code in (404, 422), f"{write} {id}: {answer.status_code} {answer.text}"
            assert not HAN.search(answer.json()["title"])


def judged(answer: Any, what: str, pointer: str | None, locale: str) -> Iterator[str]:
    """What is wrong about this refusal: its status, its pointer, or its language."""
    problem = answer.json() if answer.headers["content-type"] == "application/problem+json" else {}
    if answer.status_code not in ((400, 422) if pointer is None else (422,)):
        yield f"{what}: {answer.status_code} {answer.text[:200]}"
    elif pointer and not any(e["pointer"].startswith(pointer) for e in problem["errors"]):
        yield f"{what}: points at {[e['pointer'] for e in problem['errors']]}"
    else:
        said = [problem["title"], problem["detail"], *(e["detail"] for e in problem.get("errors", []))]
        yield from (
            f"{what}: {text!r} is not {locale}" for text in said if bool(HAN.search(text)) != (locale == "zh-CN")
        )


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_the_token_form_speaks_the_callers_language(anonymous: Api, locale: str) -> None:
    """The one door that takes a form refuses like all others."""
    for form, field in (
        ({}, "grant_type"),
        ({"grant_type": "magic"}, "grant_type"),
        ({"grant_type": "password"}, "username"),
    ):
        answer = anonymous.post("auth/token", data=form, headers={"Accept-Language": locale})
        assert list(judged(answer, f"auth/token {form}", f"/body/{field}", locale)) == []
