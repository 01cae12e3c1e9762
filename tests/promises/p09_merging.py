"""P9: edits are never silently overwritten. Three phones and the office edit one file in random interleavings.

A model of ten lines says what must come of each; server and model are compared after every interleaving: the values, the
conflicts that were raised and no others, and that every value that anybody wrote stands in the history. Money and stock
offer no edits at all.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from api import models, routes
from api.kit import edge, edits
from tests.field.phone import Phone
from tests.promises.ground import Ground
from tests.promises.phones import Field
from tests.promises.phones import field as opened

FULL = {"interleavings": 10_000}
REDUCED = {"interleavings": 12}
EACH = 25
"""Interleavings over one device's file, so that its story stays short."""
assert routes  # every resource is switched on
_conflict = models.conflicts.Conflict.__table__


@dataclass
class Model:
    """What must stand in the file, what must have clashed, what must be found in the history."""

    values: dict[str, Any]
    clashes: Counter[tuple[str, str]] = field(default_factory=Counter)
    written: set[tuple[str, str]] = field(default_factory=set)

    def edit(self, changes: dict[str, dict[str, Any]]) -> None:
        """An edit that says what it found."""
        for name, change in changes.items():
            now = self.values[name]
            if now == change["value"]:
                continue
            self.written.add((name, repr(change["value"])))
            if now == change["base"]:
                self.values[name] = change["value"]
            else:
                self.clashes[name, repr((change["base"], now, change["value"]))] += 1

    def write(self, values: dict[str, Any]) -> None:
        """The office writes what it saw; its version keeps it current."""
        for name, value in values.items():
            if self.values[name] != value:
                self.written.add((name, repr(value)))
            self.values[name] = value


@dataclass
class Hand:
    """A phone, what it believes, and what it has not sent yet."""

    phone: Phone
    believes: dict[str, Any]
    queue: list[dict[str, Any]] = field(default_factory=list)


FIELDS = ("location_note", "accepted_on", "invoice_date")


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """So many interleavings, each compared with the model."""
    chance, told, wrong = random.Random(seed), Counter[str](), []
    with opened(ground) as server:
        phones = [Phone(server.as_(role)) for role in ("FE", "FE2", "FE")]
        asset, model = "", Model({})
        for number in range(counts["interleavings"]):
            if number % EACH == 0:
                asset = server.asset()
                model = Model(dict.fromkeys(FIELDS))
            for phone, role in zip(phones, ("FE", "FE2", "FE"), strict=True):
                phone.api = server.as_(role)
            one(server, phones, asset, model, chance, told)
            wrong += [f"interleaving {number}: {what}" for what in compare(server, asset, model)]
            if len(wrong) > 20:
                break
    wrong += merging_of_money()
    return {**counts, **told, "wrong": wrong[:50], "held": not wrong}


def value_of(name: str, chance: random.Random) -> str | None:
    """Few values, so that two often write the same, and rarely none."""
    if chance.random() < 0.08:
        return None
    if name == "location_note":
        return f"{chance.randint(1, 4)} 楼"
    return f"2026-0{chance.randint(1, 4)}-15"


def one(
    server: Field, phones: list[Phone], asset: str, model: Model, chance: random.Random, told: Counter[str]
) -> None:
    """One interleaving: some read, some edit without network, some send, some twice; at the end everything was sent."""
    hands = [Hand(phone, dict(model.values)) for phone in phones]
    for _ in range(chance.randint(6, 14)):
        hand, what = chance.choice(hands), chance.choice(("read", "edit", "edit", "send", "send", "office"))
        if what == "read" and not hand.queue:
            hand.believes = shown(server, asset)
        elif what == "edit":
            changes = {}
            for name in chance.sample(FIELDS, chance.randint(1, 2)):
                changes[name] = {"base": hand.believes[name], "value": value_of(name, chance)}
                hand.believes[name] = changes[name]["value"]
            hand.queue.append(hand.phone.did(f"assets/{asset}/fill", {"changes": changes}))
        elif what == "send" and hand.queue:
            send(hand, model, chance, told)
        elif what == "office":
            office(server, asset, model, chance)
            told["office"] += 1
    while left := [hand for hand in hands if hand.queue]:
        send(chance.choice(left), model, chance, told)


