"""T23: no shape of a request makes the server work or keep much: refused within a second, while others are answered.

Over real sockets, because what reads a head or a body lies below the app: endless heads, endless and lying bodies, forms of
a hundred thousand fields, parts without end, ranges by the thousand, numbers of a million digits.

Starlette CVE-2023-30798, CVE-2024-47874, CVE-2025-54121, CVE-2025-62727, CVE-2026-54283; python-multipart CVE-2024-24762,
CVE-2026-42561.
"""

from __future__ import annotations

import gc
import importlib.metadata
import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
import psutil
import pytest

from api.kit import clock, serving
from api.kit.db import Database
from api.kit.ids import new_id
from api.settings import Settings
from tests.live.server import Server
from tests.live.server import serving as running
from tests.world import World

FULL = os.environ.get("SIBU_TEST_COUNTS") == "full"
TWINS = 20 if FULL else 4
SECONDS = 1.0
PATIENCE = 10.0
"""How long a busy machine may take before a slow answer is called one: it is asked again alone then."""
MEMORY = 200 * 1024 * 1024
FLOORS = {"starlette": (1, 3, 1), "python-multipart": (0, 0, 27)}


@dataclass
class Shape:
    """What is sent after the first line: headers, then bytes; endless ones go on until the server hangs up."""

    head: str
    body: bytes = b""
    statuses: tuple[int, ...] = (400, 413, 415, 422)
    line: str = "POST /api/v1/customers"
    endless: bytes = b""


JSON = "content-type: application/json\r\n"
FORM = "content-type: application/x-www-form-urlencoded\r\n"
TOKEN = "POST /api/v1/auth/token"


def sized(head: str, body: bytes, **more: Any) -> Shape:
    """With its true length."""
    return Shape(f"{head}content-length: {len(body)}\r\n", body, **more)


def parts(number: int, name: str = "x") -> bytes:
    """A multipart body of so many small fields."""
    return (
        b"".join(
            b'--b\r\ncontent-disposition: form-data; name="%b"\r\n\r\ny\r\n' % name.encode() for _ in range(number)
        )
        + b"--b--"
    )


LIST = "GET /api/v1/customers"
MULTI = "content-type: multipart/form-data; boundary=b\r\n"
SHAPES = {
    "a header without end": Shape("x: ", endless=b"a" * 65536, statuses=(400, 431)),
    "headers without end": Shape("", endless=b"".join(b"x-%d: y\r\n" % n for n in range(4000)), statuses=(400, 431)),
    "an address without end": Shape("", line="GET /api/v1/customers?q=" + "a" * 200_000, statuses=(400, 414, 431)),
    "a body without end": Shape(f"{JSON}transfer-encoding: chunked\r\n\r\n", endless=b"10000\r\n" + b" " * 65536 + b"\r\n"),
    "a body of ten gigabytes": Shape(f"{JSON}content-length: 10000000000\r\n", b"{", statuses=(400, 413)),
    "three megabytes of JSON": sized(JSON, b'{"name": "' + b"x" * 3_000_000 + b'"}', statuses=(413,)),
    "JSON of deep lists": sized(JSON, b"[" * 1_000_000),
    "JSON of deep objects": sized(JSON, b'{"a":' * 300_000),
    "JSON of many fields": sized(JSON, b"{" + b",".join(b'"k%d":1' % n for n in range(120_000)) + b"}"),
    "JSON of a long number": sized(JSON, b'{"name": ' + b"1" * 1_000_000 + b"}"),
    "packed JSON": sized(f"{JSON}content-encoding: gzip\r\n", b"\x1f\x8b\x08" + b"\0" * 1000),
    "a form of many fields": sized(FORM, b"&".join(b"a%d=1" % n for n in range(150_000)), line=TOKEN),
    "a form of one long field": sized(FORM, b"username=" + b"x" * 1_900_000, line=TOKEN),
    "a form of ampersands": sized(FORM, b"&" * 1_900_000, line=TOKEN),
    "many parts": sized(MULTI, parts(20_000), line=TOKEN),
    "a part with a long name": sized(MULTI, parts(1, "n" * 1_000_000), line=TOKEN),
    "a part with a boundary in pieces": sized(MULTI, b"\r\n--" * 400_000, line=TOKEN),
    "a boundary without end": sized(f"content-type: multipart/form-data; boundary={'b' * 30_000}\r\n", b"x", line=TOKEN),
    "a content type to be matched": sized(f"{FORM[:-2]}; !={chr(92) * 30_000}\r\n", b"x", line=TOKEN),
    "many parameters": Shape("", line="GET /api/v1/customers?" + "&".join(f"a{n}=1" for n in range(6_000)), statuses=(422, 431)),
    "many ranges": Shape(f"range: bytes={'0-0,' * 9_000}\r\n", line=LIST, statuses=(200, 400, 416)),
    "many languages": Shape(f"accept-language: {'x;q=0.1,' * 5_000}\r\n", line=LIST, statuses=(200,)),
}  # fmt: skip


