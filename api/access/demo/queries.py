"""Every SELECT on the demo's accounts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from api.access import tree
from api.access.model import Account, DemoMark, Post
from api.access.policy import ROLE_LABELS, Role
from api.kit.problems import NotFound
from api.kit.unit import Unit

_account = Account.__table__  # type: ignore[attr-defined]
_mark = DemoMark.__table__  # type: ignore[attr-defined]
_post = Post.__table__  # type: ignore[attr-defined]


def is_demo(unit: Unit) -> bool:
    """Whether the demo filled this database."""
    return unit.value(select(_mark.c.id)) is not None


def sign_ins(unit: Unit) -> dict[str, Any]:
    """The demo's accounts, one line per post, in the order of the policy.

    :raises NotFound: this is no demo database.
    """
    if not is_demo(unit):
        raise NotFound
    rows = unit.rows(
        select(_account.c.account, _account.c.name, _post.c.role, _post.c.station_id)
        .join(_post, _post.c.employee_id == _account.c.employee_id)
        .where(_account.c.demo, _account.c.active, _post.c.ends_on.is_(None))
    )
    stations = tree.names(unit.conn, {row["station_id"] for row in rows})
    order = {str(role): place for place, role in enumerate(Role)}
    rows.sort(key=lambda row: (order[row["role"]], stations[row["station_id"]]["code"], row["account"]))
    return {
        "accounts": [
            {
                "account": row["account"],
                "name": row["name"],
                "role": row["role"],
                "role_label": unit.say(ROLE_LABELS[Role(row["role"])]),
                "station": stations[row["station_id"]],
            }
            for row in rows
        ]
    }
