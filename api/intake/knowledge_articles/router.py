"""`/knowledge-articles`: technical material at the desk (R36), with the questions that lead to a judgement."""

from __future__ import annotations

from typing import Any

from api.access.policy import P
from api.customers.finder import kinds
from api.intake.knowledge_articles import following, queries, schemas, service, suggesting
from api.intake.knowledge_articles.workflow import WORKFLOW
from api.kit.edge import Resource
from api.kit.ids import Id
from api.kit.listing import list_of
from api.kit.problems import TransitionRefused
from api.kit.unit import Unit
from api.kit.words import Words

resource = Resource("/knowledge-articles", visible=queries.visible)
router = resource.router
_versions = Resource("/knowledge-versions")
versions_router = _versions.router
assert following
kinds.register(
    kinds.Kind(
        name=queries.KIND,
        label=Words("知识", "Knowledge"),
        title_is=Words("标题", "Title"),
        subtitle_is=Words("编号、故障部位或型号", "Number, fault group or model"),
        permission=P.KNOWLEDGE_ARTICLES_VIEW,
        href="/knowledge/{id}",
        visible=queries.visible_ids,
    )
)


@resource.get(permission=P.KNOWLEDGE_ARTICLES_VIEW, answer=list_of(schemas.ArticleRow))
def list_knowledge_articles(unit: Unit, query: schemas.Query) -> dict[str, Any]:
    """Articles by words (two characters are enough), product and group of faults."""
    return queries.page(unit, query, lambda row: service.line(unit, row))


@resource.post(permission=P.KNOWLEDGE_ARTICLES_CREATE, answer=schemas.ArticleRead)
def draft_knowledge_article(unit: Unit, command: schemas.Create) -> dict[str, Any]:
    """Begin a new one."""
    return service.draft(unit, command)


@resource.get("/suggestions", permission=P.KNOWLEDGE_ARTICLES_VIEW, answer=schemas.Suggestions)
def suggest_knowledge_articles(unit: Unit, query: schemas.Suggest) -> dict[str, Any]:
    """What may fit the words typed so far and the product spoken of."""
    return suggesting.suggest(unit, query)


@resource.get("/fault-groups", permission=P.KNOWLEDGE_ARTICLES_VIEW, answer=schemas.FaultGroups)
def list_fault_groups(unit: Unit) -> dict[str, Any]:
    """Groups of faults that articles know."""
    return {"items": queries.fault_groups(unit)}


@resource.get("/{id}", permission=P.KNOWLEDGE_ARTICLES_VIEW, answer=schemas.ArticleRead)
def read_knowledge_article(unit: Unit, id: Id) -> dict[str, Any]:
    """One article with its versions; its draft for whoever may change it."""
    return service.read(unit, id)


@resource.patch("/{id}", permission=P.KNOWLEDGE_ARTICLES_EDIT, answer=schemas.ArticleRead)
def change_knowledge_article(unit: Unit, id: Id, command: schemas.Change) -> dict[str, Any]:
    """Write the draft anew."""
    return service.change(unit, id, command)


@resource.post(
    "/{id}/use", permission=P.KNOWLEDGE_ARTICLES_CREATE, answer=schemas.ArticleRead, status=200,
    refuses=(TransitionRefused,),
)  # fmt: skip
def use_knowledge_article(unit: Unit, id: Id, command: schemas.Use) -> dict[str, Any]:
    """Count it as used in a call or for a case."""
    return service.use(unit, id, command)


@resource.post(
    "/{id}/helped", permission=P.KNOWLEDGE_ARTICLES_CREATE, answer=schemas.ArticleRead, status=200,
    refuses=(TransitionRefused,),
)  # fmt: skip
def say_knowledge_article_helped(unit: Unit, id: Id, command: schemas.Help) -> dict[str, Any]:
    """Say whether it solved the matter."""
    return service.helped(unit, id, command)


resource.actions(WORKFLOW, service, answer=schemas.ArticleRead)


@_versions.get("/{id}", permission=P.KNOWLEDGE_ARTICLES_VIEW, answer=schemas.VersionRead)
def read_knowledge_version(unit: Unit, id: Id) -> dict[str, Any]:
    """One published version, also a former one."""
    return service.read_version(unit, id)
