"""Verbs on articles: write, publish, withdraw, count what helped."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import update

from api.access import scope
from api.access.policy import P
from api.events import log
from api.intake.calls import queries as calls
from api.intake.knowledge_articles import facts, queries, schemas
from api.intake.knowledge_articles.model import KnowledgeArticle, KnowledgeUse, KnowledgeVersion
from api.intake.knowledge_articles.tree import Tree, faults
from api.intake.knowledge_articles.workflow import WORKFLOW
from api.kit import search
from api.kit.numbering import next_number
from api.kit.problems import Invalid, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.stations.responsible import responsible

BASE = "/api/v1/knowledge-articles"
_use = KnowledgeUse.__table__  # type: ignore[attr-defined]


def draft(unit: Unit, command: schemas.Create) -> dict[str, Any]:
    """A new article, seen by its author and the editors until it is published.

    :raises Invalid: a product that there is not.
    """
    content = _checked(unit, command.content)
    own = [grant.station_id for grant in unit.actor.grants if grant.station_id]
    station = calls.station(unit, own[0] if own else responsible(unit, "").id)
    assert station
    today = unit.now.astimezone(ZoneInfo(station["time_zone"])).date()
    row = unit.insert(
        KnowledgeArticle, id=command.id, created_by_id=unit.actor.employee_id,
        number=next_number(unit, "KA", station["code"], today), status="draft", draft=content,
        drafted_by_id=unit.actor.employee_id, drafted_at=unit.now, used=0, helped=0, **_copies(content),
    )  # fmt: skip
    log.append(unit, row, facts.KnowledgeArticleDrafted(number=row.number, title=row.title))
    return read(unit, row.id)


def change(unit: Unit, id: str, command: schemas.Change) -> dict[str, Any]:
    """Write the draft anew; what is published stays until the next publication.

    :raises Forbidden: somebody else's, and the caller edits only his own.
    :raises Invalid: a product that there is not.
    """
    row = queries.one(unit, id, lock=True)
    scope.demand(unit, P.KNOWLEDGE_ARTICLES_EDIT, row)
    content = _checked(unit, command.content)
    changes = _copies(content) if row.published_id is None else {}
    log.append(
        unit, row, facts.KnowledgeArticleChanged(title=content["title"]), draft=content, drafted_at=unit.now,
        drafted_by_id=unit.actor.employee_id, **changes,
    )  # fmt: skip
    return read(unit, id)


def publish(unit: Unit, id: str, command: schemas.Publish) -> dict[str, Any]:
    """The draft becomes the version in use; the former one is kept."""
    row = queries.one(unit, id, lock=True)
    fired = WORKFLOW.fire(unit, "publish", row, BASE)
    content, no = row.draft, (row.published_no or 0) + 1
    made = unit.insert(
        KnowledgeVersion, article_id=id, no=no, title=content["title"], content=content, changes=command.changes,
        published_at=unit.now, published_by_id=unit.actor.employee_id, drafted_by_id=row.drafted_by_id,
    )  # fmt: skip
    log.append(
        unit, row, facts.KnowledgeArticlePublished(no=no, version_id=made.id, changes=command.changes), **fired,
        draft=None, drafted_by_id=None, drafted_at=None, published_no=no, published_id=made.id,
        published_at=unit.now, withdrawn_at=None, withdrawn_reason=None, **_copies(content),
    )  # fmt: skip
    queries.link(unit, id, content["product_ids"])
    _index(unit, row, content)
    return read(unit, id)


def withdraw(unit: Unit, id: str, command: schemas.Withdraw) -> dict[str, Any]:
    """Nobody finds it any more; answers that were given from it can still be read."""
    row = queries.one(unit, id, lock=True)
    fired = WORKFLOW.fire(unit, "withdraw", row, BASE)
    fact = facts.KnowledgeArticleWithdrawn(reason=command.reason)
    log.append(unit, row, fact, **fired, withdrawn_at=unit.now, withdrawn_reason=command.reason)
    search.drop(unit, queries.KIND, id)
    return read(unit, id)


def use(unit: Unit, id: str, command: schemas.Use) -> dict[str, Any]:
    """Count the article as used in this call or for this case, once each; whose it is does not matter to the count.

    :raises Invalid: not exactly one of both, or one that there is not.
    :raises TransitionRefused: it is not in use.
    """
    row = queries.one(unit, id, lock=True)
    call_id, case_id = _where(unit, command)
    _counted(unit, row, call_id, case_id)
    return read(unit, id)


def helped(unit: Unit, id: str, command: schemas.Help) -> dict[str, Any]:
    """Say whether it solved what was asked in this call or case; it counts as used there too."""
    row = queries.one(unit, id, lock=True)
    call_id, case_id = _where(unit, command)
    known = _counted(unit, row, call_id, case_id)
    settle(unit, row, known["id"], known["helped"], command.helped)
    return read(unit, id)


def settle(unit: Unit, row: Row, use_id: str, before: bool | None, helped: bool) -> None:
    """Write down whether a use helped; the count follows what was said last."""
    if before == helped:
        return
    total = row.helped + int(helped) - int(bool(before))
    unit.conn.execute(update(_use).where(_use.c.id == use_id).values(helped=helped))
    log.append(unit, row, facts.KnowledgeArticleHelped(how="yes" if helped else "no", helped=total), helped=total)


def _counted(unit: Unit, row: Row, call_id: str | None, case_id: str | None) -> dict[str, Any]:
    if row.status != "published":
        raise TransitionRefused(Words("只有在用的文章才能用", "Only an article in use can be used"), offered=[])
    if known := queries.use(unit, row.id, call_id, case_id):
        return known
    made = unit.insert(
        KnowledgeUse, article_id=row.id, version_id=row.published_id, call_id=call_id, case_id=case_id,
        employee_id=unit.actor.employee_id,
    )  # fmt: skip
    fact = facts.KnowledgeArticleUsed(
        used=row.used + 1, version_id=row.published_id, call_id=call_id, service_request_id=case_id
    )
    log.append(unit, row, fact, used=row.used + 1)
    return {"id": made.id, "helped": None}


def _where(unit: Unit, command: schemas.Use) -> tuple[str | None, str | None]:
    call_id, case_id = command.call_id, command.service_request_id
    if (call_id is None) == (case_id is None):
        one = Words("来电和需求给一项", "Give either the call or the request")
        raise Invalid.field("/body/call_id", "one_of", one)
    return call_id, case_id


def _checked(unit: Unit, content: schemas.Content) -> dict[str, Any]:
    known = {one["id"] for one in queries.product_refs(unit, content.product_ids)}
    for number, id in enumerate(content.product_ids):
        if id not in known:
            none = Words("没有这个产品", "There is no such product")
            raise Invalid.field(f"/body/content/product_ids/{number}", "not_found", none)
    return content.model_dump(mode="json")


def _copies(content: dict[str, Any]) -> dict[str, Any]:
    copied = {name: content[name] for name in ("title", "fault_group", "solved_remotely")}
    return copied | {"guided": content["tree"] is not None}


def _index(unit: Unit, row: Row, content: dict[str, Any]) -> None:
    about = queries.product_refs(unit, content["product_ids"])
    asked = [step["question"] for step in content["tree"]["steps"]] if content["tree"] else []
    search.put(
        unit, queries.KIND, row.id, station_id=None, title=content["title"],
        subtitle=" · ".join(filter(None, (row.number, content["fault_group"], *(one["model"] for one in about)))),
        terms=search.terms(
            [content["symptom"], content["cause"], content["remedy"], content["parts"], *asked],
            names=[content["title"], content["fault_group"]],
            codes=[row.number, *(one["model"] for one in about)],
        ),
    )  # fmt: skip


# -- reading -----------------------------------------------------------------------------------------------------------
def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One line of the list."""
    return row | {"status_label": WORKFLOW.label(row["status"], unit.locale)}


