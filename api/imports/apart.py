"""Has a stranger's file read by a process of its own, within its time and memory (T21); the rows come back as text."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from api.imports import bench
from api.imports.tables import BadRow, Form, Row
from api.kit.words import Words

ROOT = Path(__file__).parents[2]
COSTLY = Words("这个文件读起来太费时或太占内存", "The file takes too much time or memory to read")


def read(source: Form, content: bytes) -> Iterator[Row]:
    """The rows of a file as `tables.read` gives them.

    :raises BadRow: it cannot be read, holds more than is read, or costs more than a file may.
    """
    with tempfile.TemporaryDirectory(prefix="sibu-import-") as folder:
        file, rows = Path(folder) / "file", Path(folder) / "rows"
        file.write_bytes(content)
        form = {"encoding": source.encoding, "delimiter": source.delimiter, "explode": source.explode}
        told_to = [str(bench.MEMORY), str(ROOT), json.dumps(form), str(file), str(rows)]
        try:
            # isolated: no environment, no working folder; of ours only what reads tables
            ended = subprocess.run(  # noqa: S603 - our own program on our own paths
                [sys.executable, "-I", bench.__file__, *told_to],
                cwd=folder, env=None if sys.platform == "win32" else {}, stdin=subprocess.DEVNULL, capture_output=True,
                timeout=bench.SECONDS, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise BadRow(COSTLY) from None
        if ended.returncode < 0:
            raise BadRow(COSTLY)  # killed by its own bounds
        if ended.returncode:
            raise RuntimeError(f"the bench broke: {ended.stderr[-2000:].decode(errors='replace')}")
        told = json.loads(ended.stdout)
        if told.get("costly"):
            raise BadRow(COSTLY)
        if refused := told.get("refused"):
            raise BadRow(Words(*refused))
        with rows.open(encoding="utf-8") as lines:
            for line in lines:
                number, cells, bad = json.loads(line)
                yield Row(number, cells, Words(*bad) if bad else None)
