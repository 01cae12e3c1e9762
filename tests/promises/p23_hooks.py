"""What Schemathesis is told about this API: who calls, which objects there are, and which refusals are judgements.

Loaded by its process (`SCHEMATHESIS_HOOKS`). `SIBU_FUZZ` names a folder: `prepared.json` comes from `p23_malformed`,
`told.json` goes back to it.
"""

from __future__ import annotations

import atexit
import json
import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

import schemathesis
from schemathesis.generation import GenerationMode

from api.kit.db import Database
from api.kit.validation import _MESSAGES
from tests.promises.ground import sign_in

folder = Path(os.environ["SIBU_FUZZ"])
prepared: dict[str, Any] = json.loads((folder / "prepared.json").read_text("utf-8"))
chance = random.Random(prepared["seed"])
db = Database(prepared["url"], pool=1)
calls: Counter[str] = Counter()
judged: Counter[str] = Counter()
FORMS = set(_MESSAGES) | {"value_error", "type_error", "assertion_error"}
"""Codes of a 422 by which a request was not well-formed; all others are judgements on what it says."""
MALFORMED = ("处填写有误", "field is not valid", "fields are not valid")
"""How the door's own 422 reads; a service names its one reason instead."""


@schemathesis.auth(refresh_interval=120)
class Caller:
    """One person; signed in anew when a request has ended his sign-in."""

    def get(self, case: Any, context: Any) -> str:
        return sign_in(db, prepared["account_id"])

    def set(self, case: Any, data: str, context: Any) -> None:
        case.headers = case.headers or {}
        case.headers["Authorization"] = f"Bearer {data}"


@schemathesis.serializer("application/offset+octet-stream")
def as_bytes(context: Any, value: Any) -> bytes:
    """The parts of a file are sent as they are."""
    return value if isinstance(value, bytes) else json.dumps(value, default=str).encode()


@schemathesis.hook
def map_case(context: Any, case: Any) -> Any:
    """Let well-formed requests speak of objects that exist three times of four: others end at 404 and show nothing."""
    if case.meta is None:
        return case
    parts = {str(place.value): part.mode for place, part in case.meta.components.items()}
    formed = {place for place, mode in parts.items() if mode == GenerationMode.POSITIVE}
    ids = prepared["objects"].get(case.path.removeprefix("/api/v1/").split("/")[0])
    if ids and "path" in formed and case.path_parameters and "id" in case.path_parameters and chance.random() < 0.75:
        case.path_parameters["id"] = chance.choice(ids)
    for place, values in (("query", case.query), ("body", case.body)):
        if place in formed and isinstance(values, dict):
            for name in values:
                if name in prepared["fields"] and values[name] is not None and chance.random() < 0.75:
                    values[name] = chance.choice(prepared["fields"][name])
    return case


@schemathesis.hook
def filter_failure(context: Any, failure: Any, case: Any, response: Any) -> bool:
    """Whether a failure counts. Well-formed requests may be refused for what they say: an unknown customer, a version
    that is not the current one, an end before its start, what tus or a sealed photo packs into one header, a token asked for
    in a way that OAuth answers with 400, a checksum that tus answers with 400, a phone's command without a key. None of
    these can be written into a schema.
    """
    packed = case.path.endswith("/sealed-photos")
    may_be_400 = packed or case.path.endswith(("/auth/token", "/uploads/{id}"))
    if type(failure).__name__ != "RejectedPositiveData" or response.status_code not in (400, 412, 422):
        return True
    told = response.json()
    if response.status_code == 400 and not may_be_400 and told["type"] != "/problems/idempotency-key-required":
        return True
    found = {each["code"] for each in told.get("errors", [])}
    inside = all(
        each["pointer"].startswith(("/header/upload-metadata/", "/header/sibu-sealed"))
        for each in told.get("errors", [{"pointer": ""}])
    )
    if (
        response.status_code == 422
        and found & FORMS
        and not inside
        and any(words in told["detail"] for words in MALFORMED)
    ):
        return True
    judged.update(found or {told["type"]})
    return False


@schemathesis.hook
def after_call(context: Any, case: Any, response: Any) -> None:
    """Count every answer."""
    calls[str(response.status_code)] += 1


@atexit.register
def tell() -> None:
    """What came of it."""
    (folder / "told.json").write_text(json.dumps({"answers": calls, "judged": judged}), "utf-8")
    db.dispose()
