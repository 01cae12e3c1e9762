"""The checkers of the field's promises fail on planted faults: an overwrite, a conflict for nothing, a lost word, a late time."""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

from tests.promises.browser import judged as walked
from tests.promises.p09_merging import Model, differences
from tests.promises.p10_order import STEPS, out_of_order
from tests.promises.p11_clocks import judged

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


def test_p9_finds_what_was_overwritten_raised_for_nothing_or_forgotten() -> None:
    model = Model({"note": None})
    model.edit({"note": {"base": None, "value": "a"}})
    model.edit({"note": {"base": None, "value": "b"}})
    facts: list[dict[str, Any]] = [
        {"type": "asset.changed", "data": {}, "said": {"values": {"note": "a"}}},
        {"type": "conflict.raised", "data": {"field": "note"}, "said": {"mine": "b"}},
    ]
    raised = Counter({("note", repr((None, "a", "b"))): 1})
    assert differences({"note": "a"}, raised, facts, model) == []
    assert len(differences({"note": "b"}, raised, facts, model)) == 1
    assert len(differences({"note": "a"}, Counter(), facts, model)) == 1
    assert len(differences({"note": "a"}, raised + raised, facts, model)) == 1
    assert len(differences({"note": "a"}, raised, facts[:1], model)) == 1
    assert len(differences({"note": "a"}, raised, facts[1:], model)) == 1


def test_p10_finds_what_counts_twice_or_too_early() -> None:
    facts = [{"type": kind, "data": {"device": {"seq": seq}}} for seq, (_, kind, _) in enumerate(STEPS, 1)]
    assert out_of_order(facts) == []
    assert len(out_of_order([*facts, facts[-1]])) == 1
    assert len(out_of_order([facts[1], facts[0], *facts[2:]])) == 1


def test_p11_finds_another_order_a_wrong_time_and_lost_words() -> None:
    true = [NOW + timedelta(hours=hour) for hour in range(len(STEPS))]
    raw = [moment.isoformat() for moment in true]
    facts = [
        {"type": kind, "occurred_at": moment, "data": {"device": {"at": said}}}
        for (_, kind, _), moment, said in zip(STEPS, true, raw, strict=True)
    ]
    assert judged(facts, true, raw) == ([], timedelta())
    assert judged(facts[::-1], true, raw)[0]
    late = deepcopy(facts)
    late[2]["occurred_at"] += timedelta(seconds=3)
    assert len(judged(late, true, raw)[0]) == 1
    wordless = deepcopy(facts)
    wordless[0]["data"]["device"]["at"] = "x"
    assert len(judged(wordless, true, raw)[0]) == 1


def test_a_walk_in_a_browser_holds_only_if_it_tried_all_that_is_wanted() -> None:
    """What a walk itself judges by is tried in `frontend/e2e/judge.test.js`."""
    wanted = {"deeds": 60, "deaths": 20}
    assert walked(0, {"deeds": 60, "deaths": 21}, wanted, "")["held"]
    assert not walked(1, {"deeds": 60, "deaths": 20}, wanted, "1 failed")["held"]
    assert not walked(0, {"deeds": 59, "deaths": 20}, wanted, "")["held"]
    assert not walked(0, {"deeds": 60}, wanted, "")["held"]
