"""A printing drawn again from what is kept of it: rights are asked anew, the drawing comes after the transaction."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

from fastapi import Response
from pydantic_core import to_json

from api.kit.edge import Afterwards
from api.kit.problems import NotFound
from api.kit.unit import Unit
from api.paper.documents import queries, rendering, service
from api.paper.documents.kinds import TABLE
from api.paper.documents.printing import presses
from api.paper.documents.schemas import PreviewQuery

Ready = Callable[[Any], list[dict[str, Any]]]
"""Given the settings: the sheets for the press."""


def content(unit: Unit, id: str) -> Afterwards:
    """One printing as a PDF.

    :raises NotFound: no such printing, its record is not the caller's to see, or what stood on it was erased.
    """
    found = queries.visible(unit, id)
    return _pdf(_sheets(unit, [found]), f"{found['number']}-{found['kind'].replace('_', '-')}.pdf")


def batch(unit: Unit, id: str) -> Afterwards:
    """All that was printed together with this one, as one PDF; records that the caller may not see are left out."""
    rows = queries.together(unit, queries.visible(unit, id))
    first = rows[0]
    return _pdf(_sheets(unit, rows), f"{first['number']}-{first['kind'].replace('_', '-')}-{len(rows)}.pdf")


def preview(unit: Unit, query: PreviewQuery) -> Afterwards:
    """Pictures of the pages."""
    kind, values, drawn = service.preview(unit, query)

    def make(system: Any) -> Response:
        sheet = rendering.sheet(
            values, kind=kind.name, copy=query.copy_, language=query.language, preview=True, signature=drawn,
            href=kind.href.format(id=query.subject_id), company=system.settings.company,
            address=system.settings.address,
        )  # fmt: skip
        pages = presses.draw([sheet], "png")
        body = to_json({"pages": [base64.b64encode(page).decode() for page in pages]})
        return Response(body, 200, {"cache-control": "no-store"}, "application/json")

    return Afterwards(make)


def _sheets(unit: Unit, rows: list[dict[str, Any]]) -> Ready:
    kept = queries.contents(unit, [row["id"] for row in rows])
    if len(kept) < len(rows):
        raise NotFound
    pictures = queries.pictures(unit, [id for values in kept.values() if (id := values["signature_id"])])
    phones = {row["id"]: _phone(unit, row, kept[row["id"]]) for row in rows}

    def ready(settings: Any) -> list[dict[str, Any]]:
        return [
            rendering.sheet(
                kept[row["id"]], kind=row["kind"], copy=row["copy"], language=row["language"],
                href=TABLE[row["kind"]].href.format(id=row["subject_id"]), company=settings.company,
                address=settings.address, phone=phones[row["id"]],
                signature=pictures.get(kept[row["id"]]["signature_id"] or ""),
            )
            for row in rows
        ]  # fmt: skip

    return ready


def _phone(unit: Unit, row: dict[str, Any], values: dict[str, Any]) -> str | None:
    """The number in full only for the one who printed it, to whom it was counted as shown, and while he may see it (D43)."""
    if not values["phone"] or row["printed_by_id"] is None or row["printed_by_id"] != unit.actor.employee_id:
        return None
    return values["phone"] if queries.may_dial(unit, values["contact_id"]) else None


def _pdf(ready: Ready, name: str) -> Afterwards:
    def make(system: Any) -> Response:
        (drawn,) = presses.draw(ready(system.settings))
        headers = {"cache-control": "no-store", "content-disposition": f'inline; filename="{name}"'}
        return Response(drawn, 200, headers, "application/pdf")

    return Afterwards(make)
