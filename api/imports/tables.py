"""A stranger's file as rows of text: CSV, XLSX or JSON, in whichever encoding it comes, and no more of it than we read (T21)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Protocol

from api.kit import apart, sheets
from api.kit.words import Worded, Words

MOST = sheets.Caps(rows=100_000, columns=200, cell=20_000, inflated=200 * 1024 * 1024)
MEGABYTES = 20
"""Bytes of a file that comes through the API."""
DEEPEST = 4
GROWTH_FREE = 1024 * 1024
"""Characters that any file may become, however small it is."""
csv.field_size_limit(200_000)


class Form(Protocol):
    """What reading must be told of a file: a part of `mapping.Source`."""

    @property
    def encoding(self) -> str:
        """Its name, or `auto`."""

    @property
    def delimiter(self) -> str:
        """Between the cells of CSV."""

    @property
    def explode(self) -> str | None:
        """In JSON: the list within a record of which each entry is a row."""


class BadRow(Worded):
    """Why a row, or a whole file, cannot be imported."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row and the line where it begins; `bad` says why it has no cells."""

    line: int
    cells: list[str]
    bad: Words | None = None


def read_apart(source: Form, content: bytes) -> Iterator[Row]:
    """The same rows, read by a process of its own (T21).

    :raises BadRow: also where the file costs more than a file may.
    """
    form = {"encoding": source.encoding, "delimiter": source.delimiter, "explode": source.explode}
    try:
        for line, cells, bad in apart.read(__name__, content, form):
            yield Row(line, cells, Words(*bad) if bad else None)
    except apart.Refused as refused:
        raise BadRow(refused.words) from refused


def lines(content: bytes, **form: Any) -> Iterator[tuple[int, list[str], Words | None]]:
    """For the bench: `Row` as JSON takes it."""
    for row in read(SimpleNamespace(**form), content):
        yield row.line, row.cells, row.bad


def read(source: Form, content: bytes) -> Iterator[Row]:
    """The rows of a file, the head first. What it is, is told by how it begins.

    :raises BadRow: it cannot be read, or holds more than is read.
    """
    if content[:4] == b"PK\x03\x04":
        return _xlsx(content)
    text = _decoded(content, source.encoding)
    if source.explode is not None or text.lstrip()[:1] in ("[", "{"):
        return _json(text, source.explode, min(MOST.inflated, max(len(content) * sheets.MAX_RATIO, GROWTH_FREE)))
    return _csv(text, source.delimiter)


def _decoded(content: bytes, encoding: str) -> str:
    """The text; bytes that are not in the encoding stay visible, so that their row can be named."""
    if encoding == "auto":
        encoding = _encoding(content)
    if encoding.startswith("utf-16") and len(content) % 2:
        raise BadRow(Words("UTF-16 的字节数不对，请存成 UTF-8", "The bytes of UTF-16 are not even; save it as UTF-8"))
    try:
        return content.decode(encoding, "strict" if encoding.startswith("utf-16") else "surrogateescape")
    except UnicodeError as error:
        raise BadRow(Words("UTF-16 读不出来，请存成 UTF-8", "UTF-16 cannot be read; save it as UTF-8")) from error


def _encoding(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    head = content[:4000]
    if head.count(0) > len(head) // 4:
        raise BadRow(
            Words("像是没有标记的 UTF-16，请存成 UTF-8", "It looks like UTF-16 without its mark; save it as UTF-8")
        )
    for known in ("utf-8-sig", "gb18030"):
        try:
            content.decode(known)
        except UnicodeDecodeError:
            continue
        return known
    return "utf-8-sig"


def _csv(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader((line.replace("\0", "\x01") for line in io.StringIO(text, newline="")), delimiter=delimiter)
    number = 0
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(line, [], Words("不是 CSV：{why}", "not CSV: {why}").format(why=error))
            continue
        number += 1
        _bounded(number, len(cells))
        yield Row(line, [sheets.unguard(cell) for cell in cells])


def _xlsx(content: bytes) -> Iterator[Row]:
    try:
        found = sheets.read(content, MOST)
    except sheets.Unreadable as error:
        raise BadRow(error.words) from error
    width = len(found[0]) if found else 0
    for line, cells in enumerate(found, start=1):
        yield Row(line, cells + [""] * (width - len(cells)))


def _json(text: str, explode: str | None, most: int) -> Iterator[Row]:
    """A list of records; members of members are named `outer_inner`. `explode` names a list within: one row an entry.

    Each entry repeats what its record says, so a small file may grow large: what comes of it is counted (T21).
    """
    try:
        records = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRow(Words("JSON 读不懂", "The JSON cannot be read")) from error
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise BadRow(Words("JSON 要是一组记录", "The JSON must be a list of records"))
    rows: list[tuple[int, dict[str, str]]] = []
    heads: dict[str, None] = {}
    grown = 0
    for number, record in enumerate(records, start=1):
        inner = record.pop(explode, None) if explode else None
        entries = [one for one in inner if isinstance(one, dict)] if isinstance(inner, list) else []
        said = dict(_flat(record, "", 0))
        weight = sum(map(len, said.values()))
        for entry in entries or [{}]:
            own = {f"{explode}_{name}": value for name, value in _flat(entry, "", 0)}
            grown += weight + sum(map(len, own.values()))
            if grown > most:
                raise BadRow(Words("展开后太大", "It unfolds to too much"))
            heads |= dict.fromkeys(said) | dict.fromkeys(own)
            rows.append((number, said | own))
            _bounded(len(rows), len(heads))
    yield Row(1, list(heads))
    for number, flat in rows:
        yield Row(number, [flat.get(name, "") for name in heads])


def _flat(record: dict[str, Any], before: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > DEEPEST:
        return
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}_", depth + 1)
        elif not isinstance(value, list):
            yield f"{before}{name}", "" if value is None else str(value)


def _bounded(rows: int, columns: int) -> None:
    if rows > MOST.rows + 1 or columns > MOST.columns:
        words = Words("最多 {rows} 行、{columns} 列", "At most {rows} rows and {columns} columns")
        raise BadRow(words.format(rows=MOST.rows, columns=MOST.columns))
