"""Every SELECT of the papers. What a paper says is asked through its record; who may not see that sees no paper of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, func, select

from api.customers.assets.model import Asset
from api.customers.contacts import policy
from api.customers.contacts import queries as contacts
from api.customers.products.model import Product
from api.events.model import Event
from api.intake.service_requests import queries as cases
from api.intake.service_requests.model import ServiceRequest
from api.kit import listing
from api.kit.problems import Forbidden, NotFound
from api.kit.unit import Row, Unit
from api.money.invoices.model import Invoice
from api.money.ledger.chart import WAYS
from api.money.payments.model import Payment
from api.network.employees.model import Employee
from api.network.stations.model import Station
from api.paper.documents.amounts import money
from api.paper.documents.kinds import TABLE, joined
from api.paper.documents.model import Document, DocumentContent
from api.paper.documents.schemas import Query
from api.work.work_orders.model import Signature, WorkOrder

_document = Document.__table__  # type: ignore[attr-defined]
_content = DocumentContent.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_station = Station.__table__  # type: ignore[attr-defined]
_case = ServiceRequest.__table__  # type: ignore[attr-defined]
_event = Event.__table__  # type: ignore[attr-defined]
_payment = Payment.__table__  # type: ignore[attr-defined]
_invoice = Invoice.__table__  # type: ignore[attr-defined]
_asset = Asset.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_order = WorkOrder.__table__  # type: ignore[attr-defined]
_signature = Signature.__table__  # type: ignore[attr-defined]

_listed: Select[Any] = select(
    *(column for column in _document.c), _employee.c.name.label("printed_by_name")
).outerjoin(_employee, _employee.c.id == _document.c.printed_by_id)  # fmt: skip
_ORDERS = {
    "-created_at": listing.Order(_document.c.created_at, _document.c.id, descending=True, of=listing.moment),
}


def visible(unit: Unit, id: str) -> dict[str, Any]:
    """The printing, if this caller may see the record that was printed (T2).

    :raises NotFound: otherwise.
    """
    found = unit.first(_listed.where(_document.c.id == id))
    if found is None:
        raise NotFound
    TABLE[found["kind"]].find(unit, found["subject_id"])
    return found


def page(unit: Unit, query: Query) -> dict[str, Any]:
    """The printings of one record that the caller may see, the newest first."""
    statement = _listed.where(_document.c.subject == query.subject, _document.c.subject_id == query.subject_id)
    return listing.page(unit, statement, query, _ORDERS, sort="-created_at")


def together(unit: Unit, found: dict[str, Any]) -> list[dict[str, Any]]:
    """The printings made together with this one, in the order asked for; those whose records the caller sees."""
    if found["batch_id"] is None:
        return [found]
    rows = unit.rows(_listed.where(_document.c.batch_id == found["batch_id"]).order_by(_document.c.id))
    seen = []
    for row in rows:
        try:
            TABLE[row["kind"]].find(unit, row["subject_id"])
        except NotFound:
            continue
        seen.append(row)
    return seen


def case_id_of(row: Row) -> str | None:
    """The case that a record belongs to; a case is its own."""
    return row.id if row._table is _case else row.__dict__.get("case_id")


def hold(unit: Unit, rows: list[Row]) -> None:
    """Let nobody else print of these cases until the end: the printings of a record are counted one after the other.

    The case is what every room locks first, so nobody waits for whoever waits for him.
    """
    for case_id in sorted({id for row in rows if (id := case_id_of(row))}):
        cases.any_one(unit, case_id)


def contents(unit: Unit, ids: list[str]) -> dict[str, dict[str, Any]]:
    """What stood on these papers, by document; erased ones are missing."""
    statement = select(_content.c.document_id, _content.c.told).where(_content.c.document_id.in_(ids))
    return {row["document_id"]: row["told"] for row in unit.rows(statement)}


def printings(unit: Unit, subject_ids: list[str]) -> dict[tuple[str, str], int]:
    """How often each of these records was printed, by kind and record."""
    statement = (
        select(_document.c.kind, _document.c.subject_id, func.max(_document.c.nth).label("n"))
        .where(_document.c.subject_id.in_(subject_ids))
        .group_by(_document.c.kind, _document.c.subject_id)
    )
    return {(row["kind"], row["subject_id"]): row["n"] for row in unit.rows(statement)}


def head(unit: Unit, station_id: str) -> dict[str, Any]:
    """What stands at the top of a paper: the service centre, and the station with address and telephone."""
    found = unit.first(select(_station.c.name, _station.c.address, _station.c.phone).where(_station.c.id == station_id))
    centre = unit.value(select(_station.c.name).where(_station.c.level == "centre").limit(1))
    assert found is not None
    return found | {"centre": centre or found["name"]}


def may_dial(unit: Unit, contact_id: str) -> bool:
    """Whether the caller may see this contact's numbers now (D43)."""
    try:
        policy.demand_reveal(unit, contacts.customer_of(unit, contacts.one(unit, contact_id)))
    except (Forbidden, NotFound):
        return False
    return True


