"""Tables written to a file row by row, so that memory does not grow with them; cells as `sheets` makes them (T20)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from api.kit.sheets import AS_TYPED, Cell, Xlsx, plain

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


@contextmanager
def open_sheet(path: Path, form: str, title: str, *, about: str = "") -> Iterator[Sheet]:
    """A new file of this form; `about` stands at the foot of each printed page of XLSX, and among its properties."""
    if form == "csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:  # the mark by which Excel knows UTF-8
            yield _Csv(file)
        return
    import xlsxwriter

    with xlsxwriter.Workbook(path, AS_TYPED | {"constant_memory": True, "tmpdir": str(path.parent)}) as book:
        book.set_properties({"title": title, "comments": about})
        written = Xlsx(book, title, WIDTH)
        written.sheet.set_footer(f"&L{about.replace('&', '&&')}&R&P / &N")
        yield written
