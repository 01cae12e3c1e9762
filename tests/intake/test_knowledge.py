"""Knowledge articles: written, published by somebody else, found, suggested, counted; and their guided fault trees."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from api.intake.knowledge_articles.tree import Tree, faults
from api.kit.ids import new_id
from tests.client import Api
from tests.intake.steps import act, take_in
from tests.world import World

Role = Callable[..., Api]
PUMP: dict[str, Any] = {
    "title": "采样流量低：五步排查",
    "fault_group": "采样泵",
    "symptom": "屏幕提示采样泵流量低，SO₂ 读数一直为零",
    "cause": "滤芯堵塞、管路漏气或泵膜片老化",
    "remedy": "先换滤芯，再查管路接头；流量仍低于 1.0 L/min 换泵膜片 PUMP-M3。",
    "solved_remotely": True,
    "tree": {
        "steps": [
            {"key": "a", "question": "换过滤芯没有？", "hint": "打开右侧门看滤芯颜色",
             "answers": [{"words": "换过", "to": "b"}, {"words": "没换", "to": "c"}]},
            {"key": "b", "question": "管路接头有没有漏气声？",
             "answers": [{"words": "有", "to": "c"}, {"words": "没有", "to": "d"}]},
            {"key": "c", "fault_kind": "software", "fault_group": "气路", "advice": "换滤芯、拧紧接头后再测一次"},
            {"key": "d", "fault_kind": "hardware", "fault_group": "采样泵", "advice": "带泵膜片上门"},
        ]
    },
}  # fmt: skip


def publish(world: World, as_role: Role, content: dict[str, Any] | None = None) -> dict[str, Any]:
    """An article that the hotline wrote and headquarters published."""
    made = as_role("HL").act("knowledge-articles", {"content": PUMP | (content or {})})
    return as_role("HQ", "C").act(f"knowledge-articles/{made['id']}/publish")


def test_r36_articles_are_written_by_one_and_published_by_another_and_every_version_is_kept(
    as_role: Role, world: World
) -> None:
    agent, colleague, boss = as_role("HL"), as_role("RE"), as_role("HQ", "C")
    pump = PUMP | {"product_ids": [world.products["WQ-5100"]]}
    made = agent.act("knowledge-articles", {"content": pump})
    path = f"knowledge-articles/{made['id']}"
    assert (made["status"], made["content"], made["draft"]["title"]) == ("draft", None, pump["title"])
    assert colleague.get(path).status_code == 404  # unfinished advice reaches no customer
    assert agent.post(f"{path}/publish", json={}).status_code == 403
    first = boss.act(f"{path}/publish", {"changes": "初版"})
    assert (first["status"], first["published_no"], first["draft"]) == ("published", 1, None)
    assert colleague.read(path)["content"]["remedy"] == pump["remedy"]
    assert [one["model"] for one in colleague.read(path)["products"]] == ["WQ-5100"]
    better = pump | {"remedy": "先关机断电，再换滤芯。"}
    changed = boss.patch(path, json={"content": better}, headers={"If-Match": f'"{first["version"]}"'})
    assert changed.status_code == 200, changed.text
    refused = boss.post(f"{path}/publish", json={})
    assert refused.status_code == 409  # nobody publishes what he wrote himself
    assert colleague.read(path)["content"]["remedy"] == pump["remedy"]
    assert colleague.read(path)["draft"] is None
    again = agent.patch(path, json={"content": better}, headers={"If-Match": f'"{changed.json()["version"]}"'})
    assert again.status_code == 200, again.text
    second = boss.act(f"{path}/publish")
    assert [one["no"] for one in second["versions"]] == [2, 1]
    old = colleague.read(f"knowledge-versions/{second['versions'][1]['id']}")
    assert (old["content"]["remedy"], old["published_by"] is not None) == (pump["remedy"], True)
    boss.act(f"{path}/withdraw", {"reason": "型号停产"})
    assert colleague.get(path).status_code == 404
    assert colleague.read("knowledge-articles", q="采样")["items"] == []


def test_r36_two_characters_find_an_article_and_typing_suggests_it(as_role: Role, world: World) -> None:
    mine = publish(world, as_role, {"product_ids": [world.products["WQ-5100"]]})
    other = publish(world, as_role, {"title": "屏幕不亮", "symptom": "开机黑屏", "remedy": "查电源保险", "cause": None,
                                     "fault_group": "电源", "tree": None, "solved_remotely": False})  # fmt: skip
    agent = as_role("HL")

    def found(**query: Any) -> list[str]:
        return [row["id"] for row in agent.read("knowledge-articles", **query)["items"]]

    # in the title, the symptom, the cause, the remedy, a question of the tree; by pinyin initials, by the part's code
    for q in ("流量", "读数", "漏气", "膜片", "换过", "cyll", "PUMP-M3"):
        assert found(q=q) == [mine["id"]], q
    assert found(product_id=world.products["WQ-5100"]) == [mine["id"]]
    assert found(fault_group="电源") == [other["id"]]
    assert found(solved_remotely=True) == [mine["id"]]
    assert set(agent.read("knowledge-articles/fault-groups")["items"]) == {"电源", "采样泵"}
    hits = agent.read("search", q="黑屏")["groups"]
    assert [(group["kind"], group["items"][0]["id"]) for group in hits] == [("article", other["id"])]

    def suggested(**query: Any) -> list[str]:
        return [row["id"] for row in agent.read("knowledge-articles/suggestions", **query)["items"]]

    about = {"product_id": world.products["WQ-5100"]}
    assert suggested(words="客户说昨天夜里开始流量低") == [mine["id"]]
    assert suggested(words="客户说昨天夜里开始黑屏", **about) == [other["id"]]
    assert suggested(**about) == [mine["id"]]  # nothing typed yet: what there is for the model
    assert suggested(words="流量", product_id=new_id()) == []  # about another model only
    assert suggested(words="您好") == []
    assert suggested(words="' OR \" } NEAR(") == []


def test_r36_uses_are_counted_once_a_call_and_a_given_answer_says_that_it_helped(as_role: Role, world: World) -> None:
    article = publish(world, as_role)
    agent, path = as_role("HL"), f"knowledge-articles/{article['id']}"
    call = agent.act("calls", {"direction": "inbound", "from_number": "13800004410"})
    for _ in range(2):
        assert agent.act(f"{path}/use", {"call_id": call["id"]})["used"] == 1
    case = take_in(agent, world, call_id=call["id"], channel="call", group="consultation")
    act(agent, act(agent, case, "judge", group="consultation"), "answer")
    assert agent.read(path)["helped"] == 1
    other = take_in(agent, world)
    assert agent.act(f"{path}/helped", {"service_request_id": other["id"], "helped": False})["used"] == 2
    assert agent.act(f"{path}/helped", {"service_request_id": other["id"], "helped": True})["helped"] == 2
    assert agent.act(f"{path}/helped", {"service_request_id": other["id"], "helped": False})["helped"] == 1
    assert agent.post(f"{path}/use", json={}).status_code == 422
    assert agent.post(f"{path}/use", json={"call_id": other["id"]}).status_code == 422
    assert agent.read(path)["version"] == article["version"]  # what it says did not change


def test_r47_a_tree_that_does_not_end_is_kept_as_a_draft_and_never_published(as_role: Role, world: World) -> None:
    steps = PUMP["tree"]["steps"]
    circle = [
        *steps[:1],
        steps[1] | {"answers": [{"words": "有", "to": "a"}, {"words": "没有", "to": "d"}]},
        *steps[2:],
    ]
    agent, boss = as_role("HL"), as_role("HQ", "C")
    for broken, code in (
        (circle, "circle"),
        ([*steps, {"key": "e", "fault_kind": "hardware", "advice": "没人来"}], "apart"),
        ([steps[0] | {"answers": [{"words": "换过", "to": "b"}, {"words": "没换"}]}, *steps[1:]], "nowhere"),
        ([*steps[:3], {"key": "d", "advice": "带泵膜片上门"}], "missing"),
        ([steps[0] | {"question": ""}, *steps[1:]], "missing"),
    ):
        made = agent.act("knowledge-articles", {"content": PUMP | {"tree": {"steps": broken}}})
        assert code in {fault["code"] for fault in made["faults"]}
        assert boss.post(f"knowledge-articles/{made['id']}/publish", json={}).status_code == 409
    assert agent.act("knowledge-articles", {"content": PUMP})["faults"] == []


def walks_to_an_end(tree: Tree) -> bool:
    """By brute force: every way through the answers comes to an end within as many steps as there are, none is left over."""
    by = {step.key: step for step in tree.steps}
    seen: set[str] = set()

    def go(key: str | None, left: int) -> bool:
        if key not in by or not left:
            return False
        seen.add(key)
        step = by[key]
        if step.question is None:
            return step.fault_kind is not None and step.advice is not None and not step.answers
        return len(step.answers) > 1 and all(go(each.to, left - 1) for each in step.answers)

    return len(by) == len(tree.steps) and go(tree.steps[0].key, len(by)) and seen == set(by)


KEYS = "abcdef"
END = {"question": None, "answers": [], "fault_kind": "hardware", "advice": "换"}


@st.composite
def trees(draw: Any) -> Tree:
    count = draw(st.integers(1, 6))
    steps = []
    for number in range(count):
        ahead = KEYS[number + 1 : count] or KEYS[:count]
        to = st.sampled_from(ahead) if draw(st.integers(0, 4)) else st.sampled_from(KEYS[:count])
        if draw(st.booleans()) and number < count - 1:
            answers = [{"words": words, "to": draw(to)} for words in "甲乙丙"[: draw(st.integers(2, 3))]]
            steps.append({"key": KEYS[number], "question": "问", "answers": answers})
        else:
            steps.append({"key": KEYS[number]} | END)
    return Tree.model_validate({"steps": steps})


@settings(max_examples=int(os.environ.get("SIBU_EXAMPLES", "150")), deadline=None)
@given(trees())
def test_r47_a_tree_without_fault_is_one_that_every_way_through_ends(tree: Tree) -> None:
    assert (faults(tree) == []) == walks_to_an_end(tree)
