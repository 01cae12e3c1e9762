"""T10: nobody makes this server speak with what only it can reach. A canary on the loopback address must hear nothing.

What is refused by its looks, what by where its name leads at each sending, what by the answer (no redirect is followed), and
that the refusal tells nothing of what there is inside.
"""

from __future__ import annotations

import socket
import threading
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import update

from api import models
from api.events.webhook_deliveries import queue
from api.events.webhook_deliveries.sending import Postman
from api.kit import clock, egress, posting
from api.settings import BadSetting, Settings
from api.system import System
from api.worker import units
from tests.events.facts import write
from tests.events.webhooks.conftest import Post
from tests.events.webhooks.receiver import receiving
from tests.world import World

HOOK = models.webhooks.Webhook.__table__  # type: ignore[attr-defined]
LANE = models.webhook_deliveries.WebhookLane.__table__  # type: ignore[attr-defined]
BY_LOOKS = (
    "https://127.0.0.1/x", "https://localhost/x", "https://[::1]/x", "https://2130706433/x", "https://0x7f000001/x",
    "https://0x7f.1/x", "https://017700000001/x", "https://127.1/x", "https://10.0.0.5/x", "https://192.168.1.1/x",
    "https://169.254.169.254/latest/meta-data/", "https://[::ffff:127.0.0.1]/x", "https://[::ffff:7f00:1]/x",
    "https://[64:ff9b::7f00:1]/x", "https://[fe80::1%25eth0]/x", "https://user@receiver.example.com/x",
    "https://user:word@receiver.example.com/x", "https://receiver.example.com@127.0.0.1/x",
    "https://receiver.example.com:22/x", "https://receiver.example.com:6379/x", "https://receiver.example.com:0/x",
    "https://receiver.example.com:99999/x", "https://receiver.example.com#@127.0.0.1/x", "https://intranet/x",
    "https://metadata.google.internal/x", "https://printer.local/x", "https://a.localhost/x", "https://receiver.example.com./x",
    "https://receiver.example.com\\@127.0.0.1/x", "https://receiver.example.com\r\nHost: inner/x", "https://127。0。0。1/x",
    "https://１２７.0.0.1/x", "http://receiver.example.com/x", "gopher://receiver.example.com/x", "file:///etc/passwd",
    "https://", "https:///x", "https://[::1/x", "//receiver.example.com/x", "https://receiver.example.com:443:443/x",
    "https://receiver..example.com/x", "https://receiver.example.com/\x00",
)  # fmt: skip
INSIDE = (
    "127.0.0.1", "127.8.9.10", "0.0.0.0", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "169.254.0.1", "100.64.0.1", "100.100.100.200", "168.63.129.16", "192.0.0.192", "192.0.2.1", "198.18.0.1", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1",
    "::ffff:10.0.0.1", "::ffff:93.184.216.34", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::5db8:d822", "64:ff9b:1::1",
    "2002:7f00:1::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:db8::1", "2606:4700::5efe:10.0.0.1", "not-an-address",
)  # fmt: skip
PUBLIC = ("93.184.216.34", "2606:4700::1111")


@pytest.fixture
def closed(post: Post, settings: Settings) -> Post:
    """The same system as an operator runs it who opened nothing."""
    post.system.inner = ()
    post.admin.app.state.sibu.inner = ()  # type: ignore[attr-defined]
    return post


def test_t10_by_its_looks(closed: Post) -> None:
    client, asked = closed.integration(), []
    for url in BY_LOOKS:
        body = {"name": "x", "url": url, "client_id": client}
        answer = closed.admin.post("webhooks", json=body)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/body/url"), url
        with pytest.raises(egress.Unfit):
            egress.address_of(egress.parted(url), (), lambda host, port: asked.append(host) or ["127.0.0.1"])  # type: ignore[func-returns-value]
    assert asked == [], "what is refused by its looks is not even looked up"
    made = closed.webhook("https://receiver.example.com:8443/hook?v=1", client)
    answer = closed.admin.patch(
        f"webhooks/{made['id']}", json={"url": "https://10.0.0.5/x"}, headers={"If-Match": '"1"'}
    )
    assert answer.status_code == 422


