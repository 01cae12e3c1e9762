"""Templates: who makes them for whom (D49), that versions never change, and that no layout is a danger (T24, T25)."""

from __future__ import annotations

import time
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from api import models
from api.access.actor import SYSTEM
from api.forms import founding
from api.kit.db import Database
from api.kit.unit import Unit
from tests.contract.samples import layout
from tests.forms.steps import Paper, field, key, of, pointers
from tests.work.steps import AsRole, offered
from tests.world import World


def test_d49_a_station_defines_a_form_of_its_own(paper: Paper, as_role: AsRole, world: World) -> None:
    """Name, chapter, fields, who fills in, who reads; no release, and not for other stations."""
    manager, a1 = as_role("SM"), world.stations["A1"]
    made = layout(name={"zh": "晨会记录"}, fillers=["admin_specialist"], readers=["station_manager"])
    template = paper.published(made, by=manager, station_id=a1, chapter="meetings")
    assert (template["station"]["code"], template["name"], template["status"]) == ("A1", "晨会记录", "published")
    entry = paper.opened(template)
    assert entry["template"]["no"] == 1
    assert paper.post(template, as_role("PC")).status_code == 403, "only those named fill it in"
    assert as_role("CO").get(f"entries/{entry['id']}").status_code == 404, "only those named read it"
    assert manager.get(f"entries/{entry['id']}").status_code == 200
    body = {"key": "for_all", "kind": "form", "chapter": "other", "layout": made}
    for station in (None, world.stations["A2"]):
        assert manager.post("templates", json=body | {"station_id": station}, headers=key()).status_code == 403
    other = as_role("SM", "A2")
    assert offered(other.read(f"templates/{template['id']}")) == []
    for path, sent in (("publish", {}), ("retire", {"reason": "x"})):
        assert other.post(f"templates/{template['id']}/{path}", json=sent, headers=key()).status_code == 403


def test_a_draft_changes_nothing_until_it_is_published(paper: Paper) -> None:
    template = paper.published(of(field("text", "a")))
    author = paper.author
    answer = author.patch(
        f"templates/{template['id']}", json={"layout": of(field("text", "b"), name={"zh": "新名"})},
        headers={"If-Match": f'"{template["version"]}"'},
    )  # fmt: skip
    assert answer.json()["drafted"] is True
    assert answer.json()["name"] == "样表", "what is in use keeps its name"
    assert "a" in author.read(f"template-versions/{template['published_id']}")["json_schema"]["properties"]
    now = author.act(f"templates/{template['id']}/publish", {"changes": "改名"})
    assert (now["published_no"], now["name"], now["draft"]) == (2, "新名", None)
    assert [one["no"] for one in now["versions"]] == [2, 1]
    first = author.read(f"template-versions/{template['published_id']}")
    assert list(first["json_schema"]["properties"]) == ["a"]
    assert author.post(f"templates/{template['id']}/publish", json={}, headers=key()).status_code == 409


def test_the_database_itself_keeps_versions_as_they_were(paper: Paper, db: Database) -> None:
    template = paper.published()
    table = models.templates.TemplateVersion.__table__
    with pytest.raises(DBAPIError, match="append-only"), db.write() as conn:
        conn.execute(update(table).where(table.c.id == template["published_id"]).values(layout={}))


def test_keys_are_known_once(paper: Paper) -> None:
    template = paper.drafted()
    again = {"key": template["key"], "kind": "form", "chapter": "other", "layout": layout()}
    assert paper.author.post("templates", json=again, headers=key()).status_code == 409


def test_a_retired_form_takes_no_new_entries_but_one_begun_offline_before(paper: Paper) -> None:
    """The phone's own time counts (D41)."""
    template = paper.published()
    before = paper.opened(template)
    retired = paper.author.act(f"templates/{template['id']}/retire", {"reason": "换成新表"})
    assert retired["status"] == "retired"
    assert paper.post(template, paper.as_role("CA")).status_code == 409
    assert paper.post(template, paper.as_role("CA"), occurred_at=before["created_at"]).status_code == 201
    assert paper.act(before, "complete", {"data": {"tidy": {"result": "pass"}}})["status"] == "completed"


