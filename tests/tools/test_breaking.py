"""The comparison of two documents: each kind of break is found, and what only adds is none."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import breaking  # noqa: E402 - tools run as scripts and find one another in their own folder

Node = dict[str, Any]
DOCUMENT: Node = {
    "paths": {
        "/things": {
            "get": {
                "operationId": "list_things", "x-permission": "things:view",
                "parameters": [
                    {"in": "query", "name": "q", "schema": {"type": "string", "maxLength": 80}},
                    {"in": "query", "name": "sort", "schema": {"type": "string", "enum": ["name", "-name"]}},
                ],
                "responses": {
                    "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/ThingList"}}}},
                    "404": {},
                },
            },
            "post": {
                "operationId": "make_thing", "x-permission": "things:create",
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Make"}}}},
                "responses": {
                    "201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}
                },
            },
            "delete": {"operationId": "drop", "responses": {"204": {}}},
        }
    },
    "components": {
        "schemas": {
            "ThingList": {
                "type": "object", "required": ["items"],
                "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}},
            },
            "Thing": {
                "type": "object", "required": ["id", "name", "parts", "size"],
                "properties": {
                    "id": {"type": "string", "format": "uuid"}, "name": {"type": "string"},
                    "note": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                    "size": {"type": "integer"}, "kind": {"type": "string", "enum": ["a", "b"]},
                    "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                },
            },
            "Make": {
                "type": "object", "additionalProperties": False, "required": ["name"],
                "properties": {
                    "name": {"type": "string", "maxLength": 80, "minLength": 1, "pattern": "^.+$"},
                    "note": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                    "kind": {"type": "string", "enum": ["a", "b"]},
                    "count": {"type": "number", "minimum": 0, "maximum": 9},
                    "tags": {"type": "array", "maxItems": 5, "items": {"type": "string"}},
                },
            },
        }
    },
}  # fmt: skip
PATH = DOCUMENT["paths"]["/things"]


def schema(document: Node, name: str) -> Node:
    found: Node = document["components"]["schemas"][name]
    return found


def body(document: Node, **changes: Any) -> None:
    for name, change in changes.items():
        schema(document, "Make")["properties"][name] |= change


PLANTED: dict[str, tuple[Callable[[Node], Any], str]] = {
    "a path": (lambda d: d["paths"].pop("/things"), "GET /things: removed"),
    "a method": (lambda d: d["paths"]["/things"].pop("delete"), "DELETE /things: removed"),
    "an operation's name": (
        lambda d: d["paths"]["/things"]["get"].update(operationId="x"),
        "GET /things: operationId list_things became x",
    ),
    "a permission": (
        lambda d: d["paths"]["/things"]["get"].update({"x-permission": "x"}),
        "GET /things: permission things:view became x",
    ),
    "a parameter": (lambda d: d["paths"]["/things"]["get"]["parameters"].pop(0), "GET /things query q: removed"),
    "a needed parameter": (
        lambda d: d["paths"]["/things"]["get"]["parameters"].append(
            {"in": "query", "name": "x", "required": True, "schema": {}}
        ),
        "GET /things query x: new and required",
    ),
    "a parameter now needed": (
        lambda d: d["paths"]["/things"]["get"]["parameters"][0].update(required=True),
        "GET /things query q: became required",
    ),
    "a parameter's value": (
        lambda d: d["paths"]["/things"]["get"]["parameters"][1]["schema"].update(enum=["name"]),
        "GET /things query sort: value -name is refused",
    ),
    "a body now needed": (
        lambda d: d["paths"]["/things"]["post"]["requestBody"].update(required=True),
        "POST /things body: became required",
    ),
    "no body any more": (
        lambda d: d["paths"]["/things"]["post"].pop("requestBody"),
        "POST /things body: removed",
    ),
    "a body's medium": (
        lambda d: d["paths"]["/things"]["post"]["requestBody"].update(content={}),
        "POST /things body application/json: removed",
    ),
    "a field": (lambda d: schema(d, "Make")["properties"].pop("note"), "POST /things body /note: removed"),
    "a field now needed": (
        lambda d: schema(d, "Make")["required"].append("kind"),
        "POST /things body /kind: became required",
    ),
    "a new needed field": (
        lambda d: (schema(d, "Make")["required"].append("x"), schema(d, "Make")["properties"].update(x={})),
        "POST /things body /x: new and required",
    ),
    "null": (
        lambda d: schema(d, "Make")["properties"].update(note={"type": "string"}),
        "POST /things body /note: null is refused",
    ),
    "a type": (lambda d: body(d, kind={"type": "integer"}), "POST /things body /kind: string is refused"),
    "a narrower number": (lambda d: body(d, count={"type": "integer"}), "POST /things body /count: number is refused"),
    "a value": (lambda d: body(d, kind={"enum": ["a"]}), "POST /things body /kind: value b is refused"),
    "only some values": (lambda d: body(d, name={"enum": ["x"]}), "POST /things body /name: only x"),
    "a shorter text": (lambda d: body(d, name={"maxLength": 9}), "POST /things body /name: maxLength 80 became 9"),
    "a longer text": (lambda d: body(d, name={"minLength": 2}), "POST /things body /name: minLength 1 became 2"),
    "a smaller number": (lambda d: body(d, count={"maximum": 5}), "POST /things body /count: maximum 9 became 5"),
    "a larger number": (lambda d: body(d, count={"minimum": 3}), "POST /things body /count: minimum 0 became 3"),
    "fewer of them": (lambda d: body(d, tags={"maxItems": 2}), "POST /things body /tags: maxItems 5 became 2"),
    "a pattern": (lambda d: body(d, name={"pattern": "^a"}), "POST /things body /name: pattern became ^a"),
    "a format": (
        lambda d: body(d, name={"format": "date"}),
        "POST /things body /name: format None became date",
    ),
    "deep within": (
        lambda d: body(d, tags={"items": {"type": "string", "maxLength": 3}}),
        "POST /things body /tags/*: maxLength None became 3",
    ),
    "an answer": (
        lambda d: d["paths"]["/things"]["post"].update(responses={"200": {}}),
        "POST /things 201: removed",
    ),
    "an answer's medium": (
        lambda d: d["paths"]["/things"]["post"]["responses"]["201"].update(content={}),
        "POST /things 201 application/json: removed",
    ),
    "a member": (
        lambda d: (schema(d, "Thing")["properties"].pop("name"), schema(d, "Thing")["required"].remove("name")),
        "GET /things 200 /items/*/name: removed",
    ),
    "a member not always there": (
        lambda d: schema(d, "Thing")["required"].remove("size"),
        "POST /things 201 /size: is not always there",
    ),
    "a member's type": (
        lambda d: schema(d, "Thing")["properties"].update(size={"type": "string"}),
        "GET /things 200 /items/*/size: string is new here",
    ),
    "a member that may be null": (
        lambda d: schema(d, "Thing")["properties"].update(name={"anyOf": [{"type": "string"}, {"type": "null"}]}),
        "GET /things 200 /items/*/name: may be null",
    ),
    "a member's format": (
        lambda d: schema(d, "Thing")["properties"].update(id={"type": "string"}),
        "POST /things 201 /id: format uuid became None",
    ),
}


def changed(change: Callable[[Node], Any]) -> list[str]:
    new = copy.deepcopy(DOCUMENT)
    change(new)
    return list(breaking.Comparison(DOCUMENT, new).breaks())


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_break_is_found(kind: str) -> None:
    change, told = PLANTED[kind]
    assert told in changed(change)


def test_what_only_adds_is_no_break() -> None:
    def grow(d: Node) -> None:
        d["paths"]["/more"] = copy.deepcopy(PATH)
        d["paths"]["/things"]["get"]["parameters"].append({"in": "query", "name": "x", "schema": {}})
        d["paths"]["/things"]["get"]["responses"]["404"] = {"description": "x"}
        schema(d, "Make")["properties"]["x"] = {"type": "string"}
        schema(d, "Make")["required"].clear()
        body(d, name={"maxLength": 90, "minLength": 0}, kind={"enum": ["a", "b", "c"]}, count={"maximum": 90})
        schema(d, "Make")["properties"]["name"].pop("pattern")
        schema(d, "Thing")["properties"] |= {"x": {"type": "string"}, "kind": {"type": "string", "enum": list("abc")}}
        schema(d, "Thing")["properties"]["note"] = {"type": "string"}

    assert changed(grow) == []


def test_a_value_is_taken_if_any_alternative_names_it() -> None:
    """One list of values beside a single one, as a union of two literals is written, is one list."""
    union = copy.deepcopy(DOCUMENT)
    parts = [{"type": "string", "enum": ["name", "-name"]}, {"type": "string", "const": "ended"}, {"type": "null"}]
    union["paths"]["/things"]["get"]["parameters"][1]["schema"] = {"anyOf": parts}
    assert list(breaking.Comparison(union, union).breaks()) == []
    assert list(breaking.Comparison(DOCUMENT, union).breaks()) == []
    assert "GET /things query sort: value ended is refused" in list(breaking.Comparison(union, DOCUMENT).breaks())


def test_a_break_that_a_decision_names_passes_and_no_other() -> None:
    found = changed(lambda d: (d["paths"]["/things"].pop("delete"), d["paths"]["/things"]["get"]["parameters"].clear()))
    names = breaking.named("text\n\nBreaking: `DELETE /things` went, `GET /things query q: removed` too.\n`GET /x`")
    assert breaking.unnamed(found, names) == ["GET /things query sort: removed"]
    others = ["DELETE /things-more: removed", "DELETE /things/{id}: removed", "DELETE /things/{id} body /x: removed"]
    assert breaking.unnamed(others, names) == others
    within = breaking.named("Breaking: `GET /x 200 /items`")
    assert breaking.unnamed(["GET /x 200 /items/*/name: removed", "GET /x 200 /itemsize: removed"], within) == [
        "GET /x 200 /itemsize: removed"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "1. Nothing: `DELETE /things` stays.", "173. A line that says Breaking: `DELETE /things`", " Breaking: `DELETE /things`",
        "`DELETE /things`\nBreaking: nothing", "Breaking: DELETE /things", "Breaking: `DELETE`", "Breaking: `DELETE /thing`",
    ],
)  # fmt: skip
def test_only_a_line_that_begins_with_the_word_names_a_break(line: str) -> None:
    found = changed(lambda d: d["paths"]["/things"].pop("delete"))
    assert breaking.unnamed(found, breaking.named(f"text\n{line}\n")) == found


def test_it_finds_the_former_document_in_a_fresh_clone_and_says_where_there_is_none(tmp_path: Path) -> None:
    def git(*argv: str, at: Path) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.com")
        subprocess.run(("git", *who, *argv), cwd=at, check=True, capture_output=True)

    def write(text: str) -> None:
        (origin / "openapi.json").write_text(text, "utf-8")

    origin = tmp_path / "origin"
    origin.mkdir()
    git("init", "-q", "-b", "main", at=origin)
    write("1")
    assert breaking.former(origin) is None  # nothing was committed yet
    for text in ("1", "2"):
        write(text)
        git("add", ".", at=origin)
        git("commit", "-qm", text, at=origin)
    assert breaking.former(origin) is not None
    assert breaking.former(origin)[0] == "1"  # type: ignore[index]
    write("3")
    assert breaking.former(origin)[0] == "2"  # type: ignore[index]
    for depth, former in (("", "1"), ("--depth=1", None)):
        clone = tmp_path / f"clone{depth}"
        git("clone", "-q", *filter(None, [depth]), origin.as_uri(), str(clone), at=tmp_path)
        found = breaking.former(clone)
        assert (found and found[0]) == former


def test_this_api_s_own_document_breaks_nothing_against_itself_and_everything_against_nothing() -> None:
    document = json.loads((ROOT / "openapi.json").read_text("utf-8"))
    assert list(breaking.Comparison(document, document).breaks()) == []
    gone = list(breaking.Comparison(document, {"paths": {}}).breaks())
    assert len(gone) == sum(len(operations) for operations in document["paths"].values())
