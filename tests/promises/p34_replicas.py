"""P34: replicas agree. What is written on one is read and listed on the other at once; what is revoked on one ends on both.

Writers write on one of two replicas at random and then read on the other, without a moment between: the record, the list
that it stands in, and where facts are told its timeline. Meanwhile sign-ins are ended, accounts disabled, posts ended and
keys of integrations disabled on one replica, while their holders go on asking both each second for one record, a list and a
write, with a live stream open on the other: after 60 s nothing may be answered any more, and the stream is closed (T3).
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from api.events.anchors import Anchors
from api.kit import clock
from api.kit.ids import new_id
from tests.promises.ground import Ground
from tests.promises.p01_kills import Journal, Operation, caught_up, compare
from tests.promises.wire import Cut, Reply, Wire

FULL = {"writes": 2000, "writers": 4, "ways": 4, "streams": 1, "watch_ms": 65_000}
REDUCED = {"writes": 40, "writers": 4, "ways": 2, "streams": 0, "watch_ms": 0}
"""`watch_ms`: so long is asked at least; beyond, until everything is refused, or a minute is over."""
LIMIT_SECONDS = 60.0
KINDS = ("take in", "note", "edit", "customer", "setting")
LIMIT = "call.rings"
OFFICE = 0
"""The replica on which everything is revoked: what it does to itself, the other must find out."""
HOLDERS = (("CO2", "A1"), ("CO", "A2"), ("CO2", "A2"))
"""Who loses something: his sign-in, his account, his post."""
_CALLS: dict[str, tuple[str, str]] = {
    "one record": ("GET", "customers/{customer}"), "a list": ("GET", "service-requests?limit=1"),
    "a write": ("POST", "customers"),
}  # fmt: skip


@dataclass
class Look:
    """What the other replica said right after a write was acknowledged."""

    kind: str
    mark: str
    record: str
    """What of the record was not as it was written; empty if all was."""
    listed: bool
    told: bool = True


@dataclass
class Revoked:
    """One revocation and, in seconds after it was acknowledged, the last answers that its holder still got."""

    way: str
    last: dict[str, float] = field(default_factory=dict)
    """By class of call and replica."""
    before: Counter[str] = field(default_factory=Counter)
    """What he got before, so that it was he who lost something."""
    refused: Counter[str] = field(default_factory=Counter)
    other: Counter[str] = field(default_factory=Counter)
    """Answers that neither give nor refuse."""
    stream: float | None = None
    """When his stream was closed; None if none was open."""


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many writes, and so many ways of losing rights meanwhile."""
    chance, journal = random.Random(seed), Journal()
    with ground.replica() as one, ground.replica(SIBU_WORKER="0") as other:
        looks, revoked = asyncio.run(_all(ground, [one.port, other.port], journal, counts, chance))
        with ground.database() as db:
            caught_up(db)
    with ground.database() as db:
        found = compare(db, journal, Anchors(ground.folder / "data"))
    wrong = judge(looks, revoked, counts) + found["wrong"]
    after = [seconds for each in revoked for seconds in each.last.values()]
    return {
        "writes": len(looks), "kinds": dict(Counter(look.kind for look in looks)), "replicas": 2, **journal.counts(),
        "read_your_write": sum(not look.record and look.listed and look.told for look in looks),
        "revocations": {each.way: each.refused.total() for each in revoked},
        "last_answer_after_seconds_max": round(max(after, default=0.0), 2),
        "stream_closed_after_seconds_max": round(max((each.stream or 0.0 for each in revoked), default=0.0), 2),
        "wrong": wrong[:50], "held": not wrong,
    }  # fmt: skip


def judge(looks: list[Look], revoked: list[Revoked], counts: dict[str, int]) -> list[str]:
    """What was seen beside what is promised."""
    wrong = []
    for look in looks:
        if look.record:
            wrong.append(f"{look.kind} {look.mark}: the other replica says {look.record}")
        if not look.listed:
            wrong.append(f"{look.kind} {look.mark}: not in the other replica's list")
        if not look.told:
            wrong.append(f"{look.kind} {look.mark}: not in the other replica's timeline")
    for each in revoked:
        late = {call: seconds for call, seconds in each.last.items() if seconds > LIMIT_SECONDS}
        wrong += [f"{each.way}: {call} was answered after {seconds:.0f} s" for call, seconds in late.items()]
        if len(each.before) < 2 * len(_CALLS) or set(each.refused) < set(each.before):
            wrong.append(f"{each.way}: {dict(each.before)} before, {dict(each.refused)} refused, so little is shown")
        wrong += [f"{each.way}: answered {what}, {count} times" for what, count in each.other.items()]
        if counts["streams"] and (each.stream is None or each.stream > LIMIT_SECONDS):
            wrong.append(f"{each.way}: its stream was closed after {each.stream} s")
    if len(looks) != counts["writes"] or {look.kind for look in looks} != set(KINDS):
        wrong.append(f"{len(looks)} writes of {sorted({look.kind for look in looks})}")
    if len(revoked) != counts["ways"]:
        wrong.append(f"{len(revoked)} revocations, not {counts['ways']}")
    return wrong


