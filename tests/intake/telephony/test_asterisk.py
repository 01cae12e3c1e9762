"""Asterisk's lines as calls: recorded ones played by a real TCP server to the adapter, which tells a real server of ours.

The lines are in the form of Asterisk 20 with `timestampevents = yes`; numbers and names are made up.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from api.intake.telephony.exchange_side.ami import Blocks, Translator, extension_of, written
from api.intake.telephony.exchange_side.asterisk import Adapter, Door, SignInRefused
from api.intake.telephony.exchange_side.sender import Sender
from api.kit.db import Database
from api.settings import Settings
from tests.client import Api
from tests.intake.telephony.exchange import Exchange
from tests.live.server import Server, serving, until
from tests.world import World

RECORDED = Path(__file__).with_name("recorded")
T0 = 1764378000.0
Role = Callable[..., Api]


def recorded(name: str, begins: datetime | None = None) -> bytes:
    """The recorded lines, moved so that the recording begins then."""
    text = (RECORDED / f"{name}.ami").read_bytes().decode()
    if begins:
        ahead = begins.timestamp() - T0
        text = re.sub(r"(?<=Timestamp: )\d+\.\d+", lambda m: f"{float(m[0]) + ahead:.6f}", text)
    return text.encode()


def translated(data: bytes, seed: int = 0) -> list[dict[str, Any]]:
    """What the lines tell, fed in pieces of odd sizes."""
    chance, blocks, translator = Random(seed), Blocks(), Translator(lambda: datetime.now(UTC))
    told: list[dict[str, Any]] = []
    while data:
        size = chance.randint(1, 700)
        for block in blocks.feed(data[:size]):
            told += translator.events(block)
        data = data[size:]
    return told


def test_a_queued_call_that_is_held_and_passed_on() -> None:
    told = translated(recorded("queue_call"))
    assert [(e["kind"], e.get("extension")) for e in told] == [
        ("new_call", None), ("queued", None), ("ringing", "1001"), ("answered", "1001"), ("held", "1001"),
        ("resumed", "1001"), ("transferred", "1002"), ("ringing", "1002"), ("answered", "1002"), ("hung_up", None),
    ]  # fmt: skip
    first = told[0]
    assert {e["call_id"] for e in told} == {"pbx-1764378000.41"}
    assert (first["direction"], first["from_number"], first["caller_name"]) == ("inbound", "13800004410", "陈志远")
    assert (first["to_number"], told[1]["queue"]) == ("4008081234", "热线")
    assert first["occurred_at"] == datetime.fromtimestamp(T0, UTC).isoformat()


def test_a_call_that_nobody_took_and_an_agent_who_pauses() -> None:
    told = translated(recorded("missed_call"))
    assert [(e["kind"], e.get("extension")) for e in told] == [
        ("new_call", None), ("ringing", "1001"), ("ring_stopped", "1001"), ("agent_away", "1001"), ("hung_up", None),
    ]  # fmt: skip
    assert told[0]["from_number"] == "anonymous"
    assert "call_id" not in told[3]


@pytest.mark.parametrize("seed", range(20))
def test_however_the_network_cuts_the_lines_they_tell_the_same(seed: int) -> None:
    assert translated(recorded("queue_call"), seed) == translated(recorded("queue_call"), 99)


def test_lines_read_twice_are_the_same_events() -> None:
    told = [event["event_id"] for event in translated(recorded("queue_call") * 2)]
    assert len(told) == 2 * len(set(told))


@pytest.mark.parametrize(
    ("channel", "extension"),
    [
        ("PJSIP/1001-0000002a", "1001"), ("SIP/777-000000bc", "777"), ("Local/1001@from-queue-00000012;1", "1001"),
        ("PJSIP/1001", "1001"), ("PJSIP/trunk-bj-00000029", None), ("DAHDI/1-1", None), ("", None), (None, None),
        ("PJSIP/1001-0000002a\r\nAction: Logoff", None),
    ],
)  # fmt: skip
def test_extensions_by_their_channels(channel: str | None, extension: str | None) -> None:
    assert extension_of(channel) == extension


def test_garbage_tells_nothing_and_is_not_kept_for_ever() -> None:
    blocks = Blocks()
    assert list(blocks.feed(b"\xff\xfe\r\nnonsense\r\n\r\n")) == []
    translator = Translator(lambda: datetime.now(UTC))
    assert translator.events({"Event": "Nonsense"}) == []
    with pytest.raises(ValueError, match="without an end"):
        list(blocks.feed(b"x" * 70_000))


def test_t32_no_value_begins_a_line_of_its_own() -> None:
    assert written({"Action": "Hangup", "Channel": "PJSIP/1001\r\nAction: Logoff"}).count(b"\r\n") == 3
    translator = Translator(lambda: datetime.now(UTC))
    request = {
        "id": "r",
        "kind": "dial",
        "extension": "1001",
        "to_number": "+8613800004410\r\nAction: Logoff",
        "call_id": None,
    }
    action = translator.action(request)
    assert action
    assert action["Exten"] == "+8613800004410Action" + "Logoff"


def test_requests_become_actions_on_the_channels_of_the_call() -> None:
    translator = Translator(lambda: datetime.now(UTC))
    for block in Blocks().feed(recorded("queue_call").partition(b"Event: Hold")[0]):
        translator.events(block)

    def action(kind: str, **more: Any) -> dict[str, str] | None:
        request = {"id": "r1", "kind": kind, "extension": "1001", "call_id": "pbx-1764378000.41", "to_extension": None}
        return translator.action(request | more)

    assert action("hang_up") == {"Action": "Hangup", "ActionID": "r1", "Channel": "PJSIP/1001-0000002a"}
    assert action("hold") == {
        "Action": "PJSIPNotify", "ActionID": "r1", "Channel": "PJSIP/1001-0000002a", "Variable": "Event=hold",
    }  # fmt: skip
    moved = action("transfer", to_extension="1002")
    assert moved
    assert (moved["Action"], moved["Channel"], moved["Exten"]) == ("Redirect", "PJSIP/trunk-bj-00000029", "1002")
    assert action("hold", extension="1009") is None
    assert action("hold", call_id="nothing") is None


# -- over the wire ---------------------------------------------------------------------------------------------------------
class Asterisk:
    """A manager interface that plays a recording to whoever signs in, and keeps what it is told to do."""

    def __init__(self, lines: bytes, password: str = "right") -> None:
        self.lines, self.password = lines, password
        self.told = b""
        self.signed_in = 0
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        self._listener.settimeout(0.2)
        while not self._over.is_set():
            try:
                line, _ = self._listener.accept()
            except TimeoutError:
                continue
            with line, suppress(ConnectionError):  # who hangs up in the middle of a word is no fault of the exchange
                self._talk(line)

    def _talk(self, line: socket.socket) -> None:
        line.settimeout(0.2)
        line.sendall(b"Asterisk Call Manager/9.0.0\r\n")
        asked = b""
        while b"\r\n\r\n" not in asked:
            asked += line.recv(4096)
        right = f"Secret: {self.password}\r\n".encode() in asked
        line.sendall(b"Response: %s\r\nActionID: sign-in\r\nMessage: x\r\n\r\n" % (b"Success" if right else b"Error"))
        if not right:
            return
        self.signed_in += 1
        for start in range(0, len(self.lines), 999):
            line.sendall(self.lines[start : start + 999])
        while not self._over.is_set():
            try:
                said = line.recv(4096)
            except TimeoutError:
                continue
            if not said:
                return
            self.told += said

    def close(self) -> None:
        self._over.set()
        self._thread.join()
        self._listener.close()


def telling(server: Server, exchange: Exchange) -> Sender:
    return Sender(server.address.removesuffix("/api/v1"), exchange.id, exchange.secret)


def talking(client: Api) -> list[dict[str, Any]]:
    return [leg for leg in client.read("call-legs", live="true")["items"] if leg["status"] == "talking"]


@contextmanager
def adapted(asterisk: Asterisk, sender: Sender) -> Iterator[Adapter]:
    over = threading.Event()
    adapter = Adapter(Door("127.0.0.1", asterisk.port, "sibu", "right"), sender, over)
    thread = threading.Thread(target=adapter.run)
    thread.start()
    try:
        yield adapter
    finally:
        over.set()
        thread.join(20)
        asterisk.close()
    assert not thread.is_alive()


def test_the_adapter_tells_of_calls_and_does_what_is_asked(
    exchange: Exchange, as_role: Role, settings: Settings, db: Database, world: World
) -> None:
    lines = recorded("queue_call", datetime.now(UTC) - timedelta(seconds=60)).partition(b"Event: BlindTransfer")[0]
    hotline = as_role("HL")
    with serving(settings, db) as server, telling(server, exchange) as sender:
        asterisk = Asterisk(lines)
        with adapted(asterisk, sender):
            until(lambda: talking(hotline), "talking")
            (leg,) = hotline.read("call-legs", live="true")["items"]
            assert (leg["customer"]["id"], leg["caller_name"], leg["queue"]) == (
                world.customers["A1"],
                "陈志远",
                "热线",
            )
            assert hotline.read("telephony/line")["connected"] is True
            hotline.act(f"call-legs/{leg['id']}/hang-up", {})
            until(lambda: b"Action: Hangup" in asterisk.told, "the action")
            assert b"Channel: PJSIP/1001-0000002a" in asterisk.told
            hotline.act("calls/dial", {"contact_id": world.contacts["A1"]})
            until(lambda: b"Exten: +8613800004410" in asterisk.told, "the call")
            assert re.search(rb"ChannelId: sibu-[0-9a-f-]{36}\r\nChannel: PJSIP/1001\r\n", asterisk.told)


def test_a_recording_played_twice_makes_each_call_once(
    exchange: Exchange, as_role: Role, settings: Settings, db: Database
) -> None:
    begins = datetime.now(UTC) - timedelta(hours=1)
    lines = recorded("queue_call", begins) + recorded("missed_call", begins)
    with serving(settings, db) as server, telling(server, exchange) as sender, adapted(Asterisk(lines * 2), sender):
        until(lambda: len([c for c in as_role("HL").read("calls")["items"] if c["ended_at"]]) == 2, "both calls")
    missed, taken = as_role("HL").read("calls")["items"]
    assert (missed["outcome"], missed["phone"]["masked"]) == ("missed", "")
    assert (taken["status"], taken["agent"]["name"], taken["wait_seconds"]) == ("transferred", "HL2 A1", 8)
    lasted = datetime.fromisoformat(taken["ended_at"]) - datetime.fromisoformat(taken["rang_at"])
    assert lasted == timedelta(seconds=110.2)


def test_a_sign_in_that_is_refused_is_not_tried_again(exchange: Exchange) -> None:
    asterisk = Asterisk(b"", password="other")
    try:
        with Sender("http://127.0.0.1:9", exchange.id, exchange.secret) as sender, pytest.raises(SignInRefused):
            Adapter(Door("127.0.0.1", asterisk.port, "sibu", "right"), sender, threading.Event()).run()
    finally:
        asterisk.close()
    assert "right" not in repr(Door("h", 1, "sibu", "right"))
