"""Has a stranger's file read by a process of its own, within its time and memory (T21); what is read comes back as lines."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from api.kit import bench
from api.kit.words import Worded, Words

ROOT = Path(__file__).parents[2]
COSTLY = Words("这个文件读起来太费时或太占内存", "The file takes too much time or memory to read")


class Refused(Worded):
    """The file cannot be read, holds more than is read, or costs more than a file may; `words` say which."""


def read(reader: str, content: bytes, form: dict[str, Any] | None = None) -> Iterator[Any]:
    """What `lines(content, **form)` of the module `reader` gives, each through JSON.

    :raises Refused: the reader refuses the file, or was ended by its own bounds.
    """
    with tempfile.TemporaryDirectory(prefix="sibu-apart-") as folder:
        file, lines = Path(folder) / "file", Path(folder) / "lines"
        file.write_bytes(content)
        told_to = [str(bench.MEMORY), str(ROOT), reader, json.dumps(form or {}), str(file), str(lines)]
        try:
            # isolated: no environment, no working folder; of ours only what reads tables
            ended = subprocess.run(  # noqa: S603 - our own program on our own paths
                [sys.executable, "-I", bench.__file__, *told_to],
                cwd=folder, env=None if sys.platform == "win32" else {}, stdin=subprocess.DEVNULL, capture_output=True,
                timeout=bench.SECONDS, check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise Refused(COSTLY) from None
        if ended.returncode < 0:
            raise Refused(COSTLY)  # killed by its own bounds
        if ended.returncode:
            raise RuntimeError(f"the bench broke: {ended.stderr[-2000:].decode(errors='replace')}")
        told = json.loads(ended.stdout)
        if told.get("costly"):
            raise Refused(COSTLY)
        if refused := told.get("refused"):
            raise Refused(Words(*refused))
        with lines.open(encoding="utf-8") as written:
            yield from map(json.loads, written)
