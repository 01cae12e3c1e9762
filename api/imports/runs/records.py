"""Rows as things of any resource: each is made, or changed, by the resource's own door in its asker's name.

What a door refuses is refused here, in its words; nothing is written past it.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

from api.exports.columns import lists
from api.imports import tables
from api.imports.mapping import FieldValue, RecordMapping
from api.imports.reader import Line, Read, Refusal, readable, rows_of, text_of
from api.imports.runs import queries
from api.imports.runs.model import ImportRecord
from api.imports.tables import BadRow
from api.kit.edge import BASE, Endpoint, endpoint
from api.kit.problems import NotFound, Problem
from api.kit.unit import Unit
from api.kit.validation import check
from api.kit.words import Words, speak

Outcome = Literal["added", "changed", "same"]
SHOWN_ONCE = {
    "/accounts", "/api-clients", "/devices", "/documents", "/exports", "/imports", "/presences", "/telephony-exchanges",
    "/webhooks",
}  # fmt: skip
"""What answers a secret once, or is a job itself, is not made in bulk."""
YES = frozenset({"1", "true", "yes", "y", "是", "有", "对"})
NO = frozenset({"", "0", "false", "no", "n", "否", "无", "没有", "不", "不是"})


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to be made, as the body that its door takes."""

    line: int
    key: str
    body: dict[str, Any]


def resources() -> dict[str, Endpoint]:
    """The resources whose things can be imported, by path: those with a list, whose door makes one thing from one body."""
    found = {}
    for path in lists():
        edge = endpoint("POST", f"{BASE}{path}")
        if edge and edge.template == path and edge.status == 201 and edge.key != "required" and path not in SHOWN_ONCE:
            found[path] = edge
    return found


def things_of(mapping: RecordMapping, name: str, content: bytes, read: Read = tables.read) -> Iterator[Thing | Refusal]:
    """Every thing of a file, or why it is none.

    :raises BadRow: the file cannot be read, is too large, or lacks a column.
    """
    part = mapping.record
    wanted = {column for value in (part.key, *part.fields.values()) for column in _columns(value)}
    for found in rows_of(mapping.source, wanted, name, content, read):
        if isinstance(found, Refusal):
            yield found
            continue
        key = ""
        try:
            readable(found[1])
            key = text_of(part.key, [found], 120)
            yield Thing(found[0], key, _body(part.fields, found))
        except BadRow as error:
            yield Refusal(name, found[0], key, error.words)


def _columns(value: FieldValue | Any) -> list[str]:
    return ([value.column] if value.column else []) + re.findall(r"\{(\w+)\}", value.text or "")


def _body(fields: dict[str, FieldValue], line: Line) -> dict[str, Any]:
    body: dict[str, Any] = {}
    for place, value in sorted(fields.items()):  # the first of a list before the second
        text = text_of(value, [line], 5000, blank=True)
        if text or not value.optional:
            _put(body, place.split("."), _typed(value, text))
    return body


def _put(body: dict[str, Any], place: list[str], value: Any) -> None:
    """`contacts.0.name` is the name of the first contact."""
    at: Any = body
    for name, after in zip(place, [*place[1:], ""], strict=True):
        fresh: Any = value if not after else [] if after.isdecimal() else {}
        if isinstance(at, list):
            while len(at) <= int(name):
                at.append(fresh if len(at) == int(name) else {})
            at = at[int(name)]
        elif not after:
            at[name] = value
        else:
            at = at.setdefault(name, fresh)


