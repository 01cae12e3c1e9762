"""T17: the live channel is one way. It tells its caller his own facts, and nothing that is sent into it is understood.

There is no socket into which commands could be sent: events are read by `GET` with the token in the header (api.md), so no
ticket lies in an address, no cookie opens it for a foreign page, and no event's name comes from a client. The fuzz speaks
to it all the same: frames of WebSocket, upgrades, positions and tokens that are none.

Zammad CVE-2026-102489 (session taken over by the websocket), CVE-2022-40816.
"""

from __future__ import annotations

import os
import random
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest

from api.events.sequencer import Sequencer
from api.kit.db import Database
from api.settings import Settings
from tests.events.facts import remark
from tests.live.server import Listener, Server, serving, until
from tests.world import World

FRAMES = 5000 if os.environ.get("SIBU_TEST_COUNTS") == "full" else 300
WORDS = (
    b'{"event":"login","data":{"session_id":"1"}}', b'{"event":"spool","timestamp":0}', b'{"event":"__proto__"}', b"42[\"x\"]",
    b'{"action":"subscribe","channel":"station:B1"}', b"GET /api/v1/accounts HTTP/1.1\r\n\r\n", b"\xff" * 64, b"\0" * 64,
    b"id: 1\ndata: {}\n\n", b'{"jsonrpc":"2.0","method":"system.listMethods"}',
)  # fmt: skip
INSIDE = (b"Traceback", b"<object", b"api.", b"sqlalchemy", b"SELECT", b"canary", b"argon2", b"Error(")


@pytest.fixture
def server(settings: Settings, db: Database) -> Iterator[Server]:
    with serving(settings, db) as made:
        yield made


def framed(text: bytes, kind: int, dice: random.Random) -> bytes:
    """A frame as a browser masks it; one in three is broken."""
    mask = dice.randbytes(4)
    head = bytes([kind, 0x80 | min(len(text), 125)])
    whole = head + mask + bytes(byte ^ mask[n % 4] for n, byte in enumerate(text[:125]))
    return whole if dice.random() < 0.67 else whole[: dice.randrange(1, len(whole))]


def begun(server: Server, token: str, more: str = "") -> socket.socket:
    """A line on which the stream was asked for."""
    parted = urlsplit(server.address)
    line = socket.create_connection((parted.hostname or "", parted.port or 0), 10)
    ask = f"GET /api/v1/events/stream HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n{more}\r\n"
    line.sendall(ask.encode())
    return line


@pytest.mark.slow
def test_t17_frames_are_not_understood(server: Server, db: Database, world: World) -> None:
    """Upgrades change nothing, frames are answered with nothing, and no word of another station comes back."""
    token = server.token(world.account("CO", "B1"), world.password)
    honest = Listener(server, token)
    dice, got = random.Random(17), b""
    upgrade = "connection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAA\r\n"
    for number in range(FRAMES // 50):
        with begun(server, token, upgrade if number % 2 else "") as line:
            for _ in range(50):
                frame = framed(dice.choice(WORDS), dice.choice((0x81, 0x82, 0x88, 0x89, 0x8A, 0x00, 0xFF)), dice)
                try:
                    line.sendall(frame)
                except OSError:
                    break  # hung up on us, which is as good
            line.settimeout(0.2)
            try:
                while part := line.recv(65536):
                    got += part
            except OSError:
                continue
    with db.write() as conn:
        remark(conn, db, world.customers["A1"], "canary-4417")
        remark(conn, db, world.customers["B1"], "own")
    Sequencer(db, "one").step()
    until(lambda: honest.facts, "who listens rightly still hears")
    honest.stop()
    assert b" 101 " not in got
    assert [mark for mark in INSIDE if mark in got + honest.raw] == []
    assert {fact["subject_id"] for fact in honest.facts} == {world.customers["B1"]}


@pytest.mark.parametrize(
    "offer",
    [
        "connection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAEAAEAAAAIAAAABAAMAAABkAAQBAAAA\r\n",
        "connection: Upgrade\r\nconnection: keep-alive\r\nupgrade: h2c\r\n",
        "connection: Upgrade\r\nupgrade: websocket\r\n",
    ],
)
def test_t17_an_offer_of_another_protocol_is_not_taken(server: Server, world: World, offer: str) -> None:
    """Java's own client offers HTTP/2 in the clear with every request: its body is read, and the line goes on as it was; nor
    is the body of any other offer taken for a request."""
    body = f"grant_type=password&client_type=native&username={world.account('CO')}&password={world.password}".encode()
    parted = urlsplit(server.address)
    with socket.create_connection((parted.hostname or "", parted.port or 0), 10) as line:
        for ending in ("", "transfer-encoding: chunked\r\n", f"content-length: {len(body)}\r\n"):
            kind = "content-type: application/x-www-form-urlencoded\r\n"
            line.sendall(f"POST /api/v1/auth/token HTTP/1.1\r\nhost: x\r\n{offer}{kind}{ending}\r\n".encode())
            line.sendall(
                b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if "chunked" in ending else body if ending else b""
            )
            got = b""
            while b"\r\n\r\n" not in got or not got.endswith(b"}"):
                part = line.recv(65536)
                assert part, got
                got += part
            assert got.startswith(b"HTTP/1.1 200 " if ending else b"HTTP/1.1 422 "), got
            assert (b"access_token" in got) is bool(ending)


def test_t17_no_ticket_in_an_address_and_no_page_of_others(server: Server, world: World) -> None:
    """A token in the URL, in a cookie or of another kind opens nothing; a used one opens nothing after signing out."""
    address, token = f"{server.address}/events/stream", server.token(world.account("CO"), world.password)
    for query in ("token", "access_token", "ticket", "jwt"):
        assert httpx.get(address, params={query: token}).status_code in (401, 422), query
    for headers in (
        {"Cookie": f"token={token}; __Host-refresh={token}"}, {"Authorization": f"Basic {token}"},
        {"Sec-WebSocket-Protocol": f"bearer, {token}"}, {"Origin": "https://evil.example", "Cookie": f"access_token={token}"},
    ):  # fmt: skip
        answer = httpx.get(address, headers=headers)
        assert answer.status_code == 401, headers
        assert not [name for name in answer.headers if name.startswith("access-control-")]
    for last in ("x", "-1", "1e9", "1; DROP TABLE event", str(2**70), "\u0661", "0x10"):
        bad = httpx.get(
            address, headers={"Authorization": f"Bearer {token}", "Last-Event-ID": last.encode()}, timeout=10
        )
        assert bad.status_code == 422, last
        assert [mark for mark in INSIDE if mark in bad.content] == []
    out = httpx.post(f"{server.address}/auth/sign-out", headers={"Authorization": f"Bearer {token}"})
    assert out.status_code == 204
    assert httpx.get(address, headers={"Authorization": f"Bearer {token}"}).status_code == 401
