"""From a CSV and its mapping to drafts: every value judged before anything is written."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from api.imports.mapping import Mapping, Time, Value
from api.kit import clock

csv.field_size_limit(200_000)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
GROUPS = ("hardware_repair", "consultation", "paid_service")
STATES = ("judged", "answered", "closed")
MODES = ("on_site", "carry_in")


class BadRow(ValueError):
    """Why a row cannot be imported."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not imported; `line` counts the file's lines from 1, the header included."""

    file: str
    line: int
    key: str
    reason: str


@dataclass(slots=True)
class Entry:
    """One entry of a case's history."""

    at: datetime
    what: str
    by: str | None


@dataclass(slots=True)
class Draft:
    """One case, checked and ready to be written, with its origin keys `source:key`."""

    file: str
    line: int
    key: str
    customer_key: str
    customer_name: str
    customer_kind: str
    subject: str
    description: str | None
    group: str
    mode: str | None
    status: str
    urgency: str
    answer: str | None
    created_at: datetime
    closed_at: datetime | None
    product: tuple[str, str, str] | None = None
    asset: tuple[str, str, date | None] | None = None
    history: list[Entry] = field(default_factory=list)


Line = tuple[int, dict[str, str]]


def rows(mapping: Mapping, file: Path) -> Iterator[Line | Refusal]:
    """The lines of one file with their numbers; a line with too many or too few cells is refused."""
    with file.open(encoding=mapping.source.encoding, errors="surrogateescape", newline="") as text:
        reader = csv.reader((line.replace("\0", "\x01") for line in text), delimiter=mapping.source.delimiter)
        try:
            header = next(reader)
        except StopIteration:
            return
        if missing := _columns(mapping) - set(header):
            raise BadRow(f"{file.name} has no column {', '.join(sorted(missing))}")
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield Refusal(file.name, line, "", f"not CSV: {error}")
                continue
            if not any(cells):
                continue
            if len(cells) != len(header):
                yield Refusal(file.name, line, cells[0][:60], f"{len(cells)} cells instead of {len(header)}")
                continue
            yield line, dict(zip(header, cells, strict=True))


def drafts(mapping: Mapping, file: Path) -> Iterator[Draft | Refusal]:
    """Every case of one file, or why it is none; a group with one bad row is refused whole."""
    grouped: dict[str, list[Line]] = {}
    broken: dict[str, Refusal] = {}
    column = mapping.source.group_by
    for found in rows(mapping, file):
        if isinstance(found, Refusal):
            yield found
            if column and found.key:
                broken[found.key] = found
        elif column is None:
            yield _draft(mapping, file.name, [found])
        else:
            grouped.setdefault(found[1][column], []).append(found)
    for key, lines in grouped.items():
        if key in broken:
            yield Refusal(file.name, lines[0][0], key, f"line {broken[key].line} of the same case is bad")
        else:
            yield _draft(mapping, file.name, lines)


def _draft(mapping: Mapping, file: str, lines: list[Line]) -> Draft | Refusal:
    key = ""
    line = lines[0][0]
    try:
        for number, row in lines:
            line = number
            _readable(row)
        line = lines[0][0]
        key = _text(mapping.case.key, lines, 80)
        return _judge(mapping, file, key, lines)
    except _BadLine as error:
        return Refusal(file, error.line, key, str(error))
    except BadRow as error:
        return Refusal(file, line, key, str(error))


class _BadLine(BadRow):
    def __init__(self, line: int, reason: str) -> None:
        self.line = line
        super().__init__(reason)


