"""From a CSV and its mapping to drafts: every value judged before anything is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from api.imports import tables
from api.imports.mapping import Mapping, Source, Time, Value
from api.imports.tables import BadRow
from api.kit import clock
from api.kit.words import Words

Line = tuple[int, dict[str, str]]
Read = Callable[[tables.Form, bytes], Iterator[tables.Row]]
"""How a file is read: here, or by a process of its own (`tables.read_apart`)."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
GROUPS = ("hardware_repair", "consultation", "paid_service")
STATES = ("judged", "answered", "closed")
MODES = ("on_site", "carry_in")
_PLACE = re.compile(r"\{(\w+)\}")
NO_TIME = Words("{name} 是“{text}”，不是 {form} 这种时间", "{name} is {text!r}: no time of the form {form}")
OUT_OF_TIME = Words("{name} 是“{text}”，早于 1990 年或在将来", "{name} is {text!r}: lies before 1990 or in the future")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not imported; `line` counts the file's lines from 1, the header included."""

    file: str
    line: int
    key: str
    words: Words

    @property
    def reason(self) -> str:
        """Why, in English: the command line's language."""
        return self.words.en


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


def rows(mapping: Mapping, file: Path) -> Iterator[Line | Refusal]:
    """The lines of one file with their numbers; a line with too many or too few cells is refused."""
    return rows_of(mapping.source, columns_of(mapping), file.name, file.read_bytes())


def rows_of(
    source: Source, wanted: set[str], name: str, content: bytes, read: Read = tables.read
) -> Iterator[Line | Refusal]:
    """The same of a file that is in memory; `wanted` are the columns that the mapping names.

    :raises BadRow: the file cannot be read, is larger than is read, or lacks a column.
    """
    found = read(source, content)
    header = next(found, None)
    if header is None:
        return
    heads = header.cells
    if missing := wanted - set(heads):
        names = "、".join(sorted(missing)), ", ".join(sorted(missing))
        raise BadRow(Words(f"{name} 没有这些列：{names[0]}", f"{name} has no column {names[1]}"))
    for row in found:
        if row.bad:
            yield Refusal(name, row.line, "", row.bad)
        elif not any(row.cells):
            continue
        elif len(row.cells) != len(heads):
            words = Words("有 {n} 格，应该是 {of} 格", "{n} cells instead of {of}")
            yield Refusal(name, row.line, row.cells[0][:60], words.format(n=len(row.cells), of=len(heads)))
        else:
            yield row.line, dict(zip(heads, row.cells, strict=True))


def drafts(mapping: Mapping, file: Path) -> Iterator[Draft | Refusal]:
    """Every case of one file, or why it is none; a group with one bad row is refused whole."""
    return drafts_of(mapping, file.name, file.read_bytes())


def drafts_of(mapping: Mapping, name: str, content: bytes, read: Read = tables.read) -> Iterator[Draft | Refusal]:
    """The same of a file that is in memory."""
    grouped: dict[str, list[Line]] = {}
    broken: dict[str, Refusal] = {}
    column = mapping.source.group_by
    for found in rows_of(mapping.source, columns_of(mapping), name, content, read):
        if isinstance(found, Refusal):
            yield found
            if column and found.key:
                broken[found.key] = found
        elif column is None:
            yield _draft(mapping, name, [found])
        else:
            grouped.setdefault(found[1][column], []).append(found)
    for key, lines in grouped.items():
        if key in broken:
            words = Words("同一件的第 {n} 行不能用", "line {n} of the same case is bad").format(n=broken[key].line)
            yield Refusal(name, lines[0][0], key, words)
        else:
            yield _draft(mapping, name, lines)


def _draft(mapping: Mapping, file: str, lines: list[Line]) -> Draft | Refusal:
    key = ""
    line = lines[0][0]
    try:
        for number, row in lines:
            line = number
            readable(row)
        line = lines[0][0]
        key = text_of(mapping.case.key, lines, 80)
        return _judge(mapping, file, key, lines)
    except _BadLine as error:
        return Refusal(file, error.line, key, error.words)
    except BadRow as error:
        return Refusal(file, line, key, error.words)


class _BadLine(BadRow):
    def __init__(self, line: int, words: Words) -> None:
        self.line = line
        super().__init__(words)