async def _all(
    ground: Ground, ports: list[int], journal: Journal, counts: dict[str, int], chance: random.Random
) -> tuple[list[Look], list[Revoked]]:
    looks: list[Look] = []
    left = counts["writes"]
    token, director = ground.token("CO"), ground.token("HQ", "C")
    turn = asyncio.Lock()

    async def writer() -> None:
        wires = [Wire(port, token) for port in ports]
        heads = [Wire(port, director) for port in ports]
        nonlocal left
        while left > 0:
            left -= 1
            kind = chance.choice(KINDS) if journal.taken else "take in"
            side = chance.randrange(2)
            if kind == "setting":
                async with turn:  # one figure for all
                    looks.append(await _set(heads[side], heads[1 - side], chance))
            else:
                looks.append(await _write(ground, wires[side], wires[1 - side], kind, journal, chance))
        for wire in (*wires, *heads):
            wire.close()

    ways = [_WAYS[name] for name in list(_WAYS)[: counts["ways"]]]
    revoking = [_revoke(ground, ports, way, counts) for way in ways]
    revoked, *_ = await asyncio.gather(asyncio.gather(*revoking), *(writer() for _ in range(counts["writers"])))
    return looks, list(revoked)


# -- read your write -----------------------------------------------------------------------------------------------------
async def _write(ground: Ground, here: Wire, there: Wire, kind: str, journal: Journal, chance: random.Random) -> Look:
    world, mark, id = ground.world, f"P34 {len(journal.operations)} {chance.getrandbits(64):016x}", new_id()
    key = {"Idempotency_Key": mark.replace(" ", "-")}
    path, field_ = "service-requests", "subject"
    match kind:
        case "take in":
            body: dict[str, Any] = {
                "id": id, "channel": "counter", "subject": mark, "group": "consultation",
                "customer_id": world.customers["A1"],
            }  # fmt: skip
        case "customer":
            path, field_, body = "customers", "name", {"id": id, "kind": "company", "name": mark, "confirmed_new": True}
        case "note":
            id = chance.choice(journal.taken)
        case "edit":
            id, field_ = chance.choice(journal.taken), "description"
    operation = Operation(kind, mark, id)  # type: ignore[arg-type]
    journal.operations.append(operation)
    if kind == "note":
        reply = await here.send("POST", f"{path}/{id}/note", {"text": mark}, **key)
    elif kind == "edit":
        while True:
            version = (await here.send("GET", f"{path}/{id}")).json()["version"]
            reply = await here.send("PATCH", f"{path}/{id}", {"description": mark}, If_Match=f'"{version}"')
            if reply.status != 412:  # another writer was quicker
                break
    else:
        reply = await here.send("POST", path, body, **key)
    operation.answer, operation.state = reply.status, "acknowledged" if reply.status < 300 else "refused"
    if operation.state == "refused":
        return Look(kind, mark, f"{reply.status} to the write itself", True)
    if kind == "take in":
        journal.taken.append(id)
    read = await there.send("GET", f"{path}/{id}")
    listed = await there.send("GET", f"{path}?sort=-created_at&limit=200") if kind in ("take in", "customer") else None
    told = await there.send("GET", f"{path}/{id}/events") if kind == "note" else None
    return Look(
        kind, mark, _differs(reply, read, None if kind == "note" else (field_, mark)),
        listed is None or id in [item["id"] for item in listed.json().get("items", ())],
        told is None or mark in told.body.decode(),
    )  # fmt: skip


def _differs(wrote: Reply, read: Reply, value: tuple[str, str] | None) -> str:
    """What the other replica says otherwise; where others may have written since, a later version is right too."""
    if read.status != 200:
        return str(read.status)
    mine, theirs = wrote.json(), read.json()
    if theirs["version"] < mine["version"]:
        return f"version {theirs['version']}, not {mine['version']}"
    if value and theirs["version"] == mine["version"] and theirs[value[0]] != value[1]:
        return f"{value[0]} {theirs[value[0]]!r}"
    return ""


async def _set(here: Wire, there: Wire, chance: random.Random) -> Look:
    """A limit of the trade, which each process keeps for seconds: what is shown of it must be what was set."""
    figure = chance.randint(2, 9)
    reply = await here.send("PUT", f"settings/{LIMIT}", {"value": figure})
    read = await there.send("GET", "settings")
    shown = {item["key"]: item["value"] for item in read.json().get("items", ())}.get(LIMIT)
    wrong = "" if shown == figure else f"{shown}, not {figure} ({reply.status})"
    return Look("setting", LIMIT, wrong, True)


# -- revocation ----------------------------------------------------------------------------------------------------------
Taken = Callable[[], Awaitable[Reply]]


