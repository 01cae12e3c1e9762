"""`/templates`: checklists, forms and question sets, and what each of their versions asks."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.forms.templates import queries, schemas, service
from api.forms.templates.workflow import WORKFLOW
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/templates", visible=queries.visible)
router = resource.router
_versions = Resource("/template-versions")
versions_router = _versions.router


@resource.get(permission=P.TEMPLATES_VIEW, answer=list_of(schemas.TemplateRow))
def list_templates(unit: Unit, query: schemas.TemplatesQuery) -> dict[str, Any]:
    """Templates by chapter."""
    return queries.page(unit, query, lambda row: service.line(unit, row))


@resource.post(permission=P.TEMPLATES_CREATE, answer=schemas.TemplateRead)
def draft_template(unit: Unit, command: schemas.TemplateCreate) -> dict[str, Any]:
    """Begin a new one."""
    return service.draft(unit, command)


@resource.get("/palette", permission=P.TEMPLATES_VIEW, answer=schemas.PaletteRead)
def read_palette(unit: Unit) -> dict[str, Any]:
    """What an author of forms chooses from: chapters, roles, kinds of records with their acts."""
    return service.palette(unit)


@resource.get("/{id}", permission=P.TEMPLATES_VIEW, answer=schemas.TemplateRead)
def read_template(unit: Unit, id: Id) -> dict[str, Any]:
    """One template with its draft and versions."""
    return service.read(unit, id)


@resource.patch("/{id}", permission=P.TEMPLATES_EDIT, answer=schemas.TemplateRead)
def change_template(unit: Unit, id: Id, command: schemas.TemplateChange) -> dict[str, Any]:
    """Work on the draft."""
    return service.change(unit, id, command)


resource.actions(WORKFLOW, service, answer=schemas.TemplateRead)


@_versions.get("/{id}", permission=P.TEMPLATES_VIEW, answer=schemas.VersionRead)
def read_template_version(unit: Unit, id: Id) -> dict[str, Any]:
    """What a published version asks, as layout and as JSON Schema."""
    return queries.version(unit, id)
