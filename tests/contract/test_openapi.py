"""The document that others build on: whole, and true about how to sign in."""

import json
import re
from typing import Any

from api.kit.edge import PUBLIC, SIGNED
from tests.client import Api
from tests.contract.routes import declared


def test_references_are_all_there(anonymous: Api) -> None:
    """Every `$ref` names a component, and refusals are described in our own form only."""
    document = anonymous.read("openapi.json")

    def references(node: object) -> list[str]:
        if isinstance(node, dict):
            here = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
            return here + [ref for value in node.values() for ref in references(value)]
        return [ref for value in node for ref in references(value)] if isinstance(node, list) else []

    for reference in references(document):
        found = document
        for part in reference.removeprefix("#/").split("/"):
            found = found[part]
    assert "HTTPValidationError" not in json.dumps(document)


def test_shapes_have_titles_of_their_own(anonymous: Api) -> None:
    """Generators name their classes by key or by title, and drop both of two that share one: here both are one name."""
    schemas = anonymous.read("openapi.json")["components"]["schemas"]
    assert {name: schema["title"] for name, schema in schemas.items()} == {name: name for name in schemas}
    assert [name for name in schemas if not re.fullmatch(r"[A-Z][A-Za-z0-9]*", name)] == []
    assert "QuotesBecause" in schemas


def test_objects_by_keys_of_a_pattern_tell_that_they_hold_no_others(anonymous: Api) -> None:
    """Found by Schemathesis (P23): what is documented so must not be refused for its keys."""
    schemas = anonymous.read("openapi.json")["components"]["schemas"]
    preset = schemas["TableField"]["properties"]["preset"]["items"]
    assert [preset["propertyNames"]["pattern"]] == list(preset["patternProperties"])
    assert "propertyNames" in schemas["EntriesComplete"]["properties"]["data"]


def test_whole_numbers_that_are_asked_for_have_bounds(anonymous: Api) -> None:
    """Found by Schemathesis (P23): a day four million days ago is none."""
    document = anonymous.read("openapi.json")
    asked = {
        f"{method} {path} {part['name']}": part["schema"]
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        for part in operation.get("parameters", ())
    } | {
        f"{name}.{key}": schema
        for name in asked_for(document)
        for key, schema in document["components"]["schemas"][name].get("properties", {}).items()
    }
    assert len(asked) > 500

    def bounded(schema: dict[str, Any]) -> bool:
        whole = schema.get("type") == "integer" and not {"enum", "const"} & schema.keys()
        return (not whole or {"minimum", "maximum"} <= schema.keys()) and all(map(bounded, schema.get("anyOf", ())))

    assert [place for place, schema in asked.items() if not bounded(schema)] == []


def asked_for(document: dict[str, Any]) -> set[str]:
    """The shapes that bodies of requests are made of."""
    known: set[str] = set()

    def walk(node: Any) -> None:
        for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            if isinstance(value, str) and value.startswith("#/components/schemas/"):
                name = value.rpartition("/")[2]
                if name not in known:
                    known.add(name)
                    walk(document["components"]["schemas"][name])
            walk(value)

    for operations in document["paths"].values():
        for operation in operations.values():
            walk(operation.get("requestBody", {}))
    return known


def test_bearer_is_declared_and_used(anonymous: Api) -> None:
    """Machines read from the document how to sign in (API rule: bearer in the header)."""
    document = anonymous.read("openapi.json")
    scheme = document["components"]["securitySchemes"]["bearer"]
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    assert document["paths"]["/api/v1/me"]["get"]["security"] == [{"bearer": []}]
    unlocked = {
        f"{method.upper()} {path.removeprefix('/api/v1')}"
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if operation["security"] == []
    }
    assert unlocked == {str(route) for route in declared() if route.permission in (PUBLIC, SIGNED)}
    assert {tag for one in document["paths"].values() for act in one.values() for tag in act["tags"]} == {
        tag["name"] for tag in document["tags"] if tag["description"]
    }
