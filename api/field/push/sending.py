"""Sends notices to phones as background work: retried for a day's worth, given up when the push service says so.

What is sent names the job by its id and nothing else: a push service learns nothing of any person (D43).
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

import httpx
from sqlalchemy import delete

from api.field.devices import queries as devices
from api.field.devices.keys import PUSH
from api.field.devices.model import PushSubscription
from api.field.push import encrypting, guarding
from api.kit import clock, jobs
from api.kit.unit import Row, Unit

if TYPE_CHECKING:
    from api.system import System

KIND = "push.send"
TTL = 12 * 3600
"""Seconds for which a push service keeps a notice for a phone that is off; later it would only confuse."""
_push = PushSubscription.__table__  # type: ignore[attr-defined]
log = logging.getLogger("sibu.push")


class PushRefused(RuntimeError):
    """The push service answered that it cannot now; the job is tried again."""


@jobs.handler(KIND, with_system=True)
def send(job: jobs.Claim, system: System) -> jobs.Apply | None:
    """One notice to one phone; a subscription that is over is forgotten."""
    with system.db.read() as conn:
        found = devices.subscription(Unit(system.db, conn, None), job.payload["device_id"])
    if found is None:
        return None
    told = {name: job.payload[name] for name in ("type", "job_id", "at")}
    try:
        status = posted(system, found, told)
    except guarding.Unfit as error:
        log.warning("a phone's push service is not one that we speak with: %s", error)
        status = 410
    if status in (404, 410):
        return lambda unit: _forget(unit, found.id)
    if status == 429 or status >= 500:
        raise PushRefused(str(status))
    if status >= 400:
        log.warning("a push service refuses a notice: %s", status)
    return None


def _forget(unit: Unit, id: str) -> None:
    unit.conn.execute(delete(_push).where(_push.c.id == id))


def posted(
    system: System, to: Row, told: dict[str, Any], *, resolve: guarding.Resolve = guarding.looked_up,
    transport: httpx.BaseTransport | None = None,
) -> int:  # fmt: skip
    """Post one message; gives the service's status. The name is resolved once, and the connection goes there (T10).

    :raises Unfit: the address is none of a public push service.
    """
    host, port, path = guarding.parted(to.endpoint)
    address = guarding.address_of(host, port, resolve)
    origin = f"https://{host}" + ("" if port == 443 else f":{port}")
    public = system.settings.public_url or ""
    contact = public if public.startswith("https://") else "mailto:sibu@localhost.localdomain"
    key = system.sealer.key_pairs(PUSH)[0]
    headers = {
        "Host": origin.removeprefix("https://"), "TTL": str(TTL), "Urgency": "high", "Topic": _topic(told["job_id"]),
        "Content-Encoding": "aes128gcm", "Content-Type": "application/octet-stream",
        "Authorization": encrypting.authorization(key, origin, contact, clock.now()),
    }  # fmt: skip
    body = encrypting.encrypted(json.dumps(told).encode(), to.p256dh, to.auth)
    numbered = f"[{address}]" if ":" in address else address
    with httpx.Client(transport=transport, timeout=10, follow_redirects=False, trust_env=False) as client:
        answer = client.post(
            f"https://{numbered}:{port}{path}", content=body, headers=headers, extensions={"sni_hostname": host}
        )
    return answer.status_code


def _topic(job_id: str) -> str:
    """A later notice of the same job takes an earlier one's place that was not fetched yet; at most 32 characters."""
    return job_id.replace("-", "")
