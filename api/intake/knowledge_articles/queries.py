"""Every SELECT on articles. Published ones are everybody's who may see any; the others their authors' and editors'."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, or_, select, true

from api.access import scope
from api.access.policy import P
from api.customers.products.model import Product
from api.intake.calls.model import Call
from api.intake.knowledge_articles.model import KnowledgeArticle, KnowledgeProduct, KnowledgeUse, KnowledgeVersion
from api.intake.knowledge_articles.schemas import Query
from api.kit import listing, search
from api.kit.problems import NotFound
from api.kit.unit import Row, Unit
from api.network.employees.model import Employee

KIND = "article"
"""Its name in the search index."""
_article = KnowledgeArticle.__table__  # type: ignore[attr-defined]
_version = KnowledgeVersion.__table__  # type: ignore[attr-defined]
_link = KnowledgeProduct.__table__  # type: ignore[attr-defined]
_use = KnowledgeUse.__table__  # type: ignore[attr-defined]
_product = Product.__table__  # type: ignore[attr-defined]
_employee = Employee.__table__  # type: ignore[attr-defined]
_call = Call.__table__  # type: ignore[attr-defined]
_ORDERS = {
    "-helped": listing.Order(_article.c.helped, _article.c.id, descending=True, of=int),
    "-created_at": listing.Order(_article.c.created_at, _article.c.id, descending=True, of=listing.moment),
}


def seen(unit: Unit) -> ColumnElement[bool]:
    """What the caller may read: what is in use, what he wrote, and everything if he edits all."""
    if unit.actor.reach(P.KNOWLEDGE_ARTICLES_EDIT).everywhere:
        more: ColumnElement[bool] = true()
    else:
        more = or_(_article.c.status == "published", _article.c.created_by_id == unit.actor.employee_id)
    return scope.visible(unit, P.KNOWLEDGE_ARTICLES_VIEW, KnowledgeArticle) & more


def one(unit: Unit, id: str, *, lock: bool = False) -> Row:
    """The article if this caller may read it.

    :raises NotFound: also for one he may not.
    """
    return unit.one(KnowledgeArticle, _article.c.id == id, seen(unit), lock=lock)


def visible(unit: Unit, id: str) -> None:
    """Refuse a replay of an article that the caller may no longer read."""
    one(unit, id)


def visible_ids(unit: Unit) -> Select[Any]:
    """Ids that the global search may show."""
    return select(_article.c.id).where(seen(unit), _article.c.status == "published")


def page(unit: Unit, query: Query, shape: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """Articles, those that helped most first."""
    kept = (
        "id", "number", "version", "status", "title", "fault_group", "solved_remotely", "guided", "published_no",
        "published_at", "used", "helped",
    )  # fmt: skip
    columns = [_article.c[name] for name in kept]
    statement = select(*columns, _article.c.drafted_at.is_not(None).label("drafted")).where(seen(unit))
    if query.q:
        found = search.matching(unit, KIND, query.q, unit.actor.reach(P.KNOWLEDGE_ARTICLES_VIEW))
        statement = statement.where(_article.c.id.in_(found))
    if query.product_id:
        linked = select(_link.c.article_id).where(_link.c.product_id == query.product_id)
        statement = statement.where(_article.c.id.in_(linked))
    for name in ("fault_group", "status", "solved_remotely"):
        if (wanted := getattr(query, name)) is not None:
            statement = statement.where(_article.c[name] == wanted)
    if query.drafted is not None:
        statement = statement.where(_article.c.drafted_at.is_not(None) == query.drafted)
    answer = listing.page(unit, statement, query, _ORDERS, sort=query.sort)
    by = products(unit, [row["id"] for row in answer["items"]])
    answer["items"] = [shape(row | {"products": by.get(row["id"], [])}) for row in answer["items"]]
    return answer


def products(unit: Unit, ids: list[str]) -> dict[str, list[dict[str, Any]]]:
    """By article: the products that the published text is about."""
    by: dict[str, list[dict[str, Any]]] = {}
    if ids:
        told = (
            select(_link.c.article_id, _product.c.id, _product.c.model, _product.c.name)
            .join(_product, _product.c.id == _link.c.product_id)
            .where(_link.c.article_id.in_(ids))
            .order_by(_product.c.model)
        )
        for row in unit.rows(told):
            by.setdefault(row.pop("article_id"), []).append(row)
    return by


def product_refs(unit: Unit, ids: Iterable[str]) -> list[dict[str, Any]]:
    """These products, for a draft."""
    wanted = list(ids)
    told = select(_product.c.id, _product.c.model, _product.c.name).where(_product.c.id.in_(wanted))
    return unit.rows(told.order_by(_product.c.model)) if wanted else []


def versions(unit: Unit, article_id: str) -> list[dict[str, Any]]:
    """What was published, the newest first, each with its text."""
    told = (
        select(*_version.c, _employee.c.name.label("publisher"))
        .outerjoin(_employee, _employee.c.id == _version.c.published_by_id)
        .where(_version.c.article_id == article_id)
        .order_by(_version.c.no.desc())
    )
    return unit.rows(told)


def published(unit: Unit, version_id: str) -> dict[str, Any]:
    """One version, by its id, for whoever may read its article."""
    found = unit.first(
        select(*_version.c, _employee.c.name.label("publisher"))
        .join(_article, _article.c.id == _version.c.article_id)
        .outerjoin(_employee, _employee.c.id == _version.c.published_by_id)
        .where(_version.c.id == version_id, seen(unit))
    )
    if found is None:
        raise NotFound
    return found


def name_of(unit: Unit, employee_id: str | None) -> dict[str, Any] | None:
    """An employee as a reference."""
    told = select(_employee.c.id, _employee.c.name)
    return unit.first(told.where(_employee.c.id == employee_id)) if employee_id else None


def link(unit: Unit, article_id: str, product_ids: list[str]) -> None:
    """Let the article be about exactly these products."""
    unit.conn.execute(delete(_link).where(_link.c.article_id == article_id))
    for product_id in dict.fromkeys(product_ids):
        unit.insert(KnowledgeProduct, article_id=article_id, product_id=product_id)


def fault_groups(unit: Unit) -> list[str]:
    """Groups of faults of published articles, the most frequent first."""
    told = (
        select(_article.c.fault_group)
        .where(_article.c.status == "published", _article.c.fault_group.is_not(None), seen(unit))
        .group_by(_article.c.fault_group)
        .order_by(func.count().desc(), _article.c.fault_group)
        .limit(100)
    )
    return [row["fault_group"] for row in unit.rows(told)]


def candidates(unit: Unit, ids: list[str], product_id: str | None, most: int) -> list[dict[str, Any]]:
    """Published articles with their text: these, and those about this product."""
    wanted = _article.c.id.in_(ids)
    if product_id:
        wanted = or_(wanted, _article.c.id.in_(select(_link.c.article_id).where(_link.c.product_id == product_id)))
    return unit.rows(
        select(
            _article.c.id, _article.c.number, _article.c.title, _article.c.fault_group, _article.c.solved_remotely,
            _article.c.guided, _article.c.used, _article.c.helped, _version.c.content,
        )
        .join(_version, _version.c.id == _article.c.published_id)
        .where(wanted, _article.c.status == "published", seen(unit))
        .order_by(_article.c.helped.desc(), _article.c.id)
        .limit(most)
    )  # fmt: skip


def use(unit: Unit, article_id: str, call_id: str | None, case_id: str | None) -> dict[str, Any] | None:
    """The use of this article in the call or for the case, if there was one."""
    where = _use.c.call_id == call_id if call_id else _use.c.case_id == case_id
    return unit.first(select(*_use.c).where(_use.c.article_id == article_id, where))


def undecided(unit: Unit, case_id: str) -> list[dict[str, Any]]:
    """Uses for the case and in its calls of which nobody said yet whether they helped."""
    calls = select(_call.c.id).where(_call.c.case_id == case_id)
    told = select(_use.c.id, _use.c.article_id).where(
        _use.c.helped.is_(None), or_(_use.c.case_id == case_id, _use.c.call_id.in_(calls))
    )
    return unit.rows(told.order_by(_use.c.article_id))


def any_one(unit: Unit, id: str) -> Row:
    """An article whose use is being counted, locked."""
    return unit.one(KnowledgeArticle, _article.c.id == id, lock=True)
