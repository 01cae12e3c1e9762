"""Which part of a generated table this run tries.

Role × route × position and route × field × wrong value are judged above the database, in code that both kinds share. So the two
runs of `make test` share such a table: every line is tried once, a quarter on PostgreSQL, where a line costs three times as
much, the others on SQLite. `SIBU_TEST_WHOLE=1` tries all on each.
"""

from __future__ import annotations

import os
from zlib import crc32

WHOLE = os.environ.get("SIBU_TEST_WHOLE") == "1"
POSTGRES = os.environ.get("SIBU_TEST_DB") == "postgres"


def mine(*line: object) -> bool:
    """Whether this line of a table is tried in this run; the same in every run on this kind of database."""
    return WHOLE or (crc32(repr(line).encode()) % 4 == 0) == POSTGRES