def _judge(mapping: Mapping, file: str, key: str, lines: list[Line]) -> Draft:
    case, source = mapping.case, mapping.source.name
    entries = []
    if mapping.history:
        for line, row in lines:
            at = _time(mapping, mapping.history.at, [(line, row)])
            by = text_of(mapping.history.by, [(line, row)], 80, blank=True) if mapping.history.by else None
            entries.append((at, line, Entry(at, text_of(mapping.history.what, [(line, row)], 200), by or None)))
        entries.sort(key=lambda entry: entry[:2])
        order = dict(lines)
        lines = [(line, order[line]) for _, line, _ in entries]
    created = _time(mapping, case.created_at, lines)
    status = _choice(case.status, lines, STATES, "status")
    closed = _time(mapping, case.closed_at, lines) if case.closed_at and status != "judged" else None
    if status != "judged" and closed is None:
        closed = created
    if closed and closed < created:
        raise BadRow(Words("结束早于开始", "the end lies before the beginning"))
    draft = Draft(
        file,
        lines[0][0],
        f"{source}:{key}",
        f"{source}:{text_of(mapping.customer.key, lines, 80)}",
        text_of(mapping.customer.name, lines, 120),
        _choice(mapping.customer.kind, lines, ("person", "company"), "kind"),
        text_of(case.subject, lines, 120),
        text_of(case.description, lines, 20_000, blank=True) or None if case.description else None,
        _choice(case.group, lines, GROUPS, "group"),
        _choice(case.mode, lines, MODES, "mode") if case.mode else None,
        status,
        _choice(case.urgency, lines, ("normal", "urgent"), "urgency"),
        text_of(case.answer, lines, 500, blank=True) or None if case.answer else None,
        created,
        closed,
    )
    if mapping.product:
        part = mapping.product
        draft.product = (text_of(part.model, lines, 40), text_of(part.name, lines, 80), text_of(part.family, lines, 40))
    if mapping.asset and draft.product:
        year = text_of(mapping.asset.factory_year, lines, 10, blank=True) if mapping.asset.factory_year else ""
        serial = text_of(mapping.asset.serial, lines, 40)
        draft.asset = (f"{source}:{text_of(mapping.asset.key, lines, 80)}", serial, _year(year, created))
    draft.history = [entry for _, _, entry in entries]
    return draft


def readable(row: dict[str, str]) -> None:
    for name, cell in row.items():
        if "\x01" in cell:
            raise BadRow(Words("{name} 里有空字符", "{name} holds a NUL").format(name=name))
        if any("\ud800" <= letter <= "\udfff" for letter in cell):
            raise BadRow(Words("{name} 不是这个文件的编码", "{name} is not in the file's encoding").format(name=name))
        if _CONTROL.search(cell):
            raise BadRow(Words("{name} 里有控制字符", "{name} holds a control character").format(name=name))


def text_of(value: Value | None, lines: list[Line], longest: int, *, blank: bool = False) -> str:
    if value is None:
        return ""
    row = lines[-1 if value.pick == "last" else 0][1]
    if value.const is not None:
        found = value.const
    elif value.column is not None:
        found = row[value.column]
    else:
        found = filled(value.text or "", row).rstrip(" :：,，-")
    found = " ".join(unicodedata.normalize("NFC", found).split()) if longest <= 200 else found.strip()
    if value.map or value.default is not None:
        found = value.map.get(found, found if value.default is None else value.default)
    if value.cut and len(found) > value.cut:
        found = found[: value.cut - 1].rstrip() + "…"
    if not found and not blank:
        raise BadRow(Words("{name} 是空的", "{name} is empty").format(name=value.named))
    if len(found) > longest:
        raise BadRow(
            Words("{name} 有 {n} 个字，最多 {most} 个", "{name} has {n} characters, at most {most} fit").format(
                name=value.named, n=len(found), most=longest
            )
        )
    return found


def filled(text: str, row: dict[str, str]) -> str:
    """The text with columns put in; nothing but a column's name is understood between braces (T11)."""
    return _PLACE.sub(lambda place: row[place[1]], text)


def _choice(value: Value, lines: list[Line], allowed: tuple[str, ...], name: str) -> str:
    found = text_of(value, lines, 80)
    if found not in allowed:
        raise BadRow(
            Words("{name} 是“{found}”，只能是：{of}", "{name} is {found!r}, must be one of {of}").format(
                name=name, found=found, of=", ".join(allowed)
            )
        )
    return found


def _time(mapping: Mapping, value: Time, lines: list[Line]) -> datetime:
    line, row = lines[-1 if value.pick == "last" else 0]
    text = row[value.column].strip()
    try:
        local = datetime.strptime(text, value.format)  # noqa: DTZ007 - the zone is the source's, given next
    except ValueError as error:
        raise _BadLine(line, NO_TIME.format(name=value.column, text=text[:40], form=value.format)) from error
    if "%H" not in value.format:
        local = local.replace(hour=value.hour)
    zone = local.tzinfo or ZoneInfo(mapping.source.zone)
    # the zone is reckoned only within the years that may be: at the ends of the calendar there is no moment in UTC
    if 1989 <= local.year <= 9998:
        moment = local.replace(tzinfo=zone).astimezone(UTC)
        if datetime(1990, 1, 1, tzinfo=UTC) <= moment <= clock.now():
            return moment
    raise _BadLine(line, OUT_OF_TIME.format(name=value.column, text=text[:40]))


def _year(text: str, created: datetime) -> date | None:
    if not text:
        return None
    if not re.fullmatch(r"\d{4}", text) or not 1900 <= int(text) <= created.year:
        raise BadRow(Words("没有“{text}”这一年", "the year {text!r} cannot be").format(text=text))
    return date(int(text), 1, 1)


def columns_of(mapping: Mapping) -> set[str]:
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
