"""Tables as CSV and XLSX, out and in: what was typed never becomes a formula, and comes back as it was (T20, T21).

A cell of CSV that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or a line feed, in their narrow or full-width
form, gets a single quote before it, which spreadsheets take for “this is text”; one that begins with quotes before such a
character gets one more, so that reading takes away exactly what writing added. Numbers are written as numbers: -5 stays
-5. In XLSX text is stored as text and needs no quote.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal

from api.kit.words import Worded, Words

Form = Literal["csv", "xlsx"]
Cell = str | int | Decimal | date | None
MEDIA: dict[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_RISKY = re.compile("^'*[=+\\-@\t\r\n＝＋－＠﹦﹢﹣﹫]")
MAX_RATIO = 100
"""How many bytes at most each byte of an archive may become."""


@dataclass(frozen=True, slots=True)
class Caps:
    """How much of a file is read."""

    rows: int = 20_000
    columns: int = 200
    cell: int = 2_000
    inflated: int = 64 * 1024 * 1024


CAPS = Caps()


class Unreadable(Worded):
    """The file is none that we read, or larger than we read; `words` say why."""


def guard(text: str) -> str:
    """A text as a cell of CSV that no spreadsheet takes for a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def unguard(text: str) -> str:
    """The text that `guard` was given."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text


def write_csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    """CSV with the mark by which Excel knows UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([plain(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def plain(cell: Cell) -> str:
    """A cell as CSV holds it."""
    if isinstance(cell, str):
        return guard(cell)
    if cell is None:
        return ""
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


AS_TYPED = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


class Xlsx:
    """One sheet of a new workbook, written row by row: a bold, frozen first row; text as text, numbers as numbers.

    `width` is that of every column, in characters; without one they are as the program at hand makes them.
    """

    def __init__(self, book: Any, title: str, width: int | None = None) -> None:
        self.sheet = book.add_worksheet(re.sub(r"[\[\]:*?/\\']", " ", title)[:31] or "1")
        self.sheet.freeze_panes(1, 0)
        self._head = book.add_format({"bold": True})
        self._exact = book.add_format({"num_format": "0.00"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._width, self._row = width, 0

    def write(self, row: Sequence[Cell]) -> None:
        """The next row; the first is the heads."""
        if self._width and not self._row:
            self.sheet.set_column(0, max(len(row) - 1, 0), self._width)
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                self.sheet.write_string(self._row, column, cell, None if self._row else self._head)
            elif isinstance(cell, datetime):
                self.sheet.write_datetime(self._row, column, cell, self._moment)
            elif isinstance(cell, date):
                self.sheet.write_datetime(self._row, column, cell, self._day)
            elif cell is not None:
                self.sheet.write_number(self._row, column, cell, self._exact if isinstance(cell, Decimal) else None)
        self._row += 1


def write_xlsx(rows: Iterable[Sequence[Cell]], title: str, widths: Sequence[int] = ()) -> bytes:
    """The rows as a workbook of one sheet."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, AS_TYPED | {"in_memory": True}) as book:
        written = Xlsx(book, title)
        for column, width in enumerate(widths):
            written.sheet.set_column(column, column, width)
        for row in rows:
            written.write(row)
    return out.getvalue()


def lines(content: bytes) -> list[list[str]]:
    """For the bench (`apart.read`): what `read` gives."""
    return read(content)


def read(content: bytes, caps: Caps = CAPS) -> list[list[str]]:
    """The rows of the first sheet as text, whichever form it is; whole numbers without a point, days as ISO 8601.

    :raises Unreadable: it is neither, or too large.
    """
    rows = _xlsx(content, caps) if content[:4] == b"PK\x03\x04" else _csv(content, caps)
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _csv(content: bytes, caps: Caps) -> list[list[str]]:
    if b"\0" in content:
        raise Unreadable(Words("这不是 CSV 或 XLSX 文件", "This is neither CSV nor XLSX"))
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Unreadable(Words("文字编码读不出来，请存成 UTF-8", "The encoding is unknown; save it as UTF-8"))
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            rows.append([unguard(cell) for cell in row])
            _bounded(len(rows), row, caps)
    except csv.Error as error:
        raise Unreadable(
            Words("第 {n} 行的引号或换行不对", "Quotes or line ends of line {n} are wrong").format(n=len(rows) + 1)
        ) from error
    return rows


def _xlsx(content: bytes, caps: Caps) -> list[list[str]]:
    import python_calamine

    _inflates_within(content, caps)
    try:
        sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        if sheet.total_height > caps.rows + 1 or sheet.total_width > caps.columns:
            raise Unreadable(_too_many(caps))
        rows = [[_text(cell) for cell in row] for row in sheet.iter_rows()]
    except (python_calamine.CalamineError, IndexError, OSError) as error:
        raise Unreadable(Words("这个 XLSX 文件读不出来", "This XLSX file cannot be read")) from error
    for number, row in enumerate(rows):
        _bounded(number, row, caps)
    return rows


def _too_many(caps: Caps) -> Words:
    words = Words("最多 {rows} 行、{columns} 列", "At most {rows} rows and {columns} columns")
    return words.format(rows=caps.rows, columns=caps.columns)


def _bounded(number: int, row: Sequence[str], caps: Caps) -> None:
    if number > caps.rows + 1 or len(row) > caps.columns:
        raise Unreadable(_too_many(caps))
    if any(len(cell) > caps.cell for cell in row):
        raise Unreadable(Words("一格最多 {n} 个字", "At most {n} characters a cell").format(n=caps.cell))


def _inflates_within(content: bytes, caps: Caps) -> None:
    """Count while inflating, since what an archive says of itself may be a lie (T21)."""
    most = min(caps.inflated, max(len(content) * MAX_RATIO, 1024 * 1024))
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                with archive.open(entry) as part:
                    while chunk := part.read(65536):
                        total += len(chunk)
                        if total > most:
                            raise Unreadable(Words("解压后太大", "It unpacks to too much"))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise Unreadable(Words("这个 XLSX 文件读不出来", "This XLSX file cannot be read")) from error


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return str(cell)