@pytest.fixture
def server(settings: Settings, db: Database) -> Iterator[Server]:
    with running(settings, db) as made:
        yield made


def send(address: str, token: str, shape: Shape) -> tuple[int, float]:
    """The status of the answer, and after how long it came; 0 where the line was closed without one."""
    parted = urlsplit(address)
    began = clock.monotonic()
    with socket.create_connection((parted.hostname or "", parted.port or 0), PATIENCE) as line:
        head = f"{shape.line} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\nidempotency-key: {new_id()}\r\n{shape.head}"
        try:
            line.sendall(head.encode() + (b"" if shape.endless else b"\r\n" + shape.body))
            for _ in range(600 if shape.endless else 0):
                line.sendall(shape.endless)
        except OSError:
            pass  # hung up in the middle: what it said lies in the line
        try:
            got = line.recv(4096)
        except OSError:
            got = b""
    words = got.split(b" ", 2)
    return (int(words[1]) if len(words) > 1 else 0), clock.monotonic() - began


@pytest.mark.slow
def test_t23_every_shape_is_refused_at_once_and_others_are_answered(server: Server, world: World) -> None:
    token = server.token(world.account("CO"), world.password)
    bearer = {"Authorization": f"Bearer {token}"}
    process, wrong = psutil.Process(), []
    with httpx.Client(headers=bearer, timeout=PATIENCE) as other, ThreadPoolExecutor(TWINS) as pool:
        assert other.get(f"{server.address}/me").status_code == 200
        gc.collect()
        before = process.memory_info().rss
        for name, shape in SHAPES.items():
            storm = [pool.submit(send, server.address, token, shape) for _ in range(TWINS)]
            assert other.get(f"{server.address}/me").status_code == 200, name
            answers = [one.result() for one in storm]
            refused = {*shape.statuses, *((0,) if shape.endless else ())}
            wrong += [f"{name}: {status}" for status, _ in answers if status not in refused]
            if (
                max(took for _, took in answers) > SECONDS
                and (again := send(server.address, token, shape)[1]) > SECONDS
            ):
                wrong.append(f"{name}: {again:.1f} s")
        grown = process.memory_info().rss - before
    assert wrong == []
    assert grown < MEMORY, f"{grown >> 20} MB"


def test_t23_a_long_head_in_pieces_is_bounded_and_the_next_request_is_its_own(server: Server) -> None:
    """What is counted is one head: a connection that is kept may send many small ones."""
    parted = urlsplit(server.address)
    with socket.create_connection((parted.hostname or "", parted.port or 0), PATIENCE) as line:
        small = b"GET /healthz HTTP/1.1\r\nhost: x\r\nx-long: " + b"a" * 2000 + b"\r\n\r\n"
        for _ in range(2 * serving.LARGEST_HEAD // len(small)):
            line.sendall(small)
            got = b""
            while not got.endswith(b"}"):
                got += line.recv(65536)
            assert got.startswith(b"HTTP/1.1 200")
        line.sendall(b"GET /healthz HTTP/1.1\r\nhost: x\r\n" + b"x: y\r\n" * (serving.MOST_HEADERS + 1) + b"\r\n")
        assert line.recv(65536).startswith(b"HTTP/1.1 431")


def test_t23_packages_are_no_older_than_their_mendings() -> None:
    for name, floor in FLOORS.items():
        found = tuple(int(part) for part in importlib.metadata.version(name).split(".")[:3])
        assert found >= floor, f"{name} {found}"
