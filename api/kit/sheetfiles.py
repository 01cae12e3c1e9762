"""Tables written to a file row by row, so that memory does not grow with them; cells as `sheets` makes them (T20)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Protocol

from api.kit.sheets import Cell, plain

WIDTH = 16


class Sheet(Protocol):
    """Takes one row after the other; the first is the heads."""

    def write(self, row: Sequence[Cell]) -> None:
        """The next row."""


class _Csv:
    def __init__(self, file: Any) -> None:
        self._writer = csv.writer(file)

    def write(self, row: Sequence[Cell]) -> None:
        self._writer.writerow([plain(cell) for cell in row])


class _Xlsx:
    def __init__(self, book: Any, title: str) -> None:
        self._sheet = book.add_worksheet(re.sub(r"[\[\]:*?/\\']", " ", title)[:31] or "1")
        self._sheet.freeze_panes(1, 0)
        self._head = book.add_format({"bold": True})
        self._exact = book.add_format({"num_format": "0.00"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._row = 0

    def write(self, row: Sequence[Cell]) -> None:
        if not self._row:
            self._sheet.set_column(0, max(len(row) - 1, 0), WIDTH)
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                self._sheet.write_string(self._row, column, cell, None if self._row else self._head)
            elif isinstance(cell, datetime):
                self._sheet.write_datetime(self._row, column, cell, self._moment)
            elif isinstance(cell, date):
                self._sheet.write_datetime(self._row, column, cell, self._day)
            elif cell is not None:
                self._sheet.write_number(self._row, column, cell, self._exact if isinstance(cell, Decimal) else None)
        self._row += 1


@contextmanager
def open_sheet(path: Path, form: str, title: str, *, about: str = "") -> Iterator[Sheet]:
    """A new file of this form; `about` stands at the foot of each printed page of XLSX, and among its properties."""
    if form == "csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:  # the mark by which Excel knows UTF-8
            yield _Csv(file)
        return
    import xlsxwriter

    as_typed = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, as_typed | {"constant_memory": True, "tmpdir": str(path.parent)}) as book:
        book.set_properties({"title": title, "comments": about})
        sheet = _Xlsx(book, title)
        sheet._sheet.set_footer(f"&L{about.replace('&', '&&')}&R&P / &N")
        yield sheet