def test_t10_where_a_name_leads_is_judged_at_each_sending_and_pinned(closed: Post, world: World) -> None:
    """All that it leads to must be public; one question per sending, and the connection goes to that answer."""
    assert [address for address in INSIDE if egress.is_public(address)] == []
    assert all(map(egress.is_public, PUBLIC))
    asked: list[str] = []
    leads: list[list[str]] = [[PUBLIC[0]]]
    reached: list[tuple[str, int]] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return leads[0]

    def connect(address: str, port: int, seconds: float) -> socket.socket:
        reached.append((address, port))
        raise ConnectionRefusedError

    closed.postman = Postman(closed.system, units(closed.system), resolve=resolve, connect=connect)
    hook = closed.webhook("https://receiver.example.com/hook")
    write(closed.system.db, world.customers["A1"])
    closed.run()
    assert (asked, reached) == (["receiver.example.com"], [(PUBLIC[0], 443)])
    outcomes = set()
    for found in ([], [PUBLIC[0], "10.0.0.1"], ["10.0.0.1", PUBLIC[0]], *([address] for address in INSIDE)):
        leads[0] = found
        with closed.system.db.write() as conn:
            conn.execute(update(HOOK).values(queue.FRESH))
            conn.execute(update(LANE).values(due_at=clock.EPOCH))
        closed.send()
        (row,) = closed.deliveries(hook)
        outcomes.add((row["last_outcome"], row["last_status"]))
    assert len(asked) == 4 + len(INSIDE)
    assert len(reached) == 1, "nothing was connected to after the name had turned"
    assert outcomes == {("blocked", None)}, "one answer for all: it tells nothing of what there is"


def test_t10_no_redirect_is_followed_and_no_body_of_ours_is_shown(post: Post, world: World) -> None:
    with receiving() as canary, receiving() as receiver:
        for status in (301, 302, 303, 307, 308):
            receiver.answer = lambda message, status=status: (status, {"location": canary.url}, b"inner secret")
            hook = post.webhook(receiver, event_types=["customer.*"])
            write(post.system.db, world.customers["A1"])
            post.run()
            (row,) = post.deliveries(hook)
            assert (row["last_outcome"], row["last_status"]) == ("redirect", status)
            shown = post.admin.read(f"webhook-deliveries/{row['id']}")
            assert shown["attempts"][0]["excerpt"] is None, "an opened network of ours shows no body"
            post.admin.act(f"webhooks/{hook['id']}/disable", {"reason": "x"})
        assert canary.got == []


def test_t10_of_a_public_refusal_the_beginning_is_kept(post: Post, world: World) -> None:
    """As plain text on one line, whatever was sent; at most 500 characters."""
    post.system.inner = egress.networks((f"{PUBLIC[0]}/32",))
    post.admin.app.state.sibu.inner = post.system.inner  # type: ignore[attr-defined]
    with receiving() as receiver:
        post.postman = Postman(
            post.system, units(post.system), resolve=lambda host, port: [PUBLIC[0]],
            connect=lambda address, port, seconds: posting.connected("127.0.0.1", receiver.port, seconds),
        )  # fmt: skip
        receiver.answer = lambda message: (500, {}, b"<b>no\x00\r\n\xff" + b"z" * 2000)
        hook = post.webhook("http://receiver.example.com/hook")
        write(post.system.db, world.customers["A1"])
        post.run()
        (row,) = post.deliveries(hook)
        (tried,) = post.admin.read(f"webhook-deliveries/{row['id']}")["attempts"]
        assert (tried["outcome"], tried["status"], len(tried["excerpt"])) == ("refused", 500, 500)
        assert tried["excerpt"].startswith("<b>no   \ufffdzz")
        told = receiver.got[0].headers
        assert (told["host"], told["content-type"]) == ("receiver.example.com", "application/json")


