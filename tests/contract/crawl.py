"""Somebody who asks for everything: every read of the API by its list and by the ids that he knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.client import Api
from tests.contract.routes import declared
from tests.contract.test_answers import ASKED


def crawl(client: Api, ids: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
    """Each answer with what was asked; `ids` by resource, the first part of the path. A stream does not end."""
    for route in declared():
        if route.method != "GET" or not route.permission or "stream" in route.path or "secret" in route.path:
            continue
        path = route.path.strip("/")
        if "{id}" in path and route.parts[0] in ids:
            path = path.replace("{id}", ids[route.parts[0]]).replace("{key}", "a.b").replace("{day}", "2026-12-01")
        if "{" not in path:
            known = {name: value.strip("{}") for name, value in ASKED.get(route.path, {}).items()}
            asks = {name: ids.get(value, value) for name, value in known.items()}
            yield str(route), client.get(path, params=asks)
