"""The workers of a run, as processes: all kinds on all databases stand ready at once, so that short rounds can take turns."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.bench.operations import KINDS, Operation

WORKERS = 2


@dataclass(frozen=True)
class Workers:
    """The workers of one kind on one database."""

    ports: Sequence[int]
    pids: Sequence[int]


@dataclass(frozen=True)
class Ground:
    """A seeded database, what is asked of it, and who answers."""

    cases: int
    operations: list[Operation]
    workers: dict[str, Workers]


@contextmanager
def ready(cases: int, operations: list[Operation], url: str) -> Iterator[Ground]:
    """Two workers of each kind on this database."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        file = folder / "operations.json"
        file.write_text(json.dumps([asdict(operation) for operation in operations]), "utf-8")
        found = {}
        for kind in KINDS:
            started = [stack.enter_context(_process(kind, url, file)) for _ in range(WORKERS)]
            found[kind] = Workers([port for port, _ in started], [pid for _, pid in started])
        yield Ground(cases, operations, found)


@contextmanager
def _process(kind: str, url: str, file: Path) -> Iterator[tuple[int, int]]:
    """A worker's port and process; the next one begins when this one listens."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.serve", kind, url, str(file)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        word, _, port = process.stdout.readline().strip().partition(" ")
        if word != "ready":
            raise RuntimeError(f"the {kind} worker did not start")
        yield int(port), process.pid
    finally:
        process.terminate()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()
