"""Writes drafts: a batch is one transaction, a case is written whole or not at all, a known case is left alone (P31)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.exc import DBAPIError

from api.access.actor import SYSTEM, Actor
from api.customers.assets.model import Asset
from api.customers.customers.model import Customer
from api.customers.products.model import Product
from api.events import log
from api.imports import facts, queries
from api.imports.reader import Draft, Refusal
from api.intake.service_requests.model import ServiceRequest
from api.kit import search
from api.kit.db import Database
from api.kit.numbering import next_number
from api.kit.unit import Row, Unit
from api.kit.words import Words


class Writer:
    """Writes into one station; counts what was added and what was there.

    In the system's name it knows what any station brought in before, in a person's what his station may know.
    """

    def __init__(self, db: Database, station_code: str | None, actor: Actor = SYSTEM) -> None:
        self.db = db
        self.actor = actor
        self.station_code = station_code
        self.added = self.there = 0

    def write(self, batch: Sequence[Draft]) -> list[Refusal]:
        """The batch in one transaction; if the database refuses one, each is tried alone and the bad ones are named."""
        try:
            added, there = self._transaction(batch)
        except DBAPIError as error:
            if len(batch) == 1:
                draft = batch[0]
                words = Words("数据库不收：{why}", "the database refused it: {why}")
                return [Refusal(draft.file, draft.line, draft.key, words.format(why=type(error.orig).__name__))]
            return [refusal for draft in batch for refusal in self.write([draft])]
        self.added += added
        self.there += there
        return []

    def _transaction(self, batch: Sequence[Draft]) -> tuple[int, int]:
        with self.db.write() as conn:
            unit = Unit(self.db, conn, self.actor)
            home = queries.home(unit, self.station_code)
            if home is None:
                raise LookupError(f"there is no station {self.station_code or '(centre)'}")
            before = queries.Before(unit, home, network=self.actor is SYSTEM)
            known = before.cases(draft.key for draft in batch)
            fresh = [draft for draft in batch if draft.key not in known]
            if fresh:
                _Batch(unit, fresh, before).write()
            return len(fresh), len(batch) - len(fresh)


class _Batch:
    def __init__(self, unit: Unit, drafts: Sequence[Draft], before: queries.Before) -> None:
        self.unit = unit
        self.drafts = drafts
        self.before, self.home = before, before.home
        self.customers = before.customers(draft.customer_key for draft in drafts)
        self.assets = before.assets(draft.asset[0] for draft in drafts if draft.asset)
        self.products = queries.products(unit, (draft.product[0] for draft in drafts if draft.product))
        self.entries: list[dict[str, Any]] = []

    def write(self) -> None:
        for draft in self.drafts:
            self._case(draft, self._customer(draft), self._asset(draft))
        search.put_many(self.unit, self.entries)

    def _origin(self, key: str) -> str:
        return key if self.before.network else queries.origin(self.home["code"], key)

    def _fact(self, subject: Row, fact: Any, at: datetime, case_id: str | None = None) -> None:
        self.unit.occurred_at = at
        log.append(self.unit, subject, fact, case_id=case_id)
        self.unit.occurred_at = None

    def _customer(self, draft: Draft) -> str:
        if id := self.customers.get(draft.customer_key):
            return id
        row = self.unit.insert(
            Customer,
            station_id=self.home["id"],
            kind=draft.customer_kind,
            name=draft.customer_name,
            name_key=search.name_key(draft.customer_name)[:240],
            customer_class="C",
            do_not_call=False,
            imported_from=self._origin(draft.customer_key),
        )
        self._fact(row, facts.CustomerImported(draft.customer_key), draft.created_at)
        self._findable("customer", row.id, draft.customer_name, "", names=[draft.customer_name], at=draft.created_at)
        self.customers[draft.customer_key] = row.id
        return str(row.id)

    def _product(self, draft: Draft) -> str | None:
        if draft.product is None:
            return None
        model, name, family = draft.product
        if model not in self.products:
            row = self.unit.insert(
                Product,
                model=model,
                name=name,
                name_key=search.name_key(name)[:160],
                family=family,
                warranty_months=0,
                on_site_months=0,
                active=True,
            )
            self._fact(row, facts.ProductImported(model), draft.created_at)
            self.products[model] = row.id
        return self.products[model]

    def _asset(self, draft: Draft) -> str | None:
        product_id = self._product(draft)
        if draft.asset is None or product_id is None:
            return None
        key, serial, made_on = draft.asset
        if id := self.assets.get(key):
            return id
        row = self.unit.insert(
            Asset,
            station_id=self.home["id"],
            serial=serial,
            serial_reversed=serial[::-1],
            product_id=product_id,
            customer_id=self.customers[draft.customer_key],
            factory_date=made_on,
            warranty_basis="none",
            imported_from=self._origin(key),
        )
        self._fact(row, facts.AssetImported(key), draft.created_at)
        model = draft.product[0] if draft.product else ""
        self._findable("asset", row.id, serial, model, codes=[serial], texts=[model], at=draft.created_at)
        self.assets[key] = row.id
        return str(row.id)

    def _case(self, draft: Draft, customer_id: str, asset_id: str | None) -> None:
        day = draft.created_at.astimezone(ZoneInfo(self.home["time_zone"])).date()
        number = next_number(self.unit, "SR", self.home["code"], day)
        over = draft.status != "judged"
        row = self.unit.insert(
            ServiceRequest,
            number=number,
            station_id=self.home["id"],
            status=draft.status,
            step=4 if over else 1,
            open=not over,
            channel="import",
            customer_id=customer_id,
            asset_id=asset_id,
            subject=draft.subject,
            description=draft.description,
            service_group=draft.group,
            third_party_accessory=False,
            urgency=draft.urgency,
            mode=draft.mode,
            answer=draft.answer,
            calls=0,
            judged_at=draft.created_at,
            closed_at=draft.closed_at,
            posted_on=day,
            created_at=draft.created_at,
            imported_from=self._origin(draft.key),
        )
        self._fact(row, facts.CaseImported(draft.key), draft.created_at)
        for entry in draft.history:
            self._fact(row, facts.HistoryImported(entry.what, entry.by), entry.at)
        texts = [draft.subject, draft.description]
        self._findable(
            "matter", row.id, f"{number} {draft.subject}"[:200], draft.customer_name, texts=texts, codes=[number],
            names=[draft.customer_name], at=draft.created_at, is_open=not over,
        )  # fmt: skip

    def _findable(
        self, kind: str, id: str, title: str, subtitle: str, *, at: datetime, is_open: bool = True, **found_by: Any
    ) -> None:
        self.entries.append(
            {
                "kind": kind,
                "subject_id": id,
                "station_id": self.home["id"],
                "title": title,
                "subtitle": subtitle,
                "terms": search.terms(found_by.pop("texts", ()), **found_by),
                "open": is_open,
                "sort_at": at,
            }
        )
