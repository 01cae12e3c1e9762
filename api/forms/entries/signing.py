"""Signatures in the places that the form names."""

from __future__ import annotations

from typing import Any

from api.events import log
from api.forms.design.layout import SignaturePlace
from api.forms.entries import answers, facts, queries, schemas
from api.forms.entries.answers import BASE
from api.forms.entries.model import EntrySignature
from api.forms.entries.service import held, may_fill
from api.forms.entries.workflow import WORKFLOW
from api.kit import drawings
from api.kit.problems import Duplicate, Forbidden, Invalid
from api.kit.unit import Unit
from api.kit.words import Words


def sign(unit: Unit, id: str, command: schemas.Sign) -> dict[str, Any]:
    """Sign in one place; with the last required signature the entry is signed.

    :raises Invalid: no such place, or the customer's name or hand is missing.
    :raises Duplicate: the place is signed already.
    :raises Forbidden: the place is another role's.
    """
    row, layout = held(unit, id)
    changes: dict[str, Any] = WORKFLOW.fire(unit, "sign", row, BASE)
    place = next((one for one in layout.signatures if one.key == command.place), None)
    if place is None:
        raise Invalid.field("/body/place", "unknown", Words("表上没有这个签字处", "The form has no such place"))
    signed = {one["place"] for one in queries.signatures(unit, id)}
    if place.key in signed:
        raise Duplicate(Words("这里已经签过", "It is signed already"))
    picture = drawings.drawn(command.picture) if command.picture else None
    signer = _signer(unit, place, command)
    at = unit.moment(after=row.completed_at)
    made = unit.insert(
        EntrySignature, entry_id=id, place=place.key, signer=signer, signed_at=at, picture=picture,
        employee_id=unit.actor.employee_id if place.by == "staff" else None,
    )  # fmt: skip
    if {one.key for one in layout.signatures if one.required} <= signed | {place.key}:
        changes = WORKFLOW.fire(unit, "seal", row, BASE) | {"signed_at": at}
    fact = facts.EntrySigned(place=place.label.zh, signer=signer, signature_id=made.id)
    log.append(unit, row, fact, **changes)
    return answers.read(unit, id)


def _signer(unit: Unit, place: SignaturePlace, command: schemas.Sign) -> str:
    if place.by == "staff":
        if place.roles and not may_fill(unit, place.roles):
            raise Forbidden(Words("这里不由您的岗位签", "Your role does not sign here"))
        return unit.actor.name
    if not command.signer:
        raise Invalid.field("/body/signer", "missing", Words("写上签字人", "Who signs?"))
    if not command.picture:
        raise Invalid.field("/body/picture", "missing", Words("请客户签字", "The customer's signature is missing"))
    return command.signer
