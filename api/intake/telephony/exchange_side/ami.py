"""Asterisk's manager interface (AMI): its lines made into events, and requests made into its actions.

Pure: bytes and blocks in, events and actions out; `asterisk.py` has the socket. A call is Asterisk's `Linkedid`. With
`timestampevents = yes` in manager.conf events keep their own time and their id, so that lines read twice count once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from api.intake.telephony.exchange_side.sender import Event, moment

LONGEST_BLOCK = 64 * 1024
_CHANNEL = re.compile(r"^(?:PJSIP|SIP|IAX2|SCCP|Local)/([0-9*#]{2,6})(?:@[\w.-]+)?(?:-[0-9a-f;]+)?(?:;[12])?$")
_LINE_ENDS = re.compile(r"[\r\n]")
_OURS = "sibu-"
"""Channels that we had originated are called so and after the request (`ChannelId`)."""
_UNSAFE = re.compile(r"[^+0-9A-Za-z/@;*#_.-]")
Block = dict[str, str]


class Blocks:
    """Cuts a stream of bytes into AMI's blocks of `Key: Value` lines."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, data: bytes) -> Iterator[Block]:
        """Every block that is whole now.

        :raises ValueError: a block that does not end; the connection is not one of AMI.
        """
        *whole, self._rest = (self._rest + data).replace(b"\r\n", b"\n").split(b"\n\n")
        if len(self._rest) > LONGEST_BLOCK:
            raise ValueError("a block without an end")
        for part in whole:
            if block := _block(part):
                yield block


def _block(part: bytes) -> Block:
    found: Block = {}
    for line in part.decode("utf-8", "replace").split("\n"):
        name, mark, value = line.partition(":")
        if mark and name.strip():
            found.setdefault(name.strip(), value.strip())
    return found


def extension_of(channel: str | None) -> str | None:
    """`PJSIP/1001-0000002a` is extension 1001; a trunk is none."""
    found = _CHANNEL.fullmatch(channel or "")
    return found[1] if found else None


@dataclass
class _Channels:
    """The channels of one call, as far as actions need them."""

    caller: str = ""
    outward: str | None = None
    """The extension that calls out."""
    by_extension: dict[str, str] = field(default_factory=dict)


