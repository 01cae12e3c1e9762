"""What happens to phones."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class DeviceEnrolled(Fact):
    type = "device.enrolled"
    sentence = Words("登记了手机 {name}", "Enrolled the phone {name}")
    personal = ("name",)
    name: str
    again: bool
    receipts: str


@dataclass(frozen=True, slots=True)
class DeviceClockJumped(Fact):
    """Its clock is off by another amount than before; the times of what it did are set right by it (P11)."""

    type = "device.clock_jumped"
    sentence = Words("手机时钟偏差变为 {seconds} 秒", "The phone's clock is now off by {seconds} s")
    quiet = True
    seconds: int
    former_seconds: int


@dataclass(frozen=True, slots=True)
class DeviceReceiptsReserved(Fact):
    """A further block of numbers for receipts given offline (D24)."""

    type = "device.receipts_reserved"
    sentence = Words("预留收据号 {receipts}", "Receipt numbers {receipts} set aside")
    quiet = True
    receipts: str


@dataclass(frozen=True, slots=True)
class DeviceWipeAsked(Fact):
    type = "device.wipe_asked"
    sentence = Words("要求清除手机数据：{reason}", "The phone is to be wiped: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class DeviceWipeTakenBack(Fact):
    type = "device.wipe_taken_back"
    sentence = Words("不再要求清除手机数据", "The phone is not to be wiped any more")


@dataclass(frozen=True, slots=True)
class DeviceWiped(Fact):
    """The phone says that it holds nothing any more."""

    type = "device.wiped"
    sentence = Words("手机数据已清除", "The phone was wiped")


@dataclass(frozen=True, slots=True)
class DeviceRevoked(Fact):
    type = "device.revoked"
    sentence = Words("停用手机：{reason}", "The phone was revoked: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class DevicePushChanged(Fact):
    type = "device.push_changed"
    sentence = Words("通知已改：{on}", "Notices changed: {on}")
    spoken = {"on": {"on": Words("开", "on"), "off": Words("关", "off")}}
    on: str
