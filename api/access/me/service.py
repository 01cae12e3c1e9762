"""What everybody may change about himself."""

from __future__ import annotations

from typing import Any

from api.access import tokens
from api.access.accounts.facts import LocaleChosen
from api.access.me import queries, schemas
from api.access.sessions import service as sessions
from api.events import log
from api.kit.problems import NotFound, Stale
from api.kit.unit import Unit


def choose_locale(unit: Unit, command: schemas.ChooseLocale) -> dict[str, Any]:
    """The language of one's screens, on every device.

    :raises Stale: changed elsewhere meanwhile.
    """
    account = queries.own_account(unit)
    if account.version != unit.match:
        raise Stale(version=account.version, headers={"ETag": f'"{account.version}"'})
    log.append(unit, account, LocaleChosen(locale=command.locale), locale=command.locale)
    tokens.forget(unit)
    return queries.me(unit)


def end_session(unit: Unit, id: str) -> None:
    """Sign out one of one's own devices.

    :raises NotFound: it is not one's own, or has ended.
    """
    if id not in sessions.living(unit, unit.actor.id):
        raise NotFound
    sessions.end(unit, queries.own_account(unit), id, "ended_by_owner")
