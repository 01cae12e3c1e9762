"""`/devices`: the phones that people work with."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.field.devices import answers, queries, schemas, service
from api.field.devices.problems import DeviceSecretWrong
from api.field.devices.workflow import WORKFLOW
from api.kit import fieldwork
from api.kit.edge import PUBLIC, Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.unit import Unit

resource = Resource("/devices", visible=queries.visible)
router = resource.router


@resource.get(permission=P.DEVICES_VIEW, answer=list_of(schemas.DeviceRow))
def list_devices(unit: Unit, query: schemas.DevicesQuery) -> dict[str, Any]:
    """Phones in the caller's sight, newest first; one's own where one is no coordinator."""
    return queries.page(unit, query, lambda row: answers.line(unit, row))


@resource.post(permission=P.DEVICES_CREATE, answer=schemas.OwnDevice, refuses=(fieldwork.DeviceNotYours,), key="none")
def enrol_device(unit: Unit, command: schemas.DeviceEnrol) -> dict[str, Any]:
    """Enrol a phone for who is signed in. Id and secret are made on it; doing it again is harmless."""
    return service.enrol(unit, command)


@resource.post("/standing", permission=PUBLIC, answer=schemas.StandingRead, refuses=(DeviceSecretWrong,), key="none",
               status=200)  # fmt: skip
def ask_device_standing(unit: Unit, command: schemas.Standing) -> dict[str, Any]:
    """A phone whose session has ended proves itself by its secret and asks whether it is to be wiped (C14)."""
    return service.standing(unit, command)


@resource.get("/{id}", permission=P.DEVICES_VIEW, answer=schemas.DeviceRead)
def read_device(unit: Unit, id: Id) -> dict[str, Any]:
    """One phone."""
    return answers.read(unit, id)


@resource.post("/{id}/report", permission=P.DEVICES_EDIT, answer=schemas.OwnDevice, key="none", status=200)
def report_device(unit: Unit, id: Id, command: schemas.DeviceReport) -> dict[str, Any]:
    """The phone tells what waits on it, and is told the time, whether to wipe, and what it is waited for."""
    return service.report(unit, id, command)


@resource.put("/{id}/push", permission=P.DEVICES_EDIT, answer=schemas.OwnDevice)
def subscribe_device(unit: Unit, id: Id, command: schemas.PushSubscribe) -> dict[str, Any]:
    """Where this phone is told that there is something new (Web Push)."""
    return service.subscribe(unit, id, command)


@resource.delete("/{id}/push", permission=P.DEVICES_EDIT)
def unsubscribe_device(unit: Unit, id: Id) -> None:
    """It is told nothing any more."""
    service.unsubscribe(unit, id)


resource.actions(WORKFLOW, service, answer=schemas.DeviceRead)