def read(unit: Unit, id: str) -> dict[str, Any]:
    """The article; its draft only for whoever may change it or publish it."""
    row = queries.one(unit, id)
    editable = unit.actor.may(P.KNOWLEDGE_ARTICLES_EDIT, row)
    known = queries.versions(unit, id)
    current = next((one for one in known if one["id"] == row.published_id), None)
    shown = row.draft if editable else None
    about = queries.products(unit, [id]).get(id, []) if current else []
    if not current and shown:
        about = queries.product_refs(unit, shown["product_ids"])
    wrong = faults(Tree.model_validate(shown["tree"])) if shown and shown["tree"] else []
    kept = ("id", "number", "version", "status", "title", "published_no", "published_at", "withdrawn_reason", "used",
            "helped", "created_at")  # fmt: skip
    return {name: getattr(row, name) for name in kept} | {
        "status_label": WORKFLOW.label(row.status, unit.locale),
        "offered": WORKFLOW.offered(unit, row, BASE),
        "editable": editable,
        "products": about,
        "content": current and current["content"],
        "draft": shown,
        "drafted_by": queries.name_of(unit, row.drafted_by_id) if shown else None,
        "faults": [{"pointer": one.pointer, "code": one.code, "detail": unit.say(one.detail)} for one in wrong],
        "versions": [_ref(one) for one in known],
    }


def _ref(row: dict[str, Any]) -> dict[str, Any]:
    kept = ("id", "no", "title", "changes", "published_at")
    by = row["published_by_id"] and {"id": row["published_by_id"], "name": row["publisher"]}
    return {name: row[name] for name in kept} | {"published_by": by or None}


def read_version(unit: Unit, id: str) -> dict[str, Any]:
    """What was published under a number, as it was."""
    row = queries.published(unit, id)
    return _ref(row) | {"article_id": row["article_id"], "content": row["content"]}
