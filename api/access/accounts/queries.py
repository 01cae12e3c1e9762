"""Every SELECT on accounts as administrators see them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, or_, select

from api.access import scope, tree
from api.access.accounts.schemas import AccountsQuery
from api.access.accounts.workflow import STATES, WORKFLOW
from api.access.model import Account, Post
from api.access.policy import ROLE_LABELS, P, Role
from api.kit.listing import Order, page
from api.kit.unit import Row, Unit

_account = Account.__table__  # type: ignore[attr-defined]
_post = Post.__table__  # type: ignore[attr-defined]
_ORDERS = {"account": Order(_account.c.account, _account.c.id)}


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """An account that the caller may see, with its `status`.

    :raises NotFound: :raises Stale:
    """
    found = unit.one(Account, _account.c.id == id, scope.visible(unit, P.ACCOUNTS_VIEW, Account), lock=lock)
    found.__dict__["status"] = _status(found.active)
    return found


def visible(unit: Unit, id: str) -> Row:
    """For repeats: the account, if the caller may still see it."""
    return one(unit, id)


def named(unit: Unit, name: str) -> bool:
    """Whether the sign-in name is taken, wherever."""
    return unit.value(select(_account.c.id).where(_account.c.account == name)) is not None


def of_employee(unit: Unit, employee_id: str) -> bool:
    """Whether the employee has an account already."""
    return unit.value(select(_account.c.id).where(_account.c.employee_id == employee_id)) is not None


def of_person(unit: Unit, employee_id: str) -> Row | None:
    """The employee's account, for what follows him, so without scope."""
    found = unit.first(select(*_account.c).where(_account.c.employee_id == employee_id).with_for_update())
    return None if found is None else Row(_account, found)


def listed(unit: Unit, query: AccountsQuery) -> dict[str, Any]:
    """One page of accounts."""
    statement: Select[Any] = select(*_account.c).where(scope.visible(unit, P.ACCOUNTS_VIEW, Account))
    if query.status:
        statement = statement.where(_account.c.active.is_(query.status == "active"))
    if query.station_id:
        statement = statement.where(_account.c.station_id == query.station_id)
    if query.q:
        statement = statement.where(
            or_(
                _account.c.account.icontains(query.q, autoescape=True),
                _account.c.name.icontains(query.q, autoescape=True),
            )
        )
    found = page(unit, statement, query, _ORDERS, sort=query.sort)
    stations = tree.names(unit.conn, {row["station_id"] for row in found["items"] if row["station_id"]})
    found["items"] = [_shown(unit, row, stations) for row in found["items"]]
    return found


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole account with its posts and what may be done with it."""
    account = one(unit, id)
    posts = unit.rows(
        select(_post.c.role, _post.c.station_id)
        .where(_post.c.employee_id == account.employee_id, _post.c.ends_on.is_(None))
        .order_by(_post.c.starts_on, _post.c.id)
    )
    ids = {account.station_id, *(post["station_id"] for post in posts)} - {None}
    stations = tree.names(unit.conn, ids)
    return _shown(unit, account.__dict__, stations) | {
        "roles": [
            {
                "role": post["role"],
                "label": unit.say(ROLE_LABELS[Role(post["role"])]),
                "station": stations.get(post["station_id"]),
            }
            for post in posts
        ],
        "offered": WORKFLOW.offered(unit, account, "/api/v1/accounts"),
    }


def _status(active: bool) -> str:
    return "active" if active else "disabled"


def _shown(unit: Unit, row: dict[str, Any], stations: Any) -> dict[str, Any]:
    status = _status(row["active"])
    return {
        "id": row["id"],
        "version": row["version"],
        "account": row["account"],
        "name": row["name"],
        "employee": {"id": row["employee_id"], "name": row["name"]} if row["employee_id"] else None,
        "station": stations.get(row["station_id"]),
        "status": status,
        "status_label": STATES[status].into(unit.locale),
        "has_password": row["password_hash"] is not None,
        "locale": row["locale"],
        "created_at": row["created_at"],
    }
