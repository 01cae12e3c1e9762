"""The forms that come with the program: the checklists that the handbook itself words (R38, R71 to R77, R99)."""

from __future__ import annotations

from typing import Any

Words = tuple[str, str]


def _label(words: Words) -> dict[str, str]:
    return {"zh": words[0], "en": words[1]}


def _item(key: str, zh: str, en: str, hint: Words | None = None, **more: Any) -> dict[str, Any]:
    made = {"kind": "check", "key": key, "label": _label((zh, en)), "required": True} | more
    return made | ({"hint": _label(hint)} if hint else {})


def _section(key: str, zh: str, en: str, *fields: dict[str, Any]) -> dict[str, Any]:
    return {"key": key, "title": _label((zh, en)), "fields": list(fields)}


def _photo(key: str, zh: str, en: str) -> dict[str, Any]:
    return {"kind": "photo", "key": key, "label": _label((zh, en)), "maximum": 4}


REMARK = {"kind": "long_text", "key": "remark", "label": _label(("备注", "Remarks")), "max": 1000}

BEFORE_SHIFT: dict[str, Any] = {
    "name": _label(("上岗前检查", "Before the shift")),
    "subjects": ["employee"],
    "rhythm": "daily",
    "fillers": ["hotline_engineer", "reception_engineer"],
    "sections": [
        _section(
            "self", "本人", "Yourself",
            _item("dress", "着装规范，佩戴胸卡", "Standard dress, badge worn", not_applicable=False),
        ),
        _section(
            "place", "工位", "Your place",
            _item("desk", "桌面整洁", "The desk is tidy", not_applicable=False),
            _item("computer", "电脑已开，系统已登录", "The computer is on, signed in", not_applicable=False),
            _item("telephone", "电话畅通", "The telephone works", not_applicable=False, critical=True),
        ),
        _section(
            "papers", "资料", "Papers",
            _item("forms", "表单备齐", "Forms are ready",
                  ("上门派工单、客户咨询记录表", "On-site dispatch orders, consultation records")),
            _item("policy", "服务政策和价目单在手边", "Service policy and price list are at hand"),
            _item("products", "产品和技术资料在手边", "Product and technical material is at hand"),
            REMARK,
        ),
    ],
}  # fmt: skip
"""R38, with the tools of R36."""

BEFORE_LEAVING: dict[str, Any] = {
    "name": _label(("出发前检查", "Before leaving")),
    "subjects": ["work_order"],
    "rhythm": "once",
    "before": "depart",
    "fillers": ["field_engineer"],
    "sections": [
        _section(
            "customer", "客户", "Customer",
            _item("confirmed", "已和客户确认故障情况和上门时间", "Fault and time confirmed with the customer",
                  critical=True, not_applicable=False),
        ),
        _section(
            "things", "带上", "Take along",
            _item("tools", "维修工具带齐", "All tools taken", critical=True),
            _item("equipment", "检测设备带齐，在检定期内", "Test equipment taken, calibration valid", critical=True),
            _item("parts", "所需备件带齐", "The parts needed are taken"),
            _item("order", "维修工单已带上", "The work order goes along", not_applicable=False),
            REMARK,
        ),
    ],
}  # fmt: skip
"""R71 and R73."""

ON_SITE: dict[str, Any] = {
    "name": _label(("现场作业步骤", "On-site steps")),
    "subjects": ["work_order"],
    "rhythm": "once",
    "before": "complete",
    "fillers": ["field_engineer"],
    "sections": [
        _section(
            "arrival", "进场", "On arrival",
            _item("badge", "佩戴胸卡，说明来意", "Badge worn, the purpose said", not_applicable=False),
            _item("property", "客户财产已保护", "The customer's property is protected",
                  ("断电、移动设备前先征得同意", "Ask before cutting power or moving anything"),
                  critical=True, not_applicable=False),
            _photo("nameplate", "铭牌", "Nameplate"),
        ),
        _section(
            "repair", "维修", "Repair",
            _item("examined", "故障已检查、诊断，方案已定", "Fault examined and diagnosed, plan fixed", not_applicable=False),
            _photo("fault", "故障处", "Where the fault is"),
            _item("procedure", "按操作规程维修", "Repaired by the operating procedure"),
            _item("tested", "修后已测试", "Tested after the repair", critical=True),
            _photo("after", "修后", "After the repair"),
        ),
        _section(
            "leaving", "离场", "Before you go",
            _item("told", "已向客户介绍使用注意事项", "The customer was told how to use it", not_applicable=False),
            _item("cleared", "工完场清", "The place is cleared", ("物料归位，垃圾带走", "Things in order, rubbish taken along"),
                  not_applicable=False),
            REMARK,
        ),
    ],
}  # fmt: skip
"""R74 to R76, R75's property, R99's tidy place; R77's signature stands on the order itself."""

SHIPPED: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("before_shift", "checklist", "hotline", BEFORE_SHIFT),
    ("before_leaving", "checklist", "on_site", BEFORE_LEAVING),
    ("on_site_steps", "checklist", "on_site", ON_SITE),
)
"""Key, kind, chapter, layout."""