def _typed(value: FieldValue, text: str) -> Any:
    if value.kind == "integer":
        if not text.removeprefix("-").isdecimal() or len(text) > 15:
            raise BadRow(Words("{name} 要填整数", "{name} must be a whole number").format(name=value.named))
        return int(text)
    if value.kind == "yuan":
        try:
            fen = Decimal(text.replace(",", "").removeprefix("¥").removeprefix("￥")) * 100
        except InvalidOperation:
            fen = Decimal("NaN")
        if not (fen.is_finite() and abs(fen) < 10**13 and fen == int(fen)):
            raise BadRow(
                Words("{name} 要写成 300 或 300.50", "{name} is written 300 or 300.50").format(name=value.named)
            )
        return int(fen)
    if value.kind == "flag":
        if (word := text.lower()) not in YES | NO:
            raise BadRow(
                Words("{name} 是“{text}”，要填是或否", "{name} is {text!r}, must be yes or no").format(
                    name=value.named, text=text[:40]
                )
            )
        return word in YES
    if value.kind == "list":
        return [one.strip() for one in text.replace("；", ";").split(";") if one.strip()]
    return text


def put(unit: Unit, mapping: RecordMapping, thing: Thing, station_id: str) -> Outcome:
    """Make the thing, change what is changed of it, or leave it as it is. Known is what the same station brought in.

    :raises Problem: its door refuses it. :raises BadRow: what is changed cannot be changed there.
    """
    path, source = mapping.record.resource, mapping.source.name
    marks = {name: _mark(value) for name, value in thing.body.items()}
    known = queries.record(unit, station_id, source, path, thing.key)
    if known is None:
        edge = resources()[path]
        assert edge.command
        made = edge.handler(unit, command=check(edge.command, thing.body, "body"))
        unit.insert(
            ImportRecord, station_id=station_id, source=source, path=path, key=thing.key, subject_id=made["id"],
            fields=marks,
        )  # fmt: skip
        return "added"
    version = _seen(unit, path, known["subject_id"])
    differing = {name for name in marks if marks[name] != known["fields"].get(name)}
    if not differing:
        return "same"
    _change(unit, path, known["subject_id"], version, {name: thing.body[name] for name in differing})
    queries.change_record(unit, known["id"], known["fields"] | marks)
    return "changed"


def _seen(unit: Unit, path: str, id: str) -> Any:
    """The version of a thing that came in before, if its resource shows one.

    :raises BadRow: it is gone, or has left the caller's sight.
    """
    there = endpoint("GET", f"{BASE}{path}/{id}")
    if there is None:
        return None
    try:
        return there.handler(unit, id=id).get("version")
    except NotFound as error:
        raise BadRow(
            Words("已经导入过，现在删了或不归您看", "It came in before; now it is gone or not yours to see")
        ) from error


def _change(unit: Unit, path: str, id: str, version: Any, body: dict[str, Any]) -> None:
    edit = endpoint("PATCH", f"{BASE}{path}/{id}")
    fields = set(getattr(edit and edit.command_type, "model_fields", ()))
    if edit is None or version is None or edit.command is None or set(body) - fields:
        names = ", ".join(sorted(set(body) - fields))
        raise BadRow(
            Words("已经导入过，{names} 变了，这里不能改", "It came in before; {names} cannot be changed here").format(
                names=names
            )
        )
    unit.match, unit.path_id = version, id
    try:
        edit.handler(unit, id=id, command=check(edit.command, body, "body"))
    finally:
        unit.match = unit.path_id = None


def _mark(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def refusal(problem: Problem, fields: dict[str, FieldValue]) -> Words:
    """What a door said, as one sentence in both languages: of columns and words of the file, where it can be said so."""
    errors = problem.members.get("errors") or []
    if not errors:
        return Words(speak(problem.detail, "zh-CN")[:500], speak(problem.detail, "en")[:500])
    parts = []
    for error in errors[:5]:
        place = str(error["pointer"]).removeprefix("/body/").replace("/", ".")
        value, detail = fields.get(place), error["detail"]
        if value and value.map and error["code"] == "literal_error":
            detail = Words("只能是：{words}", "Must be one of: {words}").format(words="、".join(value.map))
        parts.append((value.named if value and value.column else place, detail))
    said = ("；".join(f"{name}：{speak(detail, locale)}" for name, detail in parts)[:500] for locale in ("zh-CN", "en"))
    return Words(*said)
