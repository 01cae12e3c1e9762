"""Identifiers: UUIDv7 (RFC 9562), so that ids made on a phone and on the server sort by time of making."""

import re
import secrets
import threading
from typing import Annotated

from pydantic import AfterValidator, StringConstraints, WithJsonSchema
from sqlalchemy import String
from sqlalchemy.dialects.postgresql import UUID

from api.kit import clock

IdColumn = String(36).with_variant(UUID(as_uuid=False), "postgresql")
"""Column type of every id: canonical lower-case text on SQLite, native uuid on PostgreSQL, `str` in Python."""

_PATTERN = "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"
Id = Annotated[
    str,
    StringConstraints(pattern=_PATTERN),
    AfterValidator(str.lower),
    WithJsonSchema({"type": "string", "format": "uuid", "pattern": _PATTERN}),
]
"""An id as a client writes it: 36 characters, any UUID version, made lower-case."""

_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """A UUIDv7; ids made by one process always rise, even inside one millisecond."""
    global _last
    with _lock:
        stamp = clock.milliseconds() << 12
        _last = stamp if stamp > _last else _last + 1
        stamp = _last
    value = (stamp >> 12) << 80 | 0x7 << 76 | (stamp & 0xFFF) << 64 | 0b10 << 62 | secrets.randbits(62)
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def secret_id() -> str:
    """128 random bits in the shape of an id, for what must not be found by guessing; it tells nothing, not even its age."""
    text = secrets.token_hex(16)
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def is_id(text: str) -> bool:
    """Whether the text has the shape of an id."""
    return re.fullmatch(_PATTERN, text) is not None