def _judge(mapping: Mapping, file: str, key: str, lines: list[Line]) -> Draft:
    case, source = mapping.case, mapping.source.name
    entries = []
    if mapping.history:
        for line, row in lines:
            at = _time(mapping, mapping.history.at, [(line, row)])
            by = _text(mapping.history.by, [(line, row)], 80, blank=True) if mapping.history.by else None
            entries.append((at, line, Entry(at, _text(mapping.history.what, [(line, row)], 200), by or None)))
        entries.sort(key=lambda entry: entry[:2])
        order = dict(lines)
        lines = [(line, order[line]) for _, line, _ in entries]
    created = _time(mapping, case.created_at, lines)
    status = _choice(case.status, lines, STATES, "status")
    closed = _time(mapping, case.closed_at, lines) if case.closed_at and status != "judged" else None
    if status != "judged" and closed is None:
        closed = created
    if closed and closed < created:
        raise BadRow("the end lies before the beginning")
    draft = Draft(
        file,
        lines[0][0],
        f"{source}:{key}",
        f"{source}:{_text(mapping.customer.key, lines, 80)}",
        _text(mapping.customer.name, lines, 120),
        _choice(mapping.customer.kind, lines, ("person", "company"), "kind"),
        _text(case.subject, lines, 120),
        _text(case.description, lines, 20_000, blank=True) or None if case.description else None,
        _choice(case.group, lines, GROUPS, "group"),
        _choice(case.mode, lines, MODES, "mode") if case.mode else None,
        status,
        _choice(case.urgency, lines, ("normal", "urgent"), "urgency"),
        _text(case.answer, lines, 500, blank=True) or None if case.answer else None,
        created,
        closed,
    )
    if mapping.product:
        part = mapping.product
        draft.product = (_text(part.model, lines, 40), _text(part.name, lines, 80), _text(part.family, lines, 40))
    if mapping.asset and draft.product:
        year = _text(mapping.asset.factory_year, lines, 10, blank=True) if mapping.asset.factory_year else ""
        serial = _text(mapping.asset.serial, lines, 40)
        draft.asset = (f"{source}:{_text(mapping.asset.key, lines, 80)}", serial, _year(year, created))
    draft.history = [entry for _, _, entry in entries]
    return draft


def _readable(row: dict[str, str]) -> None:
    for name, cell in row.items():
        if "\x01" in cell:
            raise BadRow(f"{name} holds a NUL")
        if any("\ud800" <= letter <= "\udfff" for letter in cell):
            raise BadRow(f"{name} is not in the file's encoding")
        if _CONTROL.search(cell):
            raise BadRow(f"{name} holds a control character")


def _text(value: Value | None, lines: list[Line], longest: int, *, blank: bool = False) -> str:
    if value is None:
        return ""
    row = lines[-1 if value.pick == "last" else 0][1]
    if value.const is not None:
        found = value.const
    elif value.column is not None:
        found = row[value.column]
    else:
        found = value.text.format_map(row).rstrip(" :：,，-") if value.text else ""
    found = " ".join(unicodedata.normalize("NFC", found).split()) if longest <= 200 else found.strip()
    if value.map or value.default is not None:
        found = value.map.get(found, found if value.default is None else value.default)
    if value.cut and len(found) > value.cut:
        found = found[: value.cut - 1].rstrip() + "…"
    if not found and not blank:
        raise BadRow(f"{value.column or 'a value'} is empty")
    if len(found) > longest:
        raise BadRow(f"{value.column or 'a value'} has {len(found)} characters, at most {longest} fit")
    return found


def _choice(value: Value, lines: list[Line], allowed: tuple[str, ...], name: str) -> str:
    found = _text(value, lines, 80)
    if found not in allowed:
        raise BadRow(f"{name} is {found!r}, must be one of {', '.join(allowed)}")
    return found


def _time(mapping: Mapping, value: Time, lines: list[Line]) -> datetime:
    line, row = lines[-1 if value.pick == "last" else 0]
    text = row[value.column].strip()
    try:
        local = datetime.strptime(text, value.format)  # noqa: DTZ007 - the zone is the source's, given next
    except ValueError as error:
        raise _BadLine(line, f"{value.column} is {text[:40]!r}: no time of the form {value.format}") from error
    if "%H" not in value.format:
        local = local.replace(hour=value.hour)
    moment = local.replace(tzinfo=ZoneInfo(mapping.source.zone)).astimezone(UTC)
    if not datetime(1990, 1, 1, tzinfo=UTC) <= moment <= clock.now():
        raise _BadLine(line, f"{value.column} is {text[:40]!r}: lies before 1990 or in the future")
    return moment


def _year(text: str, created: datetime) -> date | None:
    if not text:
        return None
    if not re.fullmatch(r"\d{4}", text) or not 1900 <= int(text) <= created.year:
        raise BadRow(f"the year {text!r} cannot be")
    return date(int(text), 1, 1)


def _columns(mapping: Mapping) -> set[str]:
    """Every column that the mapping names."""
    found: set[str] = {mapping.source.group_by} if mapping.source.group_by else set()
    for part in (mapping.customer, mapping.product, mapping.asset, mapping.case, mapping.history):
        for name in type(part).model_fields if part else ():
            value = getattr(part, name)
            if isinstance(value, Time):
                found.add(value.column)
            elif isinstance(value, Value):
                found |= {value.column} if value.column else set()
                found |= set(re.findall(r"\{(\w+)\}", value.text or ""))
    return found
