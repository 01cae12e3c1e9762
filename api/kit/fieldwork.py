"""What the edge knows of commands that phones send: the gate they pass, and the refusals it may give.

Order, clocks and jobs that changed hands are the business of a room above (`field`), which registers its gate here. A
command without a device passes without being asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from api.kit.problems import Problem
from api.kit.text import FieldCommand
from api.kit.unit import Unit
from api.kit.words import Words

CLOCK = "sibu-device-clock"
"""Header: the phone's clock at the moment of sending. Not in the body, because a repeat must have the same body."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A field command as it came over the wire."""

    method: str
    path: str
    body: dict[str, Any]
    key: str
    fingerprint: str
    clock: datetime | None
    """The phone's clock when it sent this."""


class Passage(Protocol):
    """What the gate says of one command."""

    held: dict[str, Any] | None
    """The held command to be answered with 202, or None: the command may take effect."""

    def settle(self, unit: Unit) -> None:
        """The command took effect: count it, so that the next one about its job may."""


Gate = Callable[[Unit, Sent, FieldCommand], Passage]
_gates: list[Gate] = []


def guard(gate: Gate) -> Gate:
    """Let every command of a phone pass this gate; called once, when the room above is imported."""
    _gates[:] = [gate]
    return gate


def gate() -> Gate | None:
    """The gate, if a room keeps one."""
    return _gates[0] if _gates else None


class DeviceUnknown(Problem):
    slug, status = "device-unknown", 409
    title = Words("这台设备没有登记，请重新登记", "This device is not enrolled; enrol it again")


class SequenceTaken(Problem):
    slug, status = "device-sequence-taken", 409
    title = Words("这台设备的这个序号已经用过", "The device used this count already")


class DeviceNotYours(Problem):
    slug, status = "device-not-yours", 403
    title = Words("这台设备登记在别人名下", "The device is enrolled for somebody else")


class DeviceRevoked(Problem):
    slug, status = "device-revoked", 403
    title = Words("这台设备已停用", "The device was revoked")


REFUSALS = (DeviceUnknown, SequenceTaken, DeviceNotYours, DeviceRevoked)
