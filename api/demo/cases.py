"""What happened in the demo network lately: cases on their way through the four steps."""

from __future__ import annotations

from collections.abc import Callable

from api.kit.db import Database


def fill(db: Database, tell: Callable[[str], None]) -> None:
    """Walk cases through the rooms' services at past times."""
