"""What integrations may be allowed, in words: `work-orders:view` is 查看上门工单."""

from __future__ import annotations

from typing import Any

from api.access.policy import RIGHTS, Role
from api.access.queries import PERSONAL
from api.kit.unit import Unit
from api.kit.words import Words

_ACTIONS = {
    "view": Words("查看", "See"),
    "create": Words("新建", "Create"),
    "edit": Words("办理、修改", "Work on"),
    "reveal": Words("查看完整号码", "See whole numbers"),
    "assign": Words("指派", "Assign"),
    "void": Words("作废", "Void"),
    "approve": Words("批准", "Approve"),
    "export": Words("导出", "Export"),
}
_SENTENCE = Words("{does}{what}", "{does} {what}")
_SENTENCES = {"reveal": Words("查看{what}的完整号码", "See whole numbers of {what}")}
_RESOURCES = {
    "appointments": Words("预约", "appointments"),
    "assets": Words("设备", "devices"),
    "bookings": Words("占用时段", "bookings"),
    "calls": Words("来电", "calls"),
    "complaints": Words("投诉", "complaints"),
    "contracts": Words("服务协议", "service agreements"),
    "customers": Words("客户", "customers"),
    "documents": Words("单据", "documents"),
    "employees": Words("员工", "employees"),
    "events": Words("变更记录", "the change feed"),
    "exports": Words("导出任务", "exports"),
    "follow-ups": Words("回访", "follow-ups"),
    "imports": Words("导入任务", "imports"),
    "parts": Words("备件目录", "the parts catalogue"),
    "payments": Words("收款", "payments"),
    "price-lists": Words("价目表", "price lists"),
    "products": Words("产品", "products"),
    "quotes": Words("报价", "quotes"),
    "reports": Words("报表", "reports"),
    "service-requests": Words("服务需求", "cases"),
    "settlement-bills": Words("结算单", "bills"),
    "shifts": Words("排班", "shifts"),
    "stations": Words("服务站", "stations"),
    "stock": Words("库存", "stock"),
    "stock-movements": Words("出入库", "stock movements"),
    "stock-places": Words("库位", "stock places"),
    "stock-reservations": Words("备件预留", "reserved parts"),
    "stock-transfers": Words("调拨", "transfers"),
    "webhooks": Words("推送地址", "webhooks"),
    "work-orders": Words("上门工单", "work orders"),
}
GRANTABLE = tuple(sorted(RIGHTS[Role.INTEGRATION_CLIENT]))
"""Permissions that the policy lets an integration hold at all."""


def label(scope: str) -> Words:
    """The scope in words; a test sees that each that can be granted has some."""
    resource, _, action = scope.partition(":")
    return _SENTENCES.get(action, _SENTENCE).format(does=_ACTIONS[action], what=_RESOURCES[resource])


def thing(resource: str) -> Words:
    """What such things are called."""
    return _RESOURCES[resource]


def catalogue(unit: Unit) -> dict[str, Any]:
    """Every scope that can be granted, by resource."""
    return {
        "items": [
            {
                "scope": scope,
                "label": unit.say(label(scope)),
                "action_label": unit.say(_ACTIONS[scope.partition(":")[2]]),
                "resource": scope.partition(":")[0],
                "resource_label": unit.say(_RESOURCES[scope.partition(":")[0]]),
                "writes": not scope.endswith((":view", ":export", ":reveal")),
                "needs_approval": scope in PERSONAL,
            }
            for scope in GRANTABLE
        ]
    }
