"""Articles that may fit what is being typed: those about the product, and those that speak of the same things."""

from __future__ import annotations

from typing import Any

from api.intake.knowledge_articles import queries, schemas
from api.kit import search
from api.kit.unit import Unit
from api.kit.words import Words

LOOKED_AT = 60
"""So many candidates are weighed; the index brings the best ones first."""
IN_TITLE, OF_PRODUCT = 3, 4
"""A word in the title counts as so many in the text; being about this very product as so many words."""


def suggest(unit: Unit, query: schemas.Suggest) -> dict[str, Any]:
    """The best first; an article about other products only is left out. Nothing typed: the product's, by what helped."""
    asked = search.grams(query.words)
    likely = search.likely(unit, queries.KIND, asked, LOOKED_AT) if asked else []
    found = queries.candidates(unit, likely, query.product_id, LOOKED_AT)
    weighed = []
    for row in found:
        about = row["content"]["product_ids"]
        fits = bool(query.product_id) and query.product_id in about
        if query.product_id and about and not fits:
            continue
        title = set(search.grams(row["title"]))
        text = title | set(search.grams(_said(row["content"])))
        same = [gram for gram in asked if gram in text]
        weight = len(same) + (IN_TITLE - 1) * sum(gram in title for gram in same)
        if asked and not same:
            continue
        weighed.append((weight + OF_PRODUCT * fits, row["helped"], row | {"why": _why(same, fits)}))
    weighed.sort(key=lambda one: (-one[0], -one[1], one[2]["number"]))
    return {"items": [_line(unit, row) for _, _, row in weighed[: query.limit]]}


def _said(content: dict[str, Any]) -> str:
    return " ".join(filter(None, (content["symptom"], content["fault_group"], content["cause"], content["remedy"])))


def _why(same: list[str], fits: bool) -> Words:
    words = "、".join(same[:3])
    if fits and same:
        return Words("同型号，也提到“{words}”", "Same model, also speaks of “{words}”").format(words=words)
    if fits:
        return Words("同型号常用", "Often used for this model")
    return Words("也提到“{words}”", "Also speaks of “{words}”").format(words=words)


def _line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    kept = ("id", "number", "title", "fault_group", "solved_remotely", "guided", "used", "helped")
    content = row["content"]
    return {name: row[name] for name in kept} | {
        "symptom": content["symptom"], "remedy": content["remedy"], "why": unit.say(row["why"]),
    }  # fmt: skip
