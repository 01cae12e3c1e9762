"""Holds every answer of a test to the OpenAPI document and to the rules of the contract that it cannot say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import jsonschema_rs

BASE = "/api/v1"
_BY_TEMPLATE = re.compile(r"\{[^}]+\}")


@dataclass
class Witness:
    """Judges answers; `wrong` collects what it found, `succeeded` the operations that were seen to succeed."""

    document: dict[str, Any]
    wrong: list[str] = field(default_factory=list)
    succeeded: set[str] = field(default_factory=set)
    _validators: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        templates = sorted(self.document["paths"], key=lambda path: path.count("{"))
        self._paths = [(re.compile(_BY_TEMPLATE.sub("[^/]+", path)), path) for path in templates]

    def operations(self) -> set[str]:
        """All of the document, such as `GET /stations`."""
        return {
            f"{method.upper()} {path.removeprefix(BASE)}"
            for path, operations in self.document["paths"].items()
            for method in operations
        }

    def judge(self, answer: Any) -> None:
        """Look at one answer."""
        request = answer.request
        path = request.url.path
        template = next((path_ for pattern, path_ in self._paths if pattern.fullmatch(path)), None)
        operation = self.document["paths"].get(template, {}).get(request.method.lower())
        if operation is None:
            return  # no endpoint of ours: its refusal is tested where it is made
        name = f"{request.method} {template.removeprefix(BASE)}"  # type: ignore[union-attr]
        if answer.status_code < 300:
            self.succeeded.add(name)
        self.wrong += [f"{name} {answer.status_code}: {fault}" for fault in self._faults(operation, answer)]

    def _faults(self, operation: dict[str, Any], answer: Any) -> list[str]:
        documented = operation["responses"].get(str(answer.status_code))
        if documented is None:
            return ["a status that is not documented"]
        content = documented.get("content", {})
        media = answer.headers.get("content-type", "").partition(";")[0]
        if not content:
            return [] if not answer.content else ["a body where none is documented"]
        if media not in content:
            return [f"{media} is not documented"]
        if not media.endswith("json"):
            return []
        body = answer.json()
        found = [
            f"{error.instance_path}: {error.message[:160]}" for error in self._of(content[media]).iter_errors(body)
        ]
        return found + _promises(operation, answer, body)

    def _of(self, content: dict[str, Any]) -> Any:
        schema = content["schema"]
        if (known := self._validators.get(str(schema))) is None:
            whole = schema | {"components": self.document["components"]}
            known = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
            self._validators[str(schema)] = known
        return known


def _promises(operation: dict[str, Any], answer: Any, body: Any) -> list[str]:
    """The contract beyond shapes: ETag, Location, the echoed key, the refusal that repeats its status."""
    request = answer.request
    offered = body.get("offered") or () if isinstance(body, dict) else ()
    found = [f"{one['href']} is offered" for one in offered if not one["href"].startswith(f"{BASE}/")]
    if answer.status_code >= 400:
        agrees = body["status"] == answer.status_code and body["type"].startswith("/problems/")
        return found if agrees else [*found, "the problem does not say its own status"]
    headers = {parameter["name"] for parameter in operation.get("parameters", []) if parameter["in"] == "header"}
    written = request.method != "GET" and isinstance(body, dict) and "version" in body
    if written and answer.headers.get("etag") != f'"{body["version"]}"':
        found.append(f"ETag {answer.headers.get('etag')} beside version {body['version']}")
    if answer.status_code == 201 and "id" in body and not answer.headers.get("location", "").endswith(body["id"]):
        found.append(f"Location {answer.headers.get('location')}")
    key = request.headers.get("idempotency-key")
    if key and "Idempotency-Key" in headers and answer.headers.get("idempotency-key") != key:
        found.append("the key is not echoed")
    if answer.headers.get("cache-control") != "no-store":
        found.append(f"cache-control {answer.headers.get('cache-control')}")
    return found
