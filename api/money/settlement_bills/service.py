"""Verbs on settlement bills: issue after the work (R154, R178), void with red figures; what follows from payments."""

from __future__ import annotations

from typing import Any

from sqlalchemy.exc import IntegrityError

from api.access import scope
from api.access.policy import P
from api.events import log
from api.intake.service_requests import acts
from api.intake.service_requests import queries as cases
from api.kit.db import savepoint
from api.kit.ids import new_id
from api.kit.numbering import next_number
from api.kit.problems import Forbidden, Invalid, NotFound, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.ledger import queries as sums
from api.money.ledger import service as ledger
from api.money.ledger.days import local_day
from api.money.ledger.yuan import yuan
from api.money.settlement_bills import answers, facts, queries, schemas
from api.money.settlement_bills.model import ABOVE_CEILING, UNCONSENTED, SettlementBill, SettlementBillLine
from api.money.settlement_bills.problems import AboveConsent
from api.money.settlement_bills.workflow import WORKFLOW
from api.network.stations import queries as stations


def own_case(unit: Unit, case_id: str, permission: str) -> Row:
    """The case that money is written for, if the caller may write it there.

    :raises Invalid: there is no such case for him.
    :raises Forbidden: he sees it, but it is not his to write money for.
    """
    try:
        case = cases.one(unit, case_id)
    except NotFound as none:
        raise Invalid.field("/body/case_id", "unknown", Words("没有这件服务需求", "There is no such case")) from none
    if not scope.covers(unit.actor, unit.actor.reach(permission), case):
        raise Forbidden(permission=str(permission))
    return case


def issue(unit: Unit, command: schemas.BillCreate) -> dict[str, Any]:
    """Write the bill of a case whose work is done, from what was consented to or for less.

    What the customer has paid in advance comes to stand on it at once, oldest first (D22).

    :raises TransitionRefused: an earlier act of R154 is missing.
    :raises AboveConsent: more than what was consented to and is not billed yet; the database refuses it likewise.
    """
    case = own_case(unit, command.case_id, P.SETTLEMENT_BILLS_CREATE)
    if lacking := acts.missing(unit, case, "collect"):
        raise TransitionRefused(lacking, offered=[])
    account = queries.account(unit, case.id, lock=True)
    if account is None:
        raise TransitionRefused(
            Words("还缺客户对报价的同意", "The customer has not yet agreed to the quote"), offered=[]
        )
    wanted = _wanted(unit, command, queries.consented_lines(unit, case.id))
    total = sum(line["amount_fen"] for line in wanted)
    left = account["consented_fen"] - account["billed_fen"]
    if total > left:
        raise _above(left)
    if not total:
        raise AboveConsent(Words("同意的项目都已开单", "Everything consented to is billed already"), remaining_fen=left)
    bill = _written(unit, case, command, wanted, total)
    ledger.post(
        unit, "bill", "receivable", "revenue", total, station_id=bill.station_id, case_id=case.id, bill_id=bill.id
    )
    fact = facts.SettlementBillIssued(number=bill.number, total_fen=total, yuan=yuan(total))
    log.append(unit, bill, fact)
    for free in sums.free_of_case(unit, case.id):
        apply(unit, bill, free["payment_id"], free["fen"])
    return answers.read(unit, bill.id, scoped=False)


def _above(left: int) -> AboveConsent:
    words = Words(
        "客户同意的还剩 {left} 元没开单，超出部分要先补报价",
        "CNY {left} of the consent are not billed; quote the rest first",
    ).format(left=yuan(left))
    return AboveConsent(words, remaining_fen=left)


