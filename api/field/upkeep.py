"""What the field forgets: that a command of a phone was settled, when no other command can name it any more."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete

from api.field.held_commands.model import FieldCommandTaken
from api.kit.unit import Unit

_taken = FieldCommandTaken.__table__  # type: ignore[attr-defined]
KEPT = timedelta(days=400)
"""Longer than any job waits for its next step; what the command did stays in the log."""


def forget_old(unit: Unit) -> int:
    """Drop what is known of commands settled over a year ago; returns how many. Run daily by the worker."""
    return unit.conn.execute(delete(_taken).where(_taken.c.recorded_at < unit.now - KEPT)).rowcount
