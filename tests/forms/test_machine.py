"""Entries under any sequence of deeds, with new versions of their form in between: each keeps the version it was begun
with, is always right by it, and what is finished never changes (D49)."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from api.forms.design.checking import faults
from api.forms.design.layout import Layout
from api.forms.design.schema import schema_of
from tests.forms.steps import FAIL, PASS, Paper, field, of
from tests.work.steps import AsRole, offered

VERSIONS = (
    of(field("text", "a", required=True), field("number", "b", maximum=9)),
    of(field("number", "a", required=True), field("check", "c", required=True, critical=True)),
    of(field("check", "c", required=True), field("text", "d", max=3))
    | {"signatures": [{"key": "p", "label": {"zh": "站长"}}]},
)
VALUES = st.sampled_from(
    [None, "", "字", "太长的字", 7, 70, 1.5, True, [], {}, PASS, FAIL, {"result": "fail"}, {"result": "na"}]
)
DATA = st.dictionaries(st.sampled_from("abcdx"), VALUES, max_size=4)
DONE = {"completed", "signed", "void"}


class Entries(RuleBasedStateMachine):
    """An author who publishes, and a clerk and a manager who fill in whatever comes to their mind."""

    paper: Paper
    as_role: AsRole

    @initialize()
    def published(self) -> None:
        self.number = 0
        self.template = self.paper.published(VERSIONS[0])
        self.begun: dict[str, tuple[int, dict[str, Any]]] = {}
        self.ended: dict[str, tuple[Any, ...]] = {}

    @rule(which=st.integers(0, len(VERSIONS) - 1))
    def another_version(self, which: int) -> None:
        if which != self.number:
            self.number = which
            self.template = self.paper.revised(self.template, VERSIONS[which])

    @rule(data=DATA)
    def begin(self, data: dict[str, Any]) -> None:
        answer = self.paper.post(self.template, self.as_role("CA"), data=data)
        assert answer.status_code in (201, 422), answer.text
        if answer.status_code == 201:
            self.begun[answer.json()["id"]] = (self.number, answer.json())

    @rule(
        data=DATA,
        at=st.integers(0, 9),
        way=st.sampled_from(("edit", "fill", "complete")),
        who=st.sampled_from(("CA", "SM")),
    )
    def write(self, data: dict[str, Any], at: int, way: str, who: str) -> None:
        if not self.begun:
            return
        id = sorted(self.begun)[at % len(self.begun)]
        api = self.as_role(who)
        now = api.read(f"entries/{id}")
        if way == "edit":
            answer = self.paper.edit(now, data, by=api)
        elif way == "fill":
            changes = {key: {"base": now["data"].get(key), "value": value} for key, value in data.items()}
            answer = self.paper.done(now, "fill", {"changes": changes}, by=api)
        else:
            answer = self.paper.done(now, "complete", {"data": data}, by=api)
        assert answer.status_code in (200, 409, 422), answer.text
        if answer.status_code == 200:
            assert now["status"] == "open"

    @rule(at=st.integers(0, 9), way=st.sampled_from(("sign", "void")))
    def end(self, at: int, way: str) -> None:
        if not self.begun:
            return
        entry = {"id": sorted(self.begun)[at % len(self.begun)]}
        body = {"place": "p"} if way == "sign" else {"reason": "填错了"}
        answer = self.paper.done(entry, way, body, by=self.as_role("SM"))
        assert answer.status_code in (200, 409, 422), answer.text

    @invariant()
    def each_is_right_by_its_own_version(self) -> None:
        manager = self.as_role("SM")
        for id, (number, first) in self.begun.items():
            now = manager.read(f"entries/{id}")
            assert now["template"] == first["template"], "the version is kept"
            assert [one["fields"] for one in now["layout"]["sections"]] == [
                one["fields"]
                for one in Layout.model_validate(VERSIONS[number]).model_dump(exclude_none=True)["sections"]
            ]
            whole = schema_of(Layout.model_validate(VERSIONS[number]), draft=now["status"] in ("open", "void"))
            assert list(faults(whole, now["data"])) == []
            fails = [
                value for value in now["data"].values() if isinstance(value, dict) and value.get("result") == "fail"
            ]
            assert now["failed"] == len(fails)
            if id in self.ended:
                assert (now["data"], now["completed_at"]) == self.ended[id], "what is finished never changes"
                assert now["status"] in DONE
            if now["status"] in DONE:
                self.ended.setdefault(id, (now["data"], now["completed_at"]))
                assert not {"complete", "fill"} & set(offered(now))


def test_entries_keep_their_version_whatever_happens(paper: Paper, as_role: AsRole) -> None:
    class Ready(Entries):
        pass

    Ready.paper, Ready.as_role = paper, staticmethod(as_role)  # type: ignore[assignment]
    run_state_machine_as_test(
        Ready,
        settings=settings(
            max_examples=12, stateful_step_count=20, deadline=None, database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
