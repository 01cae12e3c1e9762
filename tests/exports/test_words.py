"""What lists, columns and filters are called in a file and beside it: the words of the screens, in both languages."""

from __future__ import annotations

import re
import typing
from pathlib import Path
from typing import Any

import pytest

from api.access.policy import RIGHTS
from api.exports import filters, rights
from api.exports.columns import columns_of, list_at, lists
from api.exports.labels import LABELS

MESSAGES = Path(__file__).parents[2] / "frontend/src/desk/messages"


def test_every_list_has_a_name_and_words_for_its_columns_and_the_rights_that_bound_it() -> None:
    """Whoever may take a list out in one role takes out what that role sees: the two reach equally far in the policy."""
    assert len(lists()) > 50
    assert set(lists()) == set(LABELS)
    for path, edge in lists().items():
        heads = [column.words for column in columns_of(edge)]
        assert 0 < len({words.zh for words in heads}) == len(heads), (path, heads)
        right = rights.right_of(edge)
        for role, held in RIGHTS.items():
            if right in held:
                assert held[str(right)] == held[edge.permission], (role, right)
    assert list_at("/price-lists/{id}/items") is None
    assert list_at("/me/sessions") is None


def test_every_filter_of_a_list_is_said_in_words() -> None:
    def codes(annotation: Any) -> list[Any]:
        parts = typing.get_args(annotation)
        return list(parts) if typing.get_origin(annotation) is typing.Literal else [c for p in parts for c in codes(p)]

    for path, edge in lists().items():
        for name, field in filters.fields(edge).values():
            if name in ("limit", "cursor", "count"):
                continue
            assert filters.called(name), (path, name)
            for code in codes(field.annotation):
                assert filters.word(path, name, code), (path, name, code)


SAME = {
    ("/work-orders", "status_label"): "desk.state", ("/work-orders", "promised_at"): "orders.promised_at",
    ("/work-orders", "number"): "desk.number", ("/work-orders", "engineer.name"): "orders.engineer",
    ("/work-orders", "clock.label"): "desk.timer", ("/assets", "serial"): "desk.serial",
    ("/assets", "model"): "desk.model", ("/stock", "available"): "stock.available",
    ("/stock", "reserved"): "stock.reserved",
}  # fmt: skip


@pytest.mark.parametrize("locale", ["zh-CN", "en"])
def test_columns_are_called_as_on_the_screens(locale: str) -> None:
    wrong = []
    for (path, place), key in SAME.items():
        column = next(one for one in columns_of(lists()[path]) if ".".join(one.place) == place)
        room, _, name = key.partition(".")
        text = (MESSAGES / locale / f"{room}.js").read_text("utf-8")
        found = re.search(rf"^  {name}: '([^']*)'", text, re.MULTILINE)
        if not found or found[1] != column.words.into(locale):
            wrong.append((path, place, column.words.into(locale), found and found[1]))
    assert wrong == []
