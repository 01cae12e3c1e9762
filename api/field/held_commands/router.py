"""`/held-commands`: what phones sent and what could not take effect by itself."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.field.held_commands import answers, queries, schemas, service
from api.field.held_commands.problems import HeldCommandStuck
from api.field.held_commands.workflow import WORKFLOW
from api.kit import fieldwork
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/held-commands", visible=queries.visible)
router = resource.router


@resource.get(permission=P.HELD_COMMANDS_VIEW, answer=list_of(schemas.HeldCommandRow))
def list_held_commands(unit: Unit, query: schemas.HeldCommandsQuery) -> dict[str, Any]:
    """Commands of phones that wait, are to be decided, or were decided; newest first."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.get("/{id}", permission=P.HELD_COMMANDS_VIEW, answer=schemas.HeldCommandRead)
def read_held_command(unit: Unit, id: Id) -> dict[str, Any]:
    """One command with what it says."""
    return answers.read(unit, id)


@resource.post(
    permission=P.HELD_COMMANDS_CREATE, answer=schemas.HeldCommandRead, key="required",
    refuses=(*fieldwork.REFUSALS,),
)  # fmt: skip
def hand_over_command(unit: Unit, command: schemas.HandOver) -> dict[str, Any]:
    """A phone hands over what was refused: for the coordinator to decide, or dropped by its engineer and kept."""
    return service.hand_over(unit, command)


resource.actions(WORKFLOW, service, answer=schemas.HeldCommandRead, refuses=(HeldCommandStuck,))
