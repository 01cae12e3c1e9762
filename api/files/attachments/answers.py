"""How a file is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from api.access.actor import SYSTEM
from api.events import queries as people
from api.files.attachments import parents, queries
from api.files.attachments.purposes import PURPOSES
from api.files.attachments.workflow import WORKFLOW
from api.kit.unit import Row, Unit

BASE = "/api/v1/attachments"
CASE = "service_request"
_PLAIN = (
    "id", "version", "status", "purpose", "slot", "name", "media", "bytes", "width", "height", "pages", "case_id",
    "created_at", "occurred_at", "attached_at",
)  # fmt: skip


def read(unit: Unit, attachment: Row) -> dict[str, Any]:
    """One file as `AttachmentRead`."""
    return shown(unit, [attachment])[0]


def shown(unit: Unit, attachments: list[Row]) -> list[dict[str, Any]]:
    """Several; each parent is asked for once."""
    known: dict[tuple[str, str], Row] = {}
    for one in attachments:
        if one.parent_id:
            place = (one.parent_kind, one.parent_id)
            if place not in known:
                known[place] = parents.one(unit, *place)
            one.__dict__["_parent"] = known[place]
    names = _names(unit, attachments)
    return [_shown(unit, one, names) for one in attachments]


def _names(unit: Unit, attachments: Iterable[Row]) -> dict[str, str]:
    ids = {id for one in attachments for id in (one.owner_id, one.voided_by_id) if id}
    return people.names_of_actors(unit.conn, ids) | {SYSTEM.id: SYSTEM.name}


def _shown(unit: Unit, one: Row, names: dict[str, str]) -> dict[str, Any]:
    here = f"{BASE}/{one.id}"
    return {name: getattr(one, name) for name in _PLAIN} | {
        "status_label": WORKFLOW.label(one.status, unit.locale),
        "purpose_label": unit.say(PURPOSES[one.purpose].label),
        "content": f"{here}/content" if one.content_id else None,
        "thumbnail": f"{here}/thumbnail" if one.thumbnail_id else None,
        "parent": one.parent_id and {"kind": one.parent_kind, "id": one.parent_id},
        "sent_by": {"id": one.owner_id, "name": names.get(one.owner_id, "")},
        "void": one.voided_at
        and {
            "at": one.voided_at,
            "by": {"id": one.voided_by_id, "name": names.get(one.voided_by_id, "")},
            "reason": one.void_reason,
        },
        "offered": WORKFLOW.offered(unit, one, BASE),
    }


def listed(unit: Unit, query: Any) -> dict[str, Any]:
    """A page of files.

    :raises NotFound: the caller may not see the thing whose files he asks for.
    """
    may_add = True  # drafts are one's own
    if query.parent_kind:
        parent = parents.one(unit, query.parent_kind, query.parent_id)
        may_add = parents.may_add(unit, query.parent_kind, parent)
    elif query.case_id:
        may_add = parents.may_add_to(unit, CASE, query.case_id)
    found = queries.page(unit, query)
    found["may_add"] = may_add
    found["items"] = shown(unit, [queries.as_row(values) for values in found["items"]])
    return found
