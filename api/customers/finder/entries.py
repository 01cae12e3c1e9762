"""Keeps customers and devices findable: called in the transaction that changes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from api.customers.customers.names import bare
from api.customers.finder import queries
from api.kit import search
from api.kit.unit import Unit


def customer(unit: Unit, id: str) -> None:
    """Put one customer anew."""
    search.put_many(unit, [_customer(row) for row in queries.customer_facts(unit, [id])])


def asset(unit: Unit, id: str) -> None:
    """Put one device anew."""
    search.put_many(unit, [_asset(row) for row in queries.asset_facts(unit, [id])])


def assets_of(unit: Unit, customer_id: str) -> None:
    """Put all devices of a customer anew: their results show his name."""
    search.put_many(unit, [_asset(row) for row in queries.asset_facts(unit, customer_id=customer_id)])


def reindex(unit: Unit) -> int:
    """Put every customer and device anew, as after a bulk import; returns how many."""
    count = 0
    for kind, ids in queries.chunks_of_ids(unit):
        made: Iterable[dict[str, Any]]
        if kind == "customer":
            made = map(_customer, queries.customer_facts(unit, ids))
        else:
            made = map(_asset, queries.asset_facts(unit, ids))
        entries = list(made)
        search.put_many(unit, entries)
        count += len(entries)
    return count


def _customer(row: dict[str, Any]) -> dict[str, Any]:
    shown = [*row["addresses"][:1], *row["people"][:1]]
    return {
        "kind": "customer",
        "subject_id": row["id"],
        "station_id": row["station_id"],
        "title": row["name"][:200],
        "subtitle": " · ".join(shown)[:300],
        "terms": search.terms(row["addresses"], names=dict.fromkeys([row["name"], bare(row["name"]), *row["people"]])),
        "open": True,
        "sort_at": row["created_at"],
    }


def _asset(row: dict[str, Any]) -> dict[str, Any]:
    shown = [row["model"], row["customer_name"], row["site_label"], row["location_note"]]
    return {
        "kind": "asset",
        "subject_id": row["id"],
        "station_id": row["station_id"],
        "title": row["serial"],
        "subtitle": " · ".join(text for text in shown if text)[:300],
        "terms": search.terms(
            [row["product_name"], row["location_note"]],
            names=[row["customer_name"]],
            codes=[row["serial"], row["model"]],
        ),
        "open": True,
        "sort_at": row["created_at"],
    }
