"""How an endpoint is described in the OpenAPI document: every refusal it can give, its permission, its headers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from api.kit import fieldwork, problems
from api.kit.problems import Forbidden, Invalid, MatchRequired, NotFound, Problem, StorageFull
from api.kit.text import FieldCommand

if TYPE_CHECKING:
    from api.kit.edge import Endpoint

PUBLIC = "public"
"""Permission of an endpoint that needs no sign-in."""
SIGNED_IN = "signed-in"
"""Permission of an endpoint that every signed-in caller may use on what is his own."""
SIGNED = "signed"
"""Permission of an endpoint to which a machine proves itself by signing each message (T18)."""
PROBLEM_REF = "#/components/schemas/Problem"
_HELD = {
    "description": "From a phone: received and held, for its predecessor or for a person",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/HeldCommandRead"}}},
}


def answers(edge: Endpoint, refuses: tuple[Any, ...]) -> dict[int | str, Any]:
    """Every answer this endpoint can give besides its success, by status."""
    found: list[Any] = [problems.TooMany, problems.Unavailable]
    if edge.permission != PUBLIC:
        found += [problems.Unauthenticated]
        if edge.permission != SIGNED_IN:
            found += [Forbidden, NotFound]
    found += [Invalid]
    if edge.path:
        found.append(NotFound)
    if edge.write:
        found += [problems.Malformed, problems.TooLarge, problems.WrongMedia, problems.Duplicate, StorageFull]
        found += [problems.StillRunning] if edge.key != "none" else []
    if edge.match != "none":
        found += [problems.Stale] + ([MatchRequired] if edge.match == "required" else [])
    phones = _from_phones(edge)
    if phones:
        found += fieldwork.REFUSALS
    return by_status({*found, *refuses}) | ({202: _HELD} if phones else {})


def _from_phones(edge: Endpoint) -> bool:
    """Whether phones send such commands."""
    return edge.key != "none" and isinstance(edge.command_type, type) and issubclass(edge.command_type, FieldCommand)


def by_status(found: Iterable[type[Problem]]) -> dict[int | str, Any]:
    """OpenAPI's responses for these refusals; several with one status share an entry that names each."""
    answers: dict[int | str, Any] = {}
    for problem in sorted(found, key=lambda p: (p.status, p.slug)):
        content = {"application/problem+json": {"schema": {"$ref": PROBLEM_REF}}}
        entry = answers.setdefault(problem.status, {"description": "", "content": content})
        entry["description"] += f"{'; ' if entry['description'] else ''}`{problem.slug}`: {problem.title.en}"
    return answers


def beside(edge: Endpoint) -> dict[str, Any]:
    """What OpenAPI says beside parameters and answers: the permission, and the headers that make writes safe."""
    extra: dict[str, Any] = {"x-permission": edge.permission, "parameters": []}
    if edge.permission != PUBLIC:
        extra["security"] = [{"bearer": []}]
    if edge.key != "none":
        extra["parameters"].append(
            _header("Idempotency-Key", edge.key == "required", "Makes a repeat safe (P5).", r"^[\x21-\x7e]{1,255}$")
        )
    if _from_phones(edge):
        extra["parameters"].append(
            _header(fieldwork.CLOCK.title(), False, "A phone's clock when it sends (P11), RFC 3339.", r"^[!-~]{1,40}$")
        )
    if edge.match != "none":
        extra["parameters"].append(
            _header("If-Match", edge.match == "required", "The version to change, as in ETag.", r'^"\d{1,9}"$')
        )
    return extra


def _header(name: str, required: bool, description: str, pattern: str) -> dict[str, Any]:
    schema = {"type": "string", "pattern": pattern}
    return {"name": name, "in": "header", "required": required, "description": description, "schema": schema}