def test_t10_an_opened_network_is_opened_and_no_other(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = egress.networks(("10.20.0.0/16", "fd12::/16", "169.254.0.0/16", "0.0.0.0/0"))
    for host, found, fit in (
        ("erp.inner", "10.20.1.1", True), ("10.20.1.1", "10.20.1.1", True), ("erp", "fd12::7", True),
        ("erp.inner", "169.254.169.254", False), ("erp.inner", "169.254.1.1", False), ("erp.inner", "::1", False),
        ("erp.inner", "::ffff:10.20.1.1", False),
    ):  # fmt: skip
        target = egress.parted(f"http://{host}:9000/x", inner)
        if fit:
            assert egress.address_of(target, inner, lambda h, p, found=found: [found]) == found
        else:
            with pytest.raises(egress.Unfit):
                egress.address_of(target, inner, lambda h, p, found=found: [found])
    http = egress.parted("http://receiver.example.com/x", inner[:1])
    with pytest.raises(egress.Unfit):
        egress.address_of(http, inner[:1], lambda h, p: [PUBLIC[0]])
    assert System(replace(settings, webhook_networks=("10.0.0.0/8",))).inner == egress.networks(("10.0.0.0/8",))
    monkeypatch.setenv("SIBU_DATA", str(settings.data_dir))
    monkeypatch.setenv("SIBU_SECRET", settings.secret.decode())
    monkeypatch.setenv("SIBU_WEBHOOK_NETWORKS", "10.20.0.0/16, fd12::/16")
    assert Settings.read().webhook_networks == ("10.20.0.0/16", "fd12::/16")
    monkeypatch.setenv("SIBU_WEBHOOK_NETWORKS", "inner")
    with pytest.raises(BadSetting):
        Settings.read()


# -- the answer is bounded -------------------------------------------------------------------
def served(answer: Any) -> int:
    """A peer that answers one connection as it likes; gives its port."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with listener:
            try:
                with listener.accept()[0] as line:
                    answer(line)
            except OSError:
                return

    threading.Thread(target=serve, daemon=True).start()
    return int(listener.getsockname()[1])


def drops(line: socket.socket) -> None:
    line.recv(4096)
    line.sendall(b"HTTP/1.1 200 OK\r\nx: ")
    while True:
        line.sendall(b"y")
        threading.Event().wait(0.02)


def endless(line: socket.socket) -> None:
    line.recv(4096)
    line.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:
        line.sendall(b"x-%d: " % id(line) + b"y" * 1000 + b"\r\n")


def babbling(line: socket.socket) -> None:
    line.recv(4096)
    line.sendall(b"SSH-2.0-OpenSSH_9.6\r\n")


def long_refusal(line: socket.socket) -> None:
    line.recv(4096)
    line.sendall(b"HTTP/1.1 500 No\r\ncontent-length: 99999999\r\n\r\n" + b"z" * 60_000)
    threading.Event().wait(0.2)


@pytest.mark.parametrize(("answer", "trouble"), [(drops, "timeout"), (endless, "unreadable"), (babbling, "unreadable")])
def test_t10_an_answer_is_bounded_in_time_and_size(answer: Any, trouble: str) -> None:
    begun = clock.monotonic()
    with pytest.raises(posting.Failed) as failed:
        post_to(served(answer), seconds=0.4)
    assert failed.value.trouble == trouble
    assert clock.monotonic() - begun < 2


def post_to(port: int, scheme: str = "http", **more: Any) -> posting.Answered:
    target = egress.Target(scheme, "receiver.example.com", port, "/x", True)
    return posting.post(target, "127.0.0.1", b"{}", {}, **more)


def test_t10_of_a_refusal_only_the_beginning_is_read() -> None:
    found = post_to(served(long_refusal), excerpt=100)
    assert (found.status, found.excerpt) == (500, "z" * 100)


def test_an_ipv6_address_is_spoken_with_and_a_refusal_read_that_comes_in_pieces() -> None:
    """Its last part is no port; the body may come after the head, though the peer closes the connection at its end."""
    heard: list[bytes] = []

    def answer(line: socket.socket) -> None:
        while not (heard and b"{}" in heard[-1]):
            heard.append(line.recv(4096))
        line.sendall(b"HTTP/1.1 500 No\r\nconnection: close\r\n\r\n")
        threading.Event().wait(0.1)
        line.sendall(b"because")

    inner = egress.networks(("fd00::/16",))
    target = egress.parted(f"http://[fd00::abcd]:{served(answer)}/x", inner)
    found = posting.post(target, "127.0.0.1", b"{}", {}, seconds=5.0)
    assert (found.status, found.excerpt) == (500, "because")
    assert f"Host: [fd00::abcd]:{target.port}\r\n".encode() in b"".join(heard)
