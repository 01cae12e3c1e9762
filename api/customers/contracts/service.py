"""Verbs on service agreements."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete

from api.access import scope
from api.access.policy import P
from api.customers.contracts import facts, queries, schemas
from api.customers.contracts.model import Contract, ContractAsset
from api.customers.customers import queries as customers
from api.events import log
from api.kit.ids import new_id
from api.kit.numbering import next_number
from api.kit.problems import Forbidden, Invalid
from api.kit.unit import Unit
from api.kit.words import Words

_covered = ContractAsset.__table__  # type: ignore[attr-defined]


def sign(unit: Unit, command: schemas.ContractCreate) -> dict[str, Any]:
    """Put an agreement on file; it belongs to the customer's station.

    :raises Invalid: the customer or a device is not there for the caller, or the device is another customer's.
    :raises Forbidden: the customer's station is not the caller's to write for.
    """
    customer = customers.known(unit, command.customer_id)
    if customer is None:
        raise Invalid.field("/body/customer_id", "unknown", Words("没有这位客户", "There is no such customer"))
    reach = unit.actor.reach(P.CONTRACTS_CREATE)
    if not reach.everywhere and customer.station_id not in reach.stations:
        raise Forbidden(permission=str(P.CONTRACTS_CREATE))
    devices = _devices(unit, command.asset_ids, customer.id)
    station = customers.station_ref(unit, customer.station_id)
    number = next_number(unit, "SC", station["code"], unit.today)
    row = unit.insert(
        Contract,
        id=command.id,
        number=number,
        station_id=customer.station_id,
        customer_id=customer.id,
        starts_on=command.starts_on,
        ends_on=command.ends_on,
        covers_on_site=command.covers_on_site,
        covers_labour=command.covers_labour,
        covers_parts=command.covers_parts,
    )
    _cover(unit, row.id, devices)
    fact = facts.ContractSigned(
        number=number,
        customer_id=customer.id,
        starts_on=command.starts_on,
        ends_on=command.ends_on,
        asset_ids=devices,
    )
    log.append(unit, row, fact)
    return queries.read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.ContractChange) -> dict[str, Any]:
    """Change what was sent.

    :raises Forbidden: visible, but not the caller's to edit.
    :raises Invalid: it would end before it starts.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.CONTRACTS_EDIT, row)
    sent = {name: getattr(command, name) for name in command.model_fields_set}
    if not sent:
        return queries.read(unit, id)
    for name, value in sent.items():
        if value is None:
            raise Invalid.field(f"/body/{name}", "missing", Words("不能空着", "Must not be empty"))
    starts, ends = sent.get("starts_on", row.starts_on), sent.get("ends_on", row.ends_on)
    if ends < starts:
        raise Invalid.field("/body/ends_on", schemas.BACKWARDS.code, schemas.BACKWARDS.words)
    devices = None
    if wanted := sent.pop("asset_ids", None):
        devices = _devices(unit, wanted, row.customer_id)
        unit.conn.execute(delete(_covered).where(_covered.c.contract_id == id))
        _cover(unit, id, devices)
    fact = facts.ContractChanged(fields=sorted(command.model_fields_set), ends_on=ends, asset_ids=devices)
    log.append(unit, row, fact, **sent)
    return queries.read(unit, id)


def end(unit: Unit, id: str, command: schemas.ContractEnd) -> dict[str, Any]:
    """End an agreement before its time.

    :raises Invalid: the day lies outside its term.
    """
    row = queries.one(unit, id)
    scope.demand(unit, P.CONTRACTS_VOID, row)
    if not row.starts_on <= command.on <= row.ends_on:
        words = Words("要在协议期内", "Must lie within the agreement's term")
        raise Invalid.field("/body/on", "outside_term", words)
    log.append(unit, row, facts.ContractEnded(ended_on=command.on, reason=command.reason), ended_on=command.on)
    return queries.read(unit, id)


def _devices(unit: Unit, wanted: list[str], customer_id: str) -> list[str]:
    ids = list(dict.fromkeys(wanted))
    known = queries.assets_of_customer(unit, ids, customer_id)
    for index, id in enumerate(wanted):
        if id not in known:
            words = Words("这位客户没有这台设备", "This customer has no such device")
            raise Invalid.field(f"/body/asset_ids/{index}", "unknown", words)
    return ids


def _cover(unit: Unit, contract_id: str, devices: list[str]) -> None:
    rows = [{"id": new_id(), "contract_id": contract_id, "asset_id": id} for id in devices]
    unit.insert_many(ContractAsset, rows)
