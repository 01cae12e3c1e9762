"""Who may take which list out, and whose eyes reach as far (T31)."""

from __future__ import annotations

from api.access.actor import Actor
from api.access.policy import RIGHTS
from api.kit.edge import Endpoint

_GIVEN = {right for rights in RIGHTS.values() for right in rights}


def right_of(edge: Endpoint) -> str | None:
    """The right to take this list out in bulk, or None where the policy gives it to nobody."""
    right = f"{edge.permission.partition(':')[0]}:export"
    return right if right in _GIVEN else None


def exporter(actor: Actor, edge: Endpoint) -> Actor | None:
    """The same person with only the roles that may take this list out, so that he takes out no more than these show him.

    None: he may not at all. Where nobody holds the right in bulk, seeing is enough, and every file needs approval.
    """
    right = right_of(edge)
    if not actor.holds(edge.permission) or (right and not actor.holds(right)):
        return None
    if right is None:
        return actor
    return Actor.of(
        grants=[grant for grant in actor.grants if {right, edge.permission} <= RIGHTS[grant.role].keys()],
        id=actor.id, kind=actor.kind, name=actor.name, employee_id=actor.employee_id, locale=actor.locale,
        session_id=actor.session_id, demo=actor.demo,
    )  # fmt: skip


def reaches_as_far(approver: Actor, asker: Actor, edge: Endpoint) -> bool:
    """Whether the approver may see every row that the asker takes out, so that he knows what he lets go.

    What is the asker's own is taken to lie at the stations where he holds a post.
    """
    seen, wanted = approver.reach(edge.permission), asker.reach(edge.permission)
    if seen.everywhere or wanted.everywhere:
        return seen.everywhere
    posts = {grant.station_id for grant in asker.grants if grant.station_id} if wanted.own else set()
    return bool(seen.stations) and wanted.stations | posts <= seen.stations
