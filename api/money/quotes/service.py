"""Drafting quotes and reading them. Their other verbs: `offering`, `consenting`, and what follows by rule: `following`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete

from api.access import scope
from api.access.policy import P
from api.events import log
from api.intake.service_requests import queries as cases
from api.kit.ids import new_id
from api.kit.numbering import next_number
from api.kit.problems import Clash, Forbidden, Invalid, NotFound, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.money.price_lists import queries as prices
from api.money.quotes import answers, approving, facts, queries, schemas
from api.money.quotes.model import Quote, QuoteLine
from api.money.quotes.workflow import WORKFLOW, of_case
from api.network.stations import queries as stations

_line = QuoteLine.__table__  # type: ignore[attr-defined]


def create(unit: Unit, command: schemas.QuoteCreate) -> dict[str, Any]:
    """Draft a quote under the case's own customer (R160); a supplement adds to what stands consented (R177).

    :raises Invalid: there is no such case for the caller, or nothing to add to.
    :raises TransitionRefused: the case is free, not judged, or over.
    :raises Clash: another quote of the case is under way.
    """
    try:
        case = cases.one(unit, command.case_id, lock=True)
    except NotFound as error:
        words = Words("没有这件需求", "There is no such case")
        raise Invalid.field("/body/case_id", "unknown", words) from error
    standing = queries.standing(unit, case.id) if case.consented_at else None
    if command.supplement and standing is None:
        words = Words("还没有客户同意的报价可以追加", "No quote stands consented that it could add to")
        raise Invalid.field("/body/supplement", "nothing_to_add_to", words)
    begun = begin(
        unit, case, command.note, id=command.id, supplement_to_id=standing if command.supplement else None,
        replaces_id=None if command.supplement else standing,
    )  # fmt: skip
    if command.lines:
        put(unit, begun, priced(unit, case, command.lines))
    return answers.changed(unit, begun.id)


def begin(unit: Unit, case: Row, note: str | None, **more: Any) -> Row:
    """An empty draft of the case's next revision.

    :raises TransitionRefused: the case is free, not judged, or over.
    :raises Clash: another quote of the case is under way.
    """
    if reason := of_case(unit, case):
        raise TransitionRefused(reason, offered=[])
    if live := queries.live(unit, case.id):
        words = Words("{number} 还没有结果", "{number} is still undecided")
        raise Clash(words.format(number=queries.number_of(unit, live)), quote_id=live)
    station = stations.known(unit, case.station_id)
    day = unit.now.astimezone(ZoneInfo(stations.zone_of(unit, case.station_id))).date()
    quote = unit.insert(
        Quote,
        created_by_id=unit.actor.employee_id,
        number=next_number(unit, "QT", station.code, day),
        station_id=case.station_id,
        case_id=case.id,
        customer_id=case.customer_id,
        status="draft",
        revision=queries.next_revision(unit, case.id),
        list_total_fen=0,
        discount_fen=0,
        total_fen=0,
        note=note,
        **more,
    )
    scope.demand(unit, P.QUOTES_CREATE, quote)
    fact = facts.QuoteDrafted(
        number=quote.number, revision=quote.revision, customer_id=quote.customer_id,
        supplement_to_id=quote.supplement_to_id, replaces_id=quote.replaces_id,
    )  # fmt: skip
    return log.append(unit, quote, fact)


def priced(
    unit: Unit, case: Row, wanted: Sequence[schemas.LineIn], draft_id: str | None = None
) -> list[dict[str, Any]]:
    """These lines with the prices in force for the customer's class today (R155, R159), and his former ones (R158).

    A line that stands in the draft already goes on at today's price of its item: a draft may outlive its list, and its
    customer's class.

    :raises Invalid: a price is not in force for this customer, or lies above the list.
    """
    customer_class = queries.class_of(unit, case.customer_id)
    ids = [line.price_item_id for line in wanted if line.price_item_id]
    known = prices.price_of(unit, ids, customer_class, unit.today)
    if draft_id and (gone := set(ids) - set(known)):
        now = _anew(unit, draft_id, gone, customer_class)
        wanted = [
            line.model_copy(update={"price_item_id": now.get(id := line.price_item_id or "", id) or None})
            for line in wanted
        ]
        ids = [line.price_item_id for line in wanted if line.price_item_id]
        known = prices.price_of(unit, ids, customer_class, unit.today)
    codes = {item["code"] for item in known.values()}
    former = queries.former_prices(unit, case.customer_id, codes)
    lines = []
    for index, line in enumerate(wanted):
        item = known.get(line.price_item_id or "")
        if line.price_item_id and item is None:
            words = _not_in_force(unit, str(line.price_item_id), customer_class)
            raise Invalid.field(f"/body/lines/{index}/price_item_id", "not_in_force", words)
        listed = int(item["unit_price_fen"] if item else line.unit_fen or 0)
        unit_fen = approving.discounted(listed, line.discount_bp or 0) if line.unit_fen is None else line.unit_fen
        if unit_fen > listed:
            words = Words("不能高于价目表的价格", "Not above the price list")
            raise Invalid.field(f"/body/lines/{index}/unit_fen", "above_list", words)
        lines.append(
            {
                "kind": item["kind"] if item else line.kind, "price_item_id": line.price_item_id, "part_id": None,
                "code": item["code"] if item else None, "description": line.description or (item and item["name"]),
                "unit": item["unit"] if item else line.unit, "quantity": line.quantity, "unit_list_fen": listed,
                "unit_fen": unit_fen, "discount_bp": approving.discount_of(listed, unit_fen),
                "amount_fen": approving.amount(line.quantity, unit_fen),
                "former_fen": former.get(item["code"]) if item else None,
            }
        )  # fmt: skip
    return lines


def _anew(unit: Unit, draft_id: str, gone: Collection[str], customer_class: str) -> dict[str, str]:
    """Of the draft's own prices that hold no more, those that their items have today."""
    own = queries.codes_of(unit, draft_id, gone)
    now = prices.in_force_by_code(unit, list(own.values()), customer_class)
    return {id: now[code] for id, code in own.items() if code in now}


