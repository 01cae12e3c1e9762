"""Price lists as files: a list goes out as CSV or XLSX, and a file comes in whole or not at all, with a line by line report."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from fastapi import Response
from pydantic import ValidationError

from api.access import scope
from api.access.policy import P
from api.events import log
from api.kit import sheets
from api.kit.edge import Afterwards
from api.kit.unit import Unit
from api.kit.validation import invalid
from api.kit.words import Words, speak
from api.money.price_lists import facts, queries, schemas, service
from api.money.words import KINDS

COLUMNS: dict[str, Words] = {
    "code": Words("编码", "Code"),
    "kind": Words("类别", "Kind"),
    "name": Words("名称", "Name"),
    "family": Words("产品系列", "Product family"),
    "model": Words("型号", "Model"),
    "unit": Words("单位", "Unit"),
    "price": Words("单价（元）", "Unit price (CNY)"),
}
_HEADS = {words.into(tongue).lower(): name for name, words in COLUMNS.items() for tongue in ("zh-CN", "en")} | {
    name: name for name in COLUMNS
}
_KINDS = {words.into(tongue).lower(): kind for kind, words in KINDS.items() for tongue in ("zh-CN", "en")} | {
    kind: kind for kind in KINDS
}
_WIDTHS = (16, 12, 36, 14, 14, 8, 14)
_LIMIT = 5000
_MOST = 200
"""Findings shown at most; a file with more is not worth reading line by line."""


def export(unit: Unit, id: str, command: schemas.ExportWish) -> Afterwards:
    """The list as a file, written when the transaction is over; that it was exported is a fact (R162)."""
    row = queries.visible(unit, id)
    scope.demand(unit, P.PRICE_LISTS_EXPORT, row)
    items = queries.all_items(unit, id)
    table: list[list[sheets.Cell]] = [[unit.say(words) for words in COLUMNS.values()]]
    table += [
        [
            item["code"], unit.say(KINDS[item["kind"]]), item["name"], item["family"], item["model"], item["unit"],
            Decimal(item["unit_price_fen"]).scaleb(-2),
        ]
        for item in items
    ]  # fmt: skip
    log.record(unit, row, facts.PriceListExported(form=command.form, items=len(items)))
    headers = {
        "content-disposition": f'attachment; filename="{row.number}.{command.form}"',
        "cache-control": "no-store",
    }

    def make(system: Any) -> Response:
        content = sheets.write_csv(table) if command.form == "csv" else sheets.write_xlsx(table, row.number, _WIDTHS)
        return Response(content, media_type=sheets.MEDIA[command.form], headers=headers)

    return Afterwards(make)


def bring(unit: Unit, id: str, command: schemas.ImportFile) -> dict[str, Any]:
    """Judge a file line by line, and with `apply` put its prices in the place of the draft's, all of them or none."""
    row = service.drafted(unit, id)
    assert isinstance(command.content, schemas.Table)
    table = command.content.rows
    items, errors = _judged(unit, table)
    told = service.counted(queries.all_items(unit, id), items)
    applied = command.apply and not errors
    if applied:
        service.fill(unit, row, items, "file")
    return told | {"version": row.version, "rows": max(len(table) - 1, 0), "errors": errors[:_MOST], "applied": applied}


def _judged(unit: Unit, table: Sequence[Sequence[str]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The prices that the table holds, and what is wrong with it."""
    errors: list[dict[str, Any]] = []

    def wrong(line: int, column: str | None, code: str, words: Words) -> None:
        head = COLUMNS.get(column or "")
        errors.append({"line": line, "column": head and unit.say(head), "code": code, "detail": unit.say(words)})

    if not table:
        wrong(1, None, "empty", Words("文件是空的", "The file is empty"))
        return [], errors
    heads = [_HEADS.get(cell.strip().lower()) for cell in table[0]]
    for name in ("code", "kind", "name", "unit", "price"):
        if heads.count(name) != 1:
            words = Words("第一行要有一列“{head}”", "The first line needs one column “{head}”")
            wrong(1, name, "missing_column", words.format(head=COLUMNS[name]))
    if len(table) - 1 > _LIMIT:
        wrong(1, None, "too_many", Words("一张价目表最多 {n} 项", "A list holds at most {n} prices").format(n=_LIMIT))
    if errors:
        return [], errors
    items: list[dict[str, Any]] = []
    lines: dict[str, int] = {}
    for number, cells in enumerate(table[1:], start=2):
        given = {name: cell.strip() for name, cell in zip(heads, cells, strict=False) if name}
        if not any(given.values()):
            continue
        before = len(errors)
        fen = _fen(given.get("price", ""))
        if fen is None:
            wrong(number, "price", "price", Words("单价要写成 300 或 300.50", "A price is written 300 or 300.50"))
        kind = _KINDS.get(given.get("kind", "").lower())
        if kind is None:
            known = Words("、".join(w.zh for w in KINDS.values()), ", ".join(w.en for w in KINDS.values()))
            wrong(number, "kind", "kind", Words("类别只能是：{known}", "A kind is one of: {known}").format(known=known))
        value = {name: given.get(name) or None for name in ("code", "name", "family", "model", "unit")}
        try:
            item = schemas.ItemIn.model_validate(value | {"kind": kind or "other", "unit_price_fen": fen or 0})
        except ValidationError as error:
            for found in invalid(error.errors(include_url=False, include_input=False)).members["errors"]:
                name = found["pointer"].strip("/")
                column = "price" if name == "unit_price_fen" else name
                wrong(
                    number, column, found["code"], Words(speak(found["detail"], "zh-CN"), speak(found["detail"], "en"))
                )
            continue
        if first := lines.get(item.code):
            wrong(
                number, "code", "duplicate", Words("和第 {n} 行编码重复", "The same code as line {n}").format(n=first)
            )
        lines.setdefault(item.code, number)
        if len(errors) == before:
            items.append(item.model_dump())
    if not items and not errors:
        wrong(1, None, "empty", Words("一条价目也没有", "It holds no price"))
    return items, errors


def _fen(text: str) -> int | None:
    """Yuan with at most two decimals as fen; nothing where it is no price."""
    try:
        value = Decimal(text.replace(",", "").replace("，", "").removeprefix("¥").removeprefix("￥"))
    except InvalidOperation:
        return None
    if not (value.is_finite() and 0 <= value <= 10**8):  # before any reckoning: 1e999999 is a number too
        return None
    fen = value * 100
    return int(fen) if fen == int(fen) else None
