"""What the databases and the disk refuse, as problems of ours: their own words never reach the client."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, PendingRollbackError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from api.kit import problems
from api.kit.db import savepoint
from api.kit.problems import Invalid, Problem, StorageFull, Unavailable
from api.kit.words import Words


def worth_another_try(error: DBAPIError) -> bool:
    """Deadlocks and serialisation failures resolve themselves when the loser starts over."""
    return getattr(error.orig, "sqlstate", None) in ("40001", "40P01")


def _broken_rule() -> Problem:
    return Invalid(Words("不合记录的规矩，没有存", "It breaks a rule of the records; nothing was stored"))


def _not_there() -> Problem:
    return Invalid(Words("引用的记录不存在", "It refers to something that does not exist"))


def _missing() -> Problem:
    return Invalid(Words("有必须填的内容没填", "Something that must be filled in is missing"))


_REFUSED: dict[str, Callable[[], Problem]] = {
    "23505": problems.Duplicate,
    "UNIQUE constraint failed": problems.Duplicate,
    "23P01": problems.Duplicate,  # an exclusion: what is asked for is taken
    "23503": _not_there,
    "FOREIGN KEY constraint failed": _not_there,
    "23502": _missing,
    "NOT NULL constraint failed": _missing,
    "P0001": _broken_rule,  # a trigger of ours said no; on SQLite it is told apart by nothing but its own words
}
"""What the databases call their refusals: PostgreSQL by SQLSTATE, SQLite by how its message begins. Others are CHECKs."""


_AWAY = ("08", "53", "57", "25006", "25P03", "55P03")
"""How states begin that tell of the server and not of what was asked: gone, going, overloaded, standing by, out of time."""
_FULL = (errno.ENOSPC, errno.EDQUOT)


def translate(error: DBAPIError) -> NoReturn:
    """A database's own refusal as a problem; what it says never reaches the client."""
    text, state = str(error.orig), getattr(error.orig, "sqlstate", None) or ""
    if "database or disk is full" in text or state == "53100":
        raise StorageFull from error
    if isinstance(error, OperationalError) or error.connection_invalidated or state.startswith(_AWAY):
        raise Unavailable from error
    if refused := _REFUSED.get(state or text.partition(":")[0]):
        raise refused() from error
    if isinstance(error, IntegrityError):
        raise _broken_rule() from error
    raise error


@contextmanager
def spoken() -> Iterator[None]:
    """What database and disk refuse inside is a problem of ours; a database that is away is an interruption (P21, P22).

    :raises Problem: what was refused.
    """
    try:
        yield
    except DBAPIError as error:
        translate(error)
    except (PoolTimeout, PendingRollbackError) as error:  # no connection came free, or it was lost on the way
        raise Unavailable from error
    except OSError as error:
        if error.errno in _FULL:
            raise StorageFull from error
        raise


@contextmanager
def kept_apart(conn: Connection) -> Iterator[None]:
    """Whatever is refused inside is undone alone and is a problem of ours, so that the transaction can go on.

    :raises Problem: what was refused, by a rule or by the database.
    """
    try:
        with savepoint(conn):
            yield
    except DBAPIError as error:
        translate(error)