class Translator:
    """Blocks of one Asterisk as events; remembers which channels its calls have, for actions."""

    def __init__(self, now: Callable[[], datetime], context: str = "from-internal") -> None:
        self._now, self._context = now, context
        self._calls: dict[str, _Channels] = {}
        self._count = 0

    def events(self, block: Block) -> list[Event]:
        """What this block tells; most blocks tell nothing of calls."""
        told = _TOLD.get(block.get("Event", ""))
        return list(filter(None, [told(self, block)])) if told else []

    # -- events ----------------------------------------------------------------------------------------------------------
    def _event(self, block: Block, kind: str, call: str | None = None, **more: Any) -> Event:
        self._count += 1
        stamp = block.get("Timestamp")
        mark = (
            repr(sorted(block.items()))
            if stamp
            else f"{self._now().isoformat()} {self._count} {sorted(block.items())!r}"
        )
        at = datetime.fromtimestamp(float(stamp), UTC) if stamp else self._now()
        known = {name: value for name, value in more.items() if value}
        key = {"call_id": call or block["Linkedid"]} if call != "" else {}
        id = hashlib.sha256(f"{kind} {mark}".encode()).hexdigest()[:40]
        return {"event_id": id, "kind": kind, "occurred_at": moment(at), **key, **known}

    def _of(self, block: Block) -> _Channels:
        return self._calls.setdefault(block["Linkedid"], _Channels())

    def _new_channel(self, block: Block) -> Event | None:
        channels, extension = self._of(block), extension_of(block.get("Channel"))
        if extension:
            channels.by_extension[extension] = block["Channel"]
        if block.get("Uniqueid") != block.get("Linkedid"):
            return None
        channels.caller = block.get("Channel", "")
        request = block["Uniqueid"].removeprefix(_OURS) if block["Uniqueid"].startswith(_OURS) else None
        if extension:
            channels.outward = extension
        number, name = _told(block.get("CallerIDNum")), _told(block.get("CallerIDName"))
        return self._event(
            block, "new_call", direction="outbound" if extension else "inbound",
            from_number=extension or _number(number) or "anonymous", to_number=_number(_told(block.get("Exten"))),
            caller_name=None if extension else name, extension=extension, request_id=request,
        )  # fmt: skip

    def _queued(self, block: Block) -> Event:
        return self._event(block, "queued", queue=block.get("Queue"))

    def _dial_begin(self, block: Block) -> Event | None:
        extension = extension_of(block.get("DestChannel"))
        return self._event(block, "ringing", call=_linked(block), extension=extension) if extension else None

    def _dial_end(self, block: Block) -> Event | None:
        extension, call = extension_of(block.get("DestChannel")), _linked(block)
        outward = self._calls[call].outward if call in self._calls else None
        if block.get("DialStatus") == "ANSWER":
            if extension or outward:
                return self._event(block, "answered", call=call, extension=extension or outward)
            return None
        return self._event(block, "ring_stopped", call=call, extension=extension) if extension else None

    def _hold(self, block: Block) -> Event | None:
        extension = extension_of(block.get("Channel"))
        kind = "held" if block["Event"] == "Hold" else "resumed"
        return self._event(block, kind, extension=extension) if extension else None

    def _blind_transfer(self, block: Block) -> Event | None:
        target = block.get("Extension", "")
        if block.get("Result") != "Success" or not re.fullmatch(r"[0-9*#]{2,6}", target):
            return None
        return self._event(block, "transferred", call=block.get("TransfererLinkedid"), extension=target)

    def _attended_transfer(self, block: Block) -> Event | None:
        target = extension_of(block.get("TransferTargetChannel")) or extension_of(block.get("SecondTransfererChannel"))
        if block.get("Result") != "Success" or target is None:
            return None
        return self._event(block, "transferred", call=block.get("OrigTransfererLinkedid"), extension=target)

    def _hangup(self, block: Block) -> Event | None:
        if block.get("Uniqueid") != block.get("Linkedid"):
            return None
        self._calls.pop(block["Linkedid"], None)
        return self._event(block, "hung_up")

    def _member(self, block: Block) -> Event | None:
        extension = extension_of(block.get("Interface") or block.get("Location"))
        if extension is None:
            return None
        paused = block.get("Paused") == "1"
        kind = {"QueueMemberRemoved": "agent_gone"}.get(block["Event"], "agent_away" if paused else "agent_available")
        return self._event(block, kind, call="", extension=extension)

    # -- actions ---------------------------------------------------------------------------------------------------------
    def action(self, request: dict[str, Any]) -> Block | None:
        """What Asterisk is to be told, or None where it cannot do that."""
        kind, extension = request["kind"], _plain(request["extension"])
        if kind == "dial":
            return {
                "Action": "Originate", "ActionID": request["id"], "ChannelId": f"{_OURS}{request['id']}",
                "Channel": f"PJSIP/{extension}", "Context": self._context, "Exten": _plain(request["to_number"] or ""),
                "Priority": "1", "CallerID": extension, "Async": "true",
            }  # fmt: skip
        channels = self._calls.get(request["call_id"] or "")
        channel = channels.by_extension.get(extension) if channels else None
        if channels is None or channel is None:
            return None
        if kind in ("hang_up", "pass_on"):  # a queue rings at the next when one hangs up
            return {"Action": "Hangup", "ActionID": request["id"], "Channel": channel}
        if kind == "transfer":
            return {
                "Action": "Redirect", "ActionID": request["id"], "Channel": channels.caller, "Context": self._context,
                "Exten": _plain(request["to_extension"] or ""), "Priority": "1",
            }  # fmt: skip
        # telephones take these from a NOTIFY: `talk` lifts or resumes, `hold` holds
        word = "hold" if kind == "hold" else "talk"
        return {
            "Action": "PJSIPNotify", "ActionID": request["id"], "Channel": channel, "Variable": f"Event={word}",
        }  # fmt: skip


def _linked(block: Block) -> str:
    return block.get("Linkedid") or block.get("DestLinkedid", "")


def _told(value: str | None) -> str | None:
    """Asterisk writes what it does not know in these ways."""
    return None if value in (None, "", "<unknown>", "s") else value


def _number(value: str | None) -> str | None:
    return value if value and re.fullmatch(r"[+0-9A-Za-z*#._@:-]{1,40}", value) else None


def _plain(value: str) -> str:
    """Nothing that would begin another line."""
    return _UNSAFE.sub("", value)


def written(action: Block) -> bytes:
    """An action as bytes; no value can carry a line of its own (T32)."""
    lines = [f"{name}: {_LINE_ENDS.sub('', value)}" for name, value in action.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


_TOLD: dict[str, Callable[[Translator, Block], Event | None]] = {
    "Newchannel": Translator._new_channel,
    "QueueCallerJoin": Translator._queued,
    "DialBegin": Translator._dial_begin,
    "DialEnd": Translator._dial_end,
    "Hold": Translator._hold,
    "Unhold": Translator._hold,
    "BlindTransfer": Translator._blind_transfer,
    "AttendedTransfer": Translator._attended_transfer,
    "Hangup": Translator._hangup,
    "QueueMemberPause": Translator._member,
    "QueueMemberAdded": Translator._member,
    "QueueMemberRemoved": Translator._member,
}
