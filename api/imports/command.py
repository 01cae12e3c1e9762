"""`sibu import`: reads, judges, writes in batches, shows progress, and lists every refused row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from api.imports.mapping import BadMapping, Mapping, read_mapping
from api.imports.reader import Draft, Refusal, drafts
from api.imports.tables import BadRow
from api.imports.writer import Writer
from api.kit.db import Database
from api.kit.words import Words

BATCH = 100
SHOWN = 20
SAME_KEY = Words("和第 {n} 行编号相同", "the same key as line {n} of {file}")


def run(
    db: Database,
    mapping_file: Path,
    source: Path,
    *,
    report: Path | None,
    check_only: bool,
    out: Console,
    station: str | None = None,
) -> int:
    """Import `source` (a file, or the folder that holds the mapping's files); returns the exit code.

    0: every row is in, now or from before; 1: some rows were refused, all others are in; 2: nothing was imported.
    """
    try:
        mapping = read_mapping(mapping_file)
        found, refused = _judge(mapping, _files(mapping, source))
    except (BadMapping, BadRow, OSError) as error:
        out.print(f"[red]Nothing was imported:[/red] {escape(str(error))}")
        return 2
    writer = Writer(db, station)
    if not check_only:
        try:
            refused += _write(writer, found, out)
        except LookupError as error:
            out.print(f"[red]Nothing was imported:[/red] {escape(str(error))}")
            return 2
    _tell(writer, len(found), refused, check_only=check_only, out=out)
    if report:
        _save(report, refused)
    return 1 if refused else 0


def _files(mapping: Mapping, source: Path) -> list[Path]:
    if source.is_file():
        return [source]
    files = [source / name for name in mapping.source.files]
    if missing := [file.name for file in files if not file.is_file()]:
        raise BadRow(Words("缺少文件：{names}", "{at} has no {names}").format(at=source, names=", ".join(missing)))
    return files


def _judge(mapping: Mapping, files: Sequence[Path]) -> tuple[list[Draft], list[Refusal]]:
    found: list[Draft] = []
    refused: list[Refusal] = []
    seen: dict[str, Draft] = {}
    for file in files:
        for item in drafts(mapping, file):
            if isinstance(item, Refusal):
                refused.append(item)
            elif (first := seen.get(item.key)) is not None:
                refused.append(Refusal(item.file, item.line, item.key, SAME_KEY.format(n=first.line, file=first.file)))
            else:
                seen[item.key] = item
                found.append(item)
    return found, refused


def _batches(items: Sequence[Draft]) -> Iterator[Sequence[Draft]]:
    for start in range(0, len(items), BATCH):
        yield items[start : start + BATCH]


def _write(writer: Writer, found: Sequence[Draft], out: Console) -> list[Refusal]:
    refused: list[Refusal] = []
    columns = (TextColumn("importing"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=out, transient=True) as progress:
        task = progress.add_task("cases", total=len(found))
        for batch in _batches(found):
            refused += writer.write(batch)
            progress.advance(task, len(batch))
    return refused


def _tell(writer: Writer, readable: int, refused: list[Refusal], *, check_only: bool, out: Console) -> None:
    if check_only:
        out.print(f"{readable} cases can be imported, {len(refused)} rows cannot; nothing was written")
    else:
        out.print(f"{writer.added} cases added, {writer.there} were there already, {len(refused)} rows refused")
    for bad in sorted(refused, key=lambda bad: (bad.file, bad.line))[:SHOWN]:
        out.print(f"  {escape(bad.file)} line {bad.line} {escape(bad.key)}: {escape(bad.reason)}")
    if len(refused) > SHOWN:
        out.print(f"  … and {len(refused) - SHOWN} more; --report FILE lists them all")


def _save(report: Path, refused: list[Refusal]) -> None:
    with report.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["file", "line", "key", "reason"])
        table.writerows([bad.file, bad.line, _safe(bad.key), _safe(bad.reason)] for bad in refused)


def _safe(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula gets a quote in front (T20)."""
    return f"'{cell}" if cell[:1] in tuple("=+-@\t\r\n＝＋－＠") else cell