def _not_in_force(unit: Unit, id: str, customer_class: str) -> Words:
    """Why this price is refused: of a draft that outlived its list or its customer's class, what the item costs now."""
    code = prices.code_of(unit, id)
    now = prices.in_force_by_code(unit, [code] if code else [], customer_class)
    for item in prices.price_of(unit, list(now.values()), customer_class, unit.today).values():
        words = Words(
            "“{name}”的价格变了，现在是 {price} 元，请重新选这一项",
            "The price of “{name}” has changed to {price} yuan; choose the item again",
        )
        fen = int(item["unit_price_fen"])
        return words.format(name=item["name"], price=f"{fen // 100:,}.{fen % 100:02d}")
    return Words("这个价格对这位客户现在无效", "This price is not in force for this customer")


def refreshed(unit: Unit, case: Row, former: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines of another quote at today's list prices; a price that holds no more is left out, a discount is kept."""
    customer_class = queries.class_of(unit, case.customer_id)
    now = prices.in_force_by_code(unit, [row["code"] for row in former if row["code"]], customer_class)
    wanted = []
    for row in former:
        known: dict[str, Any] = {"quantity": row["quantity"]}
        if row["code"] is None:
            free = {name: row[name] for name in ("kind", "description", "unit", "unit_fen")}
            wanted.append(schemas.LineIn(**known, **free))
        elif id := now.get(row["code"]):
            whole = {"description": row["description"], "discount_bp": row["discount_bp"]}
            wanted.append(schemas.LineIn(**known, price_item_id=id, **whole))
    return priced(unit, case, wanted)


def put(unit: Unit, quote: Row, lines: list[dict[str, Any]], **more: Any) -> None:
    """Set the lines of a draft; what was approved before was other lines.

    :raises Invalid: the total passes ten thousand million yuan.
    """
    told = approving.summary(lines)
    if told["list_total_fen"] > 10**12:
        raise Invalid.field("/body/lines", "too_much", Words("合计太大", "The total is too large"))
    unit.conn.execute(delete(_line).where(_line.c.quote_id == quote.id))
    rows = [line | {"id": new_id(), "quote_id": quote.id, "position": n} for n, line in enumerate(lines, start=1)]
    unit.insert_many(QuoteLine, rows)
    fact = facts.QuoteFilled(lines=len(rows), list_total_fen=told["list_total_fen"], total_fen=told["total_fen"])
    unapproved = {"asked_at": None, "approved_at": None, "approved_by_id": None, "approved_digest": None}
    log.append(unit, quote, fact, **told, **unapproved, **more)


def put_lines(unit: Unit, id: str, command: schemas.LinesPut) -> dict[str, Any]:
    """Set all lines of a draft.

    :raises TransitionRefused: it is no draft any more; a change is a new revision (R161).
    """
    quote = queries.held(unit, id)
    if not WORKFLOW.permits(unit, WORKFLOW.steps["offer"], quote):
        raise Forbidden(permission=str(P.QUOTES_EDIT))
    if quote.status != "draft":
        words = Words("报出的报价不改，请改出新版", "An offered quote is not altered; make a new revision")
        raise TransitionRefused(words, offered=WORKFLOW.offered(unit, quote, answers.BASE))
    more = {"note": command.note} if "note" in command.model_fields_set else {}
    put(unit, quote, priced(unit, quote.case_row, command.lines, id), **more)
    return answers.changed(unit, id)


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The whole quote.

    :raises NotFound: also for a quote the caller may not see.
    """
    found = queries.whole(unit, id)
    if found is None:
        raise NotFound
    return answers.read(unit, found)


_OF_LINES = (
    "position", "kind", "code", "description", "unit", "quantity", "unit_list_fen", "unit_fen", "amount_fen",
)  # fmt: skip


def digest(unit: Unit, quote: Row, **more: Any) -> str:
    """SHA-256 over the lines and totals in one canonical writing, with whatever else is to be fixed."""
    lines = [{name: row[name] for name in _OF_LINES} for row in queries.lines(unit, quote.id)]
    totals = {name: getattr(quote, name) for name in ("list_total_fen", "discount_fen", "total_fen")}
    text = json.dumps(totals | more | {"lines": lines}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