# -- what the papers of an order ask, once the order itself was seen ---------------------------------------------------
def case_of_order(unit: Unit, case_id: str) -> dict[str, Any]:
    """Of an order's case only what stands on the order's papers."""
    columns = (_case.c.description, _case.c.fault_kind, _case.c.quoted_fen)
    found = unit.first(select(*columns).where(_case.c.id == case_id))
    assert found is not None
    return found


def dispatcher(unit: Unit, order_id: str) -> str | None:
    """Who assigned the visit, the last time."""
    return unit.value(
        select(_employee.c.name)
        .join(_event, _event.c.actor_employee_id == _employee.c.id)
        .where(
            _event.c.subject == "work_order", _event.c.subject_id == order_id,
            _event.c.type.in_(("work_order.assigned", "work_order.reassigned")),
        )
        .order_by(_event.c.seq.desc())
        .limit(1)
    )  # fmt: skip


def signature_id(unit: Unit, order_id: str) -> str | None:
    """The newest drawn signature of an order."""
    return unit.value(
        select(_signature.c.id).where(_signature.c.work_order_id == order_id).order_by(_signature.c.id.desc()).limit(1)
    )


def pictures(unit: Unit, ids: list[str]) -> dict[str, bytes]:
    """Drawn signatures by id."""
    if not ids:
        return {}
    statement = select(_signature.c.id, _signature.c.picture).where(_signature.c.id.in_(ids))
    return {row["id"]: row["picture"] for row in unit.rows(statement)}


def order_of_issue(unit: Unit, order_id: str) -> dict[str, Any]:
    """For which job parts were issued: its case, its engineer, and whether it is paid."""
    found = unit.first(
        select(_case.c.number.label("case_number"), _employee.c.name.label("engineer_name"), _order.c.paid)
        .join(_case, _case.c.id == _order.c.case_id)
        .outerjoin(_employee, _employee.c.id == _order.c.engineer_id)
        .where(_order.c.id == order_id)
    )
    assert found is not None
    return found


# -- what the papers of a case ask, once their own record was seen -----------------------------------------------------
def device_of_case(unit: Unit, case_id: str) -> dict[str, Any]:
    """Which device a case is about, and its number."""
    found = unit.first(
        select(
            _case.c.number.label("case_number"), _product.c.name.label("product"), _product.c.model, _asset.c.serial
        )
        .outerjoin(_asset, _asset.c.id == _case.c.asset_id)
        .outerjoin(_product, _product.c.id == _asset.c.product_id)
        .where(_case.c.id == case_id)
    )  # fmt: skip
    assert found is not None
    return found


def order_number(unit: Unit, case_id: str) -> str | None:
    """The newest order of a case."""
    newest = select(_order.c.number).where(_order.c.case_id == case_id).order_by(_order.c.id.desc()).limit(1)
    return unit.value(newest)


def ways_paid(unit: Unit, bill_id: str) -> str | None:
    """How the customer paid a bill, each way with its amount (R165: the payment method is on the paper)."""
    rows = unit.rows(
        select(_payment.c.way, func.sum(_payment.c.amount_fen).label("fen"))
        .where(_payment.c.bill_id == bill_id, _payment.c.status == "collected")
        .group_by(_payment.c.way)
        .order_by(_payment.c.way)
    )
    return joined(*(f"{unit.say(WAYS[row['way']])} {money(int(row['fen']))}" for row in rows))


def invoices_of(unit: Unit, bill_id: str) -> str | None:
    """The numbers of the invoices that stand for a bill."""
    statement = select(_invoice.c.invoice_no).where(
        _invoice.c.bill_id == bill_id, _invoice.c.status == "issued", _invoice.c.invoice_no.is_not(None)
    )
    return joined(*(row["invoice_no"] for row in unit.rows(statement.order_by(_invoice.c.id))))


def jobs_of_payments(unit: Unit, payment_ids: list[str]) -> dict[str, dict[str, str | None]]:
    """For each payment the newest order of its case, and the invoice of its bill."""
    newest = (
        select(_order.c.number).where(_order.c.case_id == _payment.c.case_id).order_by(_order.c.id.desc()).limit(1)
    ).scalar_subquery()
    invoice = (
        select(_invoice.c.invoice_no)
        .where(_invoice.c.bill_id == _payment.c.bill_id, _invoice.c.status == "issued")
        .order_by(_invoice.c.id.desc())
        .limit(1)
    ).scalar_subquery()
    statement = select(_payment.c.id, newest.label("job"), invoice.label("invoice")).where(
        _payment.c.id.in_(payment_ids)
    )
    return {row["id"]: {"job": row["job"], "invoice": row["invoice"]} for row in unit.rows(statement)}
