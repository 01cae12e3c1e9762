"""The chain's head written outside the database, so that even a tail cut off or a chain hashed anew shows (P27)."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

EVERY = timedelta(hours=1)
NAME = "anchors.log"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the chain's head was at some moment."""

    at: datetime
    position: int
    hash: str


class Anchors:
    """One line of JSON each, only ever appended to, on the disk before `write` returns. Copy it to another machine."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME

    def read(self) -> list[Anchor]:
        """All anchors, oldest first. A line that was cut by a crash while it was written is no anchor."""
        if not self.path.exists():
            return []
        found = []
        for line in self.path.read_text("utf-8").splitlines():
            try:
                value = json.loads(line)
                found.append(Anchor(datetime.fromisoformat(value["at"]), value["position"], value["hash"]))
            except (ValueError, KeyError, TypeError):
                continue
        return found

    def write(self, anchor: Anchor) -> None:
        """Add one."""
        line = json.dumps({"at": anchor.at.isoformat(), "position": anchor.position, "hash": anchor.hash})
        with self.path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")
            file.flush()
            os.fsync(file.fileno())
