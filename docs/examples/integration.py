"""An API client of Sibu in one file: a token, lists, writes that may be repeated, edits that overwrite nobody, the feed.

    pip install httpx
    export SIBU_URL=http://localhost:8000 SIBU_CLIENT_ID=… SIBU_CLIENT_SECRET=…
    python integration.py

`Sibu` is what you would take over into your own program; `main` shows how it is used.
"""

from __future__ import annotations

import os
import sys
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx


class Refused(Exception):
    """Sibu said no. `slug` never changes; `detail` is for people, in the language of `Accept-Language`."""

    def __init__(self, answer: httpx.Response) -> None:
        self.status = answer.status_code
        self.problem: dict[str, Any] = answer.json()
        self.slug = self.problem["type"].removeprefix("/problems/")
        wrong = "; ".join(f"{one['pointer']}: {one['detail']}" for one in self.problem.get("errors", []))
        super().__init__(f"{self.status} {self.slug}: {self.problem['detail']} {wrong}".strip())


class Sibu:
    """A client that signs in by itself, waits when it is told to, and repeats what got lost without doing it twice."""

    TRIES = 5

    def __init__(self, url: str, client_id: str, client_secret: str, scope: str | None = None) -> None:
        self._credentials = (client_id, client_secret)
        self._scope = scope
        self._token: str | None = None
        self.http = httpx.Client(base_url=f"{url.rstrip('/')}/api/v1/", headers={"Accept-Language": "en"}, timeout=30)

    def get(self, path: str, **parameters: Any) -> Any:
        """What stands there now."""
        return self.request("GET", path, params=parameters).json()

    def every(self, path: str, **parameters: Any) -> Iterator[dict[str, Any]]:
        """All rows of a list, page by page: the cursor of one page leads to the next, however many there are."""
        cursor: dict[str, str] = {}
        while True:
            page = self.get(path, limit=200, **parameters, **cursor)
            yield from page["items"]
            if not page["next_cursor"]:
                return
            cursor = {"cursor": page["next_cursor"]}

    def create(self, path: str, body: dict[str, Any], key: str) -> Any:
        """Something new. `key` is yours: the same key and body give the first answer again, and make nothing twice."""
        return self.request("POST", path, json=body, headers={"Idempotency-Key": key}).json()

    def change(self, path: str, edit: Any) -> Any:
        """Edit what stands there: `edit(found)` says the changes. Who was changed meanwhile (412) is read again."""
        while True:
            found = self.get(path)
            try:
                return self.request(
                    "PATCH", path, json=edit(found), headers={"If-Match": f'"{found["version"]}"'}
                ).json()
            except Refused as refused:
                if refused.slug != "stale":
                    raise

    def news(self, after: int) -> Iterator[tuple[list[dict[str, Any]], int]]:
        """What happened since a position, in the one order of all facts: facts, and the position to keep with them."""
        while True:
            part = self.get("events", after=after, limit=200)
            after = part["next"]
            yield part["items"], after
            if not part["more"]:
                return

    def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        """One request, signed in, repeated where a repeat is safe."""
        headers = more.pop("headers", {})
        for attempt in range(self.TRIES):
            last = attempt == self.TRIES - 1
            try:
                bearer = {"Authorization": f"Bearer {self._token or self._sign_in()}"}
                answer = self.http.request(method, path, headers=bearer | headers, **more)
            except httpx.TransportError:  # nobody knows whether it arrived: with its key it may be sent again
                if last or (method == "POST" and "Idempotency-Key" not in headers):
                    raise
                time.sleep(2**attempt)
                continue
            if answer.is_success:
                return answer
            if answer.status_code == 401 and not last:
                self._token = None  # its fifteen minutes are over
            elif answer.status_code in (429, 503) or (answer.status_code == 409 and "Retry-After" in answer.headers):
                if last:
                    raise Refused(answer)
                time.sleep(int(answer.headers.get("Retry-After", 2)))
            else:
                raise Refused(answer)
        raise AssertionError("unreachable")

    def _sign_in(self) -> str:
        form = {"grant_type": "client_credentials"} | ({"scope": self._scope} if self._scope else {})
        answer = self.http.post("auth/token", data=form, auth=self._credentials)
        if not answer.is_success:
            raise Refused(answer)
        self._token = str(answer.json()["access_token"])
        return self._token


def main() -> None:
    """Take in a case for the first device of the first customer, add to the customer's file, and read what happened."""
    sibu = Sibu(os.environ["SIBU_URL"], os.environ["SIBU_CLIENT_ID"], os.environ["SIBU_CLIENT_SECRET"])

    me = sibu.get("me")
    stations = ", ".join(station["code"] for station in me["stations"])
    print(f"signed in as {me['name']}: {len(me['permissions'])} permissions, stations {stations}")
    position = known = 0
    for facts, reached in sibu.news(position):
        known += len(facts)
        position = reached
    print(f"the feed holds {known} facts that this client may see, up to position {position}")

    customers = list(sibu.every("customers"))
    print(f"{len(customers)} customers, page by page")
    device = next(sibu.every("assets"))
    customer = sibu.get(f"customers/{device['customer']['id']}")
    print(f"{customer['name']}, {device['model']} {device['serial']}")

    # A write with a key of ours: sent twice, as after a lost answer, it is done once.
    key = f"alarm-{uuid.uuid4()}"
    need = {
        "channel": "online",
        "customer_id": customer["id"],
        "contact_id": customer["contacts"][0]["id"],
        "asset_id": device["id"],
        "subject": "Monitoring reports: reading drifts since 06:20",
        "group": "hardware_repair",
        "fault_kind": "hardware",
    }
    case = sibu.create("service-requests", need, key)
    again = sibu.create("service-requests", need, key)
    assert case["id"] == again["id"], "once"
    print(f"case {case['number']}, {case['status_label']}; sent again it is still {again['number']}")

    # An edit that overwrites nobody.
    line = f"Linked to our plant register on {datetime.now(UTC):%Y-%m-%d}."
    changed = sibu.change(
        f"customers/{customer['id']}", lambda found: {"note": f"{found['note'] or ''}\n{line}".strip()}
    )
    print(f"the file of {changed['name']} is now version {changed['version']}")

    # What may not be is said in a form that programs can read.
    try:
        sibu.create("service-requests", need | {"subject": ""}, f"alarm-{uuid.uuid4()}")
    except Refused as refused:
        print(f"refused as it should be: {refused}")

    # Our own deeds stand in the feed within a second.
    until = time.monotonic() + 30
    seen: list[str] = []
    while not {"service_request.created", "customer.changed"} <= set(seen) and time.monotonic() < until:
        time.sleep(0.3)
        for facts, reached in sibu.news(position):
            seen += [fact["type"] for fact in facts]
            position = reached
    print(f"the feed since then: {', '.join(seen)}; next time from position {position}")


if __name__ == "__main__":
    sys.exit(main())