HOSTILE: dict[str, dict[str, Any]] = {
    "ten thousand fields": of(*(field("text", f"f{n}") for n in range(10_000))),
    "over 200 fields": layout(
        sections=[
            {"key": f"s{m}", "title": {"zh": "x"}, "fields": [field("text", f"f{m}_{n}") for n in range(70)]}
            for m in range(3)
        ]
    ),
    "a schema of one's own": layout() | {"json_schema": {"$ref": "#"}},
    "a recursive reference": of(field("text", **{"$ref": "#/sections"})),
    "a pattern": of(field("text", pattern="^(a+)+$")),
    "a key that is code": of(field("text", "__proto__")),
    "the same key twice": of(field("text"), field("number")),
    "a huge text": of(field("text", max=10**9)),
    "bounds upside down": of(field("number", minimum=5, maximum=1)),
    "not a number": of(field("number", maximum=10**400)),
    "a sum of texts": of(field("text"), {"kind": "sum", "key": "s", "label": {"zh": "s"}, "of": ["x"]}),
    "a sum of itself": of({"kind": "sum", "key": "s", "label": {"zh": "s"}, "of": ["s"]}),
    "money and counts in one sum": of(
        field("money", "a"), field("number", "b"), {"kind": "sum", "key": "s", "label": {"zh": "s"}, "of": ["a", "b"]}
    ),
    "an unknown subject": layout(subjects=["account"]),
    "an act that no subject has": layout(before="sell"),
    "a reference to nothing": of(field("reference", of="password")),
    "the same option twice": of(
        field("choice", options=[{"value": "a", "label": {"zh": "a"}}, {"value": "a", "label": {"zh": "b"}}])
    ),
    "a table in a table": of(field("table", columns=[field("table", columns=[field("text")])])),
    "preset rows that do not fit": of(field("table", columns=[field("number", "n")], preset=[{"n": "many"}])),
    "deep preset rows": of(field("table", columns=[field("text", "n")], preset=[{"n": [[[[[[[[]]]]]]]]}])),
    "a label with controls": of(field("text", label={"zh": "x\0"})),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_t24_hostile_layouts_are_refused_quickly(name: str, paper: Paper) -> None:
    paper.author.read("templates")
    started = time.process_time()
    answer = paper.author.post(
        "templates", json={"key": "hostile", "kind": "form", "chapter": "other", "layout": HOSTILE[name]}, headers=key()
    ) if name != "not a number" else paper.author.post(
        "templates", headers=key() | {"Content-Type": "application/json"},
        content=(
            '{"key": "hostile", "kind": "form", "chapter": "other", "layout": {"name": {"zh": "x"}, "subjects": ["station"],'
            ' "sections": [{"key": "a", "title": {"zh": "x"}, "fields": [{"kind": "number", "key": "n", "label": {"zh": "x"},'
            ' "maximum": 1e999}]}]}}'
        ),
    )  # fmt: skip
    assert answer.status_code in (400, 422), answer.text
    assert time.process_time() - started < 1.5
    assert paper.author.read("templates", q="hostile")["items"] == []


def test_t24_long_texts_cost_little(paper: Paper) -> None:
    """100 kB of whatever makes a careless pattern run for ever: refused within 250 ms of work."""
    fields = [field(kind, f"f_{kind}") for kind in ("text", "long_text", "date", "time", "moment")]
    entry = paper.opened(paper.published(of(*fields)))
    for text in ("a" * 100_000, "1" * 100_000, "!" + " \n" * 50_000 + "!", "\u4e00" * 50_000, "2026-" * 20_000):
        for one in fields:
            started = time.process_time()
            assert pointers(paper.edit(entry, {one["key"]: text})) == {f"/body/data/{one['key']}"}
            assert time.process_time() - started < 0.25, one["key"]


def test_shipped_forms_are_laid_in_once_and_only_our_own_are_renewed(
    shipped: int, paper: Paper, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shipped == 3
    found = {one["key"]: one for one in paper.author.read("templates", status="published")["items"]}
    assert {"before_shift", "before_leaving", "on_site_steps"} <= set(found)
    with db.write() as conn:
        assert founding.lay(Unit(db, conn, SYSTEM)) == 0
    paper.revised(found["before_shift"], of(field("check", "dress"), subjects=["employee"]))
    renewed = [(name, kind, chapter, of(field("check", "new"), subjects=["work_order"]))
               for name, kind, chapter, _ in founding.SHIPPED]  # fmt: skip
    monkeypatch.setattr(founding, "SHIPPED", renewed)
    with db.write() as conn:
        assert founding.lay(Unit(db, conn, SYSTEM)) == 2, "what headquarters published for itself stays"
    now = {one["key"]: one["published_no"] for one in paper.author.read("templates", status="published")["items"]}
    assert (now["before_shift"], now["before_leaving"], now["on_site_steps"]) == (2, 2, 2)
