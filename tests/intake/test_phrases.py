"""Phrases at hand: what is said (R261) and what is not (R43, R44, R262), as data that a manager words anew."""

from __future__ import annotations

from collections.abc import Callable

from api.access.actor import SYSTEM
from api.intake.phrases import founding
from api.kit.db import Database
from api.kit.unit import Unit
from tests.client import Api
from tests.world import World

Role = Callable[..., Api]


def test_r44_r262_polite_and_forbidden_phrases_are_at_hand_and_a_managers_words_stay(
    as_role: Role, world: World, db: Database
) -> None:
    founding.lay_in(db)
    agent, boss, manager = as_role("HL"), as_role("HQ", "C"), as_role("SM")
    forbidden = {row["words"]: row for row in agent.read("phrases", kind="forbidden", limit=200)["items"]}
    for words in ("你看着办吧", "跟我们没关系", "你拿来吧", "你拿来我给你换"):  # R44
        assert forbidden[words]["instead"], words
    assert forbidden["不行"]["instead"]  # R43
    for words in ("这个我处理不了", "我们公司做不到", "要等一段时间", "这么简单你自己不会弄吗", "我正忙，你待会再打"):
        assert forbidden[words]["rule"] == "R262", words
    polite = agent.read("phrases", kind="polite", limit=200)["items"]
    assert {row["moment"] for row in polite} >= {"greeting", "answer", "apology", "farewell"}  # R261
    first = polite[0]
    path, version = f"phrases/{first['id']}", {"If-Match": f'"{first["version"]}"'}
    assert agent.patch(path, json={"words_zh": "您好"}, headers=version).status_code == 403
    assert manager.patch(path, json={"words_zh": "您好"}, headers=version).status_code == 403  # the network's
    changed = boss.patch(path, json={"words_zh": "您好，四步服务"}, headers=version)
    assert changed.status_code == 200, changed.text
    founding.lay_in(db)
    assert agent.read(path)["words"] == "您好，四步服务"
    home = {
        "station_id": world.stations["A1"],
        "kind": "polite",
        "moment": "answer",
        "words_zh": "咱们站在地铁口",
        "words_en": "At the metro",
    }
    own = manager.act("phrases", home)
    assert manager.post("phrases", json=home | {"station_id": None}).status_code == 403
    bad = home | {"kind": "forbidden"}
    assert manager.post("phrases", json=bad).json()["errors"][0]["pointer"] == "/body/instead_zh"
    gone = manager.patch(f"phrases/{own['id']}", json={"active": False}, headers={"If-Match": '"1"'})
    assert gone.json()["active"] is False
    with db.write() as conn:
        assert founding.lay(Unit(db, conn, SYSTEM)) == 0
