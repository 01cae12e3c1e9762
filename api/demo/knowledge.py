"""What the demo network knows about faults, and what it owes its customers an answer to."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from api.demo import queries
from api.demo.player import Player
from api.intake.consultations import schemas as ask
from api.intake.consultations import service as consultations
from api.intake.knowledge_articles import schemas as text
from api.intake.knowledge_articles import service as articles
from api.intake.service_requests import judging
from api.intake.service_requests import schemas as case
from api.intake.service_requests import service as cases
from api.kit import clock

_HARD, _SOFT = "hardware", "software"
ARTICLES: tuple[tuple[str, dict[str, Any]], ...] = (
    (
        "CL-310",
        {
            "title": "余氯读数为零或偏低：五步排查", "fault_group": "测量流路", "solved_remotely": True,
            "symptom": "余氯读数一直为零或明显偏低，屏幕提示流量低；换过滤芯没有好转。",
            "cause": "进样滤芯堵塞、流通池有气泡、参比电极老化或采样泵膜片破损。",
            "remedy": "先看流量计浮子：低于 30 L/h 换滤芯、排气泡；流量正常再做两点校准。校准斜率低于 60% 换电极。",
            "parts": "滤芯 FL-10、余氯电极 EL-310、泵膜片 PM-3",
            "tree": {
                "steps": [
                    {"key": "flow", "question": "流量计的浮子在 30 刻度以上吗？", "hint": "机箱右侧透明管，看浮子上沿",
                     "answers": [{"words": "在 30 以上", "to": "bubble"}, {"words": "在 30 以下", "to": "filter"}]},
                    {"key": "filter", "question": "滤芯是最近三个月换的吗？", "hint": "滤芯盖上贴有更换日期",
                     "answers": [{"words": "换过", "to": "pump"}, {"words": "没换，或记不清", "to": "change"}]},
                    {"key": "bubble", "question": "流通池里看得到气泡吗？",
                     "answers": [{"words": "有气泡", "to": "vent"}, {"words": "没有气泡", "to": "slope"}]},
                    {"key": "slope", "question": "校准以后屏幕显示的斜率是多少？", "hint": "菜单 3 → 校准记录",
                     "answers": [{"words": "60% 以上", "to": "wait"}, {"words": "60% 以下", "to": "electrode"}]},
                    {"key": "change", "fault_kind": _SOFT, "fault_group": "滤芯",
                     "advice": "请客户关进样阀，换滤芯 FL-10，再开阀等 10 分钟看读数。"},
                    {"key": "vent", "fault_kind": _SOFT, "fault_group": "流通池",
                     "advice": "请客户把流通池上盖拧松半圈排气，再拧紧；10 分钟后看读数。"},
                    {"key": "wait", "fault_kind": _SOFT, "fault_group": "校准",
                     "advice": "仪器正常，请客户观察一天；仍偏低再打来。"},
                    {"key": "pump", "fault_kind": _HARD, "fault_group": "采样泵", "advice": "采样泵膜片破损，带 PM-3 上门。"},
                    {"key": "electrode", "fault_kind": _HARD, "fault_group": "余氯电极",
                     "advice": "电极老化，带余氯电极 EL-310 上门更换并校准。"},
                ]
            },
        },
    ),
    (
        "NH-2200",
        {
            "title": "氨氮读数偏高、反复报警", "fault_group": "试剂与光路", "solved_remotely": True,
            "symptom": "氨氮读数偏高，屏幕反复报警；换过试剂没有好转。", "cause": "试剂过期、比色管有污渍或光源老化。",
            "remedy": "核对试剂批号和有效期；用 5% 盐酸清洗比色管两次；空白吸光度高于 0.2 换光源。", "parts": "比色管 CT-22",
        },
    ),
    (
        "WQ-5100",
        {
            "title": "COD 零点漂移：先校准，再看加热", "fault_group": "加热与光路",
            "symptom": "COD 零点漂移，每天漂 5 mg/L 以上，标液测量重复性差。",
            "cause": "加热块温度不稳、试剂管路渗漏或光源衰减。",
            "remedy": "查加热块温度是否在 165 ± 1 ℃；查管路接头有无白色结晶；做一次零点和量程校准。", "parts": "光源 LS-5100",
        },
    ),
    (
        "",
        {
            "title": "仪器黑屏、开不了机", "fault_group": "电源", "solved_remotely": True,
            "symptom": "仪器黑屏，按开关没有反应，指示灯不亮。", "cause": "电源插座没电、保险丝断或开关电源损坏。",
            "remedy": "先换一个插座；再请客户断电后看背面保险丝；指示灯亮而屏不亮，多半是屏线松动。",
        },
    ),
)  # fmt: skip
"""Model (none: every product) and what is known."""
DRAFT = {
    "title": "数采仪掉线：查卡、查信号、查地址", "fault_group": "通信",
    "symptom": "平台上没有数据，数采仪显示离线。", "remedy": "看 SIM 卡是否欠费、信号格数、平台地址和端口。",
}  # fmt: skip
QUESTIONS = (
    ("平台要求改数据上报的时间间隔，在哪里设？", "normal", timedelta(hours=1), None),
    ("新换的光源能不能不校准直接用？", "urgent", timedelta(hours=7), None),
    ("校准报告的不确定度怎么填？", "normal", timedelta(minutes=40),
     "客户要 10 月的校准报告，问不确定度取 k=2 的依据；已核对证书，需要计量室答复"),
)  # fmt: skip
"""Asked, urgency, how long ago, what was clarified where it was passed on."""


def fill(player: Player, home: str) -> None:
    """Articles that the station wrote and headquarters published; questions of today, one late, one passed on."""
    now, author, boss = clock.now(), player.one("SM", home), player.one("HQ", "")
    with player.unit(author, now) as unit:
        products = queries.products(unit)
    for days, (model, content) in enumerate(ARTICLES, start=20):
        about = [products[model]] if model in products else []
        at = now - timedelta(days=days * 3)
        written = text.Create(content=text.Content(**content, product_ids=about))
        made = player.act(author, at, articles.draft, written)
        player.act(boss, at + timedelta(days=1), articles.publish, made["id"], text.Publish(changes="初版"))
    player.act(
        player.one("FE", home), now - timedelta(days=2), articles.draft, text.Create(content=text.Content(**DRAFT))
    )
    # those whose number the walk-throughs call keep to what they are called for
    devices = [one for one in player.devices if one["code"] == home and not one["phone"].endswith(("44170", "44207"))]
    for index, (words, urgency, ago, problem) in enumerate(QUESTIONS):
        _ask(player, home, devices[-1 - index], words, urgency, now - ago, problem)


def _ask(
    player: Player, home: str, device: dict[str, Any], words: str, urgency: str, at: datetime, problem: str | None
) -> None:
    agent = player.one("HL", home)
    wanted = case.Create(
        channel="call", customer_id=device["customer_id"], contact_id=device["contact_id"], site_id=device["site_id"],
        asset_id=device["id"], subject=words, description=words, group="consultation",
        urgency="urgent" if urgency == "urgent" else "normal",
    )  # fmt: skip
    made = player.act(agent, at, cases.create, wanted)
    player.act(agent, at, judging.judge, made["id"], case.Judge(group="consultation"))
    to = ask.Transfer(role="station_manager", problem=problem) if problem else None
    player.act(agent, at, consultations.promise, ask.Create(case_id=made["id"], transfer=to))