async def _sign_out(ground: Ground, wire: Wire) -> tuple[str, Taken]:
    token = ground.token(*HOLDERS[0])
    wire.token = token
    return token, lambda: wire.send("POST", "auth/sign-out")


async def _disable_account(ground: Ground, wire: Wire) -> tuple[str, Taken]:
    wire.token = ground.token("SA", "C")
    account = ground.world.accounts["@".join(HOLDERS[1])]
    return ground.token(*HOLDERS[1]), lambda: wire.send("POST", f"accounts/{account}/disable", {"reason": "P34"})


async def _end_post(ground: Ground, wire: Wire) -> tuple[str, Taken]:
    wire.token = ground.token("HR", "C")
    employee = f"employees/{ground.world.employees['@'.join(HOLDERS[2])]}"
    (post,) = (await wire.send("GET", employee)).json()["posts"]
    yesterday = clock.day_of(clock.now() - timedelta(days=1)).isoformat()
    return ground.token(*HOLDERS[2]), lambda: wire.send(
        "POST", f"{employee}/end-post", {"post_id": post["id"], "ends_on": yesterday}
    )


async def _disable_client(ground: Ground, wire: Wire) -> tuple[str, Taken]:
    wire.token = ground.token("SA", "C")
    made = (await wire.send("POST", "api-clients", {
        "name": "P34", "scopes": ["service-requests:view", "customers:view", "customers:create", "events:view"],
        "station_ids": [ground.world.stations["A1"]], "addresses": None, "per_minute": 60_000,
        "ends_at": (datetime.now(UTC) + timedelta(days=1)).isoformat(),
    })).json()  # fmt: skip
    form = {"grant_type": "client_credentials", "client_id": made["id"], "client_secret": made["client_secret"]}
    token = await wire.send(
        "POST", "auth/token", urlencode(form).encode(), Content_Type="application/x-www-form-urlencoded"
    )
    return token.json()["access_token"], lambda: wire.send(
        "POST", f"api-clients/{made['id']}/disable", {"reason": "P34"}
    )


_WAYS = {
    "a sign-in ended": _sign_out, "a post ended": _end_post, "an account disabled": _disable_account,
    "a key disabled": _disable_client,
}  # fmt: skip


async def _revoke(
    ground: Ground, ports: list[int], way: Callable[[Ground, Wire], Awaitable[tuple[str, Taken]]],
    counts: dict[str, int],
) -> Revoked:  # fmt: skip
    found = Revoked(next(name for name, each in _WAYS.items() if each is way))
    office = Wire(ports[OFFICE], "")
    token, take = await way(ground, office)
    wires = [Wire(port, token) for port in ports]
    stream = asyncio.create_task(_listen(ports[1 - OFFICE], token)) if counts["streams"] else None
    customer = ground.world.customers["A2" if way in (_disable_account, _end_post) else "A1"]
    await _ask(wires, customer, found.before, found)
    if stream:
        await asyncio.sleep(1)
    reply = await take()
    begun = time.monotonic()
    if reply.status not in (200, 204):
        found.other[f"{reply.status} to the revocation"] += 1
    until = counts["watch_ms"] / 1000
    while True:
        got = Counter[str]()
        await _ask(wires, customer, got, found)
        elapsed = time.monotonic() - begun
        found.last |= dict.fromkeys(got, elapsed)
        if elapsed > max(until, LIMIT_SECONDS + 5) or (not got and elapsed > until):
            break
        await asyncio.sleep(1)
    if stream:
        with suppress(TimeoutError):
            found.stream = await asyncio.wait_for(stream, 1) - begun
    for wire in (*wires, office):
        wire.close()
    await asyncio.sleep(0)
    return found


async def _ask(wires: list[Wire], customer: str, got: Counter[str], found: Revoked) -> None:
    """Each class of call on both replicas, as the holder."""
    for n, wire in enumerate(wires):
        for call, (method, path) in _CALLS.items():
            body = (
                {"kind": "company", "name": f"holder {new_id()}", "confirmed_new": True} if method == "POST" else None
            )
            try:
                reply = await wire.send(method, path.format(customer=customer), body)
            except Cut:
                found.other["nothing"] += 1
                continue
            if reply.status < 300:
                got[f"{call} on {n}"] += 1
            elif reply.status in (401, 403, 404):
                found.refused[f"{call} on {n}"] += 1
            else:
                found.other[f"{reply.status} to {call}"] += 1


async def _listen(port: int, token: str) -> float:
    """Hold a stream open; gives the moment at which it was closed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"GET /api/v1/events/stream HTTP/1.1\r\nHost: promise\r\nAuthorization: Bearer {token}\r\n\r\n"
    writer.write(head.encode())
    assert b" 200 " in await reader.readline()
    while part := await reader.read(65536):
        if part.endswith(b"\r\n0\r\n\r\n") or part == b"0\r\n\r\n":
            break
    writer.transport.abort()
    return time.monotonic()