def _wanted(unit: Unit, command: schemas.BillCreate, known: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The bill's lines: worded exactly as on the quote (R165), for what is left of them or for less."""
    if command.lines is None:
        return [line | {"amount_fen": line["left_fen"]} for line in known if line["left_fen"]]
    by_id, found = {line["quote_line_id"]: line for line in known}, []
    for index, asked in enumerate(command.lines):
        line = by_id.pop(asked.quote_line_id, None)
        if line is None:
            words = Words("客户没有同意过这一项", "The customer has not consented to this line")
            raise Invalid.field(f"/body/lines/{index}/quote_line_id", "unconsented", words)
        quantity, amount = _share(line, asked.quantity, asked.amount_fen)
        most = line["left_fen"] if quantity == line["quantity"] else queries.price_of(line["unit_fen"], quantity)
        if asked.quantity and quantity <= line["quantity"] and most < amount <= line["left_fen"]:
            words = Words("这个数量最多 {most} 元", "That quantity costs at most CNY {most}").format(most=yuan(most))
            raise AboveConsent(words, remaining_fen=line["left_fen"], line=index)
        if not 0 < quantity <= line["quantity"] or amount > line["left_fen"]:
            words = Words("这一项还剩 {left} 元没开单", "CNY {left} of this line are not billed").format(
                left=yuan(line["left_fen"])
            )
            raise AboveConsent(words, remaining_fen=line["left_fen"], line=index)
        found.append(line | {"quantity": quantity, "amount_fen": amount})
    return found


def _share(line: dict[str, Any], quantity: int | None, amount: int | None) -> tuple[int, int]:
    """Quantity and amount of what is billed; what is not said follows from the other, and both are what is left else."""
    left, left_fen = line["quantity"], line["left_fen"]
    if quantity is None:
        if amount is None or amount >= left_fen or not line["unit_fen"]:
            return left, left_fen if amount is None else amount
        return min(left, max(1, amount * 1000 // line["unit_fen"])), amount
    if amount is None:
        amount = left_fen if quantity == left else min(queries.price_of(line["unit_fen"], quantity), left_fen)
    return quantity, amount


def _written(unit: Unit, case: Row, command: schemas.BillCreate, wanted: list[dict[str, Any]], total: int) -> Row:
    code = stations.known(unit, case.station_id).code
    try:
        with savepoint(unit.conn):
            bill = unit.insert(
                SettlementBill, id=command.id, station_id=case.station_id, case_id=case.id, status="issued",
                number=next_number(unit, "SB", code, local_day(unit, case.station_id)),
                customer_id=case.customer_id, total_fen=total, remark=command.remark,
                issued_by_id=unit.actor.employee_id, engineer_id=case.engineer_id,
            )  # fmt: skip
    except IntegrityError as error:
        if ABOVE_CEILING in str(error.orig) or UNCONSENTED in str(error.orig):
            raise AboveConsent from error
        raise
    kept = ("quote_line_id", "kind", "description", "unit", "quantity", "unit_fen", "amount_fen")
    rows = [
        {"id": new_id(), "bill_id": bill.id, "position": position} | {name: line[name] for name in kept}
        for position, line in enumerate(wanted, start=1)
    ]
    unit.insert_many(SettlementBillLine, rows)
    return bill


def void(unit: Unit, id: str, command: schemas.Void) -> dict[str, Any]:
    """A wrong bill: red figures for all of it; the consent is free again, and so is what was paid."""
    bill = queries.one(unit, id, lock=True)
    changes = WORKFLOW.fire(unit, "void", bill, answers.BASE)
    for paid in sums.applied_to(unit, bill.id):
        release(unit, bill, paid["payment_id"], paid["fen"], reopen=False)
    written = sums.first(unit, "bill", sums.posting.c.bill_id == bill.id)
    ledger.post(
        unit, "bill_voided", "revenue", "receivable", bill.total_fen, station_id=bill.station_id,
        case_id=bill.case_id, bill_id=bill.id, reverses_id=written.id,
    )  # fmt: skip
    fact = facts.SettlementBillVoided(number=bill.number, total_fen=bill.total_fen, reason=command.reason)
    log.append(
        unit, bill, fact, **changes, voided_at=unit.now, voided_by_id=unit.actor.employee_id,
        voided_reason=command.reason, settled_at=None,
    )  # fmt: skip
    return answers.read(unit, bill.id, scoped=False)


def apply(unit: Unit, bill: Row, payment_id: str, most_fen: int) -> int:
    """Let a payment's free money stand on the bill, as far as it owes; gives how much. The bill is locked."""
    owed = sums.of_bill(unit, bill.id)
    amount = min(most_fen, owed)
    if amount <= 0 or bill.status == "voided":
        return 0
    ledger.post(
        unit, "applied", "advance", "receivable", amount, station_id=bill.station_id, case_id=bill.case_id,
        bill_id=bill.id, payment_id=payment_id,
    )  # fmt: skip
    left = owed - amount
    fact = facts.SettlementBillPaid(
        number=bill.number, payment_id=payment_id, amount_fen=amount, left_fen=left, yuan=yuan(amount),
        left_yuan=yuan(left),
    )  # fmt: skip
    log.append(unit, bill, fact)
    if left == 0:
        changes = WORKFLOW.fire(ledger.by_rule(unit), "settle", bill)
        settled = facts.SettlementBillSettled(number=bill.number, total_fen=bill.total_fen)
        log.append(unit, bill, settled, settled_at=unit.now, **changes)
    return amount


def paid_from(unit: Unit, payment_id: str) -> list[tuple[Row, int]]:
    """The bills on which a payment stands, locked, each with how much of it.

    Asked again once they are held: whoever voids such a bill at the same time has freed the money already.
    """
    held = {row["bill_id"]: queries.any_one(unit, row["bill_id"]) for row in sums.applied_from(unit, payment_id)}
    return [(held[row["bill_id"]], row["fen"]) for row in sums.applied_from(unit, payment_id) if row["bill_id"] in held]


def release(unit: Unit, bill: Row, payment_id: str, amount_fen: int, *, reopen: bool = True) -> None:
    """Take a payment off the bill again, so that it is free: because the bill or the payment is void, or it went back."""
    ledger.post(
        unit, "released", "receivable", "advance", amount_fen, station_id=bill.station_id, case_id=bill.case_id,
        bill_id=bill.id, payment_id=payment_id,
    )  # fmt: skip
    if reopen and bill.status == "settled":
        left = sums.of_bill(unit, bill.id)
        changes = WORKFLOW.fire(ledger.by_rule(unit), "reopen", bill)
        fact = facts.SettlementBillReopened(number=bill.number, left_fen=left, left_yuan=yuan(left))
        log.append(unit, bill, fact, settled_at=None, **changes)


def billable(unit: Unit, case_id: str) -> dict[str, Any]:
    """What may be billed on a case, and which earlier act is missing (R154).

    :raises NotFound: not for the caller.
    """
    case = cases.one(unit, case_id)
    account = queries.account(unit, case.id) or {"consented_fen": 0, "billed_fen": 0}
    left = account["consented_fen"] - account["billed_fen"]
    lacking = acts.missing(unit, case, "collect")
    lines = [line for line in queries.consented_lines(unit, case.id) if line["left_fen"]]
    reach = unit.actor.reach(P.SETTLEMENT_BILLS_CREATE)
    return {
        "case_id": case.id, "consented_fen": account["consented_fen"], "billed_fen": account["billed_fen"],
        "remaining_fen": left, "lines": lines, "missing": lacking and unit.say(lacking),
        "may_bill": bool(lines) and left > 0 and lacking is None and scope.covers(unit.actor, reach, case),
    }  # fmt: skip
