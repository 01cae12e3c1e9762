"""The global search (Ctrl+K): every group through the caller's own scope, every hit with its reason."""

from __future__ import annotations

from typing import Any

from api.customers.finder import queries
from api.customers.finder.kinds import Kind, shown
from api.kit.pinyin import everyday, fold, syllables
from api.kit.unit import Unit
from api.kit.words import Words

_TAIL = 4


def find(unit: Unit, q: str, limit: int) -> dict[str, Any]:
    """Up to `limit` results of every kind that the caller may see at all."""
    groups = []
    for kind in shown():
        if not unit.actor.holds(kind.permission):
            continue
        items = [_hit(unit, kind, q, row) for row in queries.hits(unit, kind, q, limit)]
        if items:
            groups.append({"kind": kind.name, "label": unit.say(kind.label), "items": items})
    return {"groups": groups}


def _hit(unit: Unit, kind: Kind, q: str, row: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row["subject_id"],
        "title": row["title"],
        "subtitle": row["subtitle"],
        "why": unit.say(_why(kind, q, row)),
        "href": kind.href.format(id=row["subject_id"]),
        "open": row["open"],
    }


def _why(kind: Kind, q: str, row: dict[str, Any]) -> Words:
    """What of the entry matched; a number is named by the digits that the caller typed himself."""
    typed = q.strip()
    if row["by_phone"]:
        if len(typed) == _TAIL:
            return Words("尾号 {typed}", "Phone ending in {typed}").format(typed=typed)
        return Words("电话号码", "Telephone number")
    parts = fold(typed).split()
    plain = [part for part in parts if any(ch.isalnum() for ch in part)]
    if _has(row["title"], plain):
        return Words("{what}含“{typed}”", "{what} has “{typed}”").format(what=kind.title_is, typed=typed)
    if _has(row["subtitle"], plain):
        return Words("{what}含“{typed}”", "{what} has “{typed}”").format(what=kind.subtitle_is, typed=typed)
    if all(_sounds(part, row["title"] + " " + row["subtitle"]) for part in plain if part.isascii()):
        return Words("拼音“{typed}”", "Pinyin “{typed}”").format(typed=typed)
    return Words("内容含“{typed}”", "Content has “{typed}”").format(typed=typed)


def _has(text: str, parts: list[str]) -> bool:
    """Whether all parts stand in the text, if need be with what stands between letters left out on both sides."""
    folded = fold(text)
    if all(part in folded for part in parts):
        return True
    bare = _bare(folded)
    return all(part in folded or _bare(part) in bare for part in parts)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _sounds(part: str, text: str) -> bool:
    for word in text.replace("·", " ").split():
        for read in {syllables(word), everyday(word)}:
            if part in "".join(read) or part in "".join(sound[0] for sound in read):
                return True
    return False