def send(hand: Hand, model: Model, chance: random.Random, told: Counter[str]) -> None:
    """The oldest edit goes out; its answer may be lost, then it goes out again."""
    deed = hand.queue.pop(0)
    for _ in range(2 if chance.random() < 0.2 else 1):
        answer = hand.phone.send(deed)
        assert answer.status_code == 200, answer.text
    model.edit(deed["body"]["changes"])
    told["edits"] += 1
    told["clashed"] += int(answer.headers.get("sibu-conflicts", 0))
    hand.believes = {name: answer.json()[name] for name in FIELDS} if not hand.queue else hand.believes


def office(server: Field, asset: str, model: Model, chance: random.Random) -> None:
    """The coordinator edits the file, or decides what clashed."""
    api = server.as_("CO")
    open_ = api.read("conflicts", status="open", subject_id=asset)["items"]
    if open_ and chance.random() < 0.5:
        found = chance.choice(open_)
        choice = chance.choice(("keep", "take"))
        api.act(f"conflicts/{found['id']}/{choice}", {})
        if choice == "take":
            model.write({found["field"]: found["mine"]})
        return
    read = api.read(f"assets/{asset}")
    name = chance.choice(FIELDS)
    value = value_of(name, chance)
    answer = api.patch(f"assets/{asset}", json={name: value}, headers={"If-Match": f'"{read["version"]}"'})
    assert answer.status_code == 200, answer.text
    model.write({name: value})


def shown(server: Field, asset: str) -> dict[str, Any]:
    """The file as everybody sees it."""
    read = server.as_("CO").read(f"assets/{asset}")
    return {name: read[name] for name in FIELDS}


def compare(server: Field, asset: str, model: Model) -> list[str]:
    """Where server and model differ."""
    with server.db.read() as conn:
        raised = conn.execute(
            select(_conflict.c.id, _conflict.c.field, _conflict.c.base, _conflict.c.theirs, _conflict.c.mine)
            .where(_conflict.c.subject_id == asset)
        ).all()  # fmt: skip
    found = Counter((row.field, repr((row.base, row.theirs, row.mine))) for row in raised)
    facts = server.facts([asset, *(row.id for row in raised)])
    return differences(shown(server, asset), found, facts, model)


def differences(
    values: dict[str, Any], raised: Counter[tuple[str, str]], facts: list[dict[str, Any]], model: Model
) -> list[str]:
    """What of the model does not hold for these values, conflicts and facts."""
    wrong = [] if values == model.values else [f"it holds {values}, the model {model.values}"]
    wrong += [f"no conflict was raised for {what}" for what in model.clashes - raised]
    wrong += [f"a conflict was raised for nothing: {what}" for what in raised - model.clashes]
    kept: set[tuple[str, str]] = set()
    for fact in facts:
        said = fact["said"] or {}
        if fact["type"] == "asset.changed":
            kept |= {(name, repr(value)) for name, value in said.get("values", {}).items()}
        elif fact["type"] == "conflict.raised":
            kept.add((fact["data"]["field"], repr(said.get("mine"))))
    return wrong + [f"{what} was written and stands in no history" for what in sorted(model.written - kept)]


def merging_of_money() -> list[str]:
    """Edits that merge are offered for what is neither money nor stock."""
    offered = {one.template.split("/")[1] for one in edge.endpoints("POST") if one.template.endswith("/fill")}
    wrong = [f"{name} can be merged" for name in offered - {"assets", "entries"}]
    return wrong + [f"{name} can be merged" for name in edits.KINDS.keys() - {"asset", "entry"}]
