"""Articles over the wire."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from api.intake.knowledge_articles.tree import Tree
from api.kit.ids import Id
from api.kit.listing import SEARCHABLE, Page, Search
from api.kit.offers import Offer
from api.kit.text import Answer, Body, Flag, Line, Reason, ask, line, page
from api.network.employees.refs import EmployeeRef

Status = Literal["draft", "published", "withdrawn"]


class Content(Body):
    """What an article says: symptom, cause, remedy, and the questions that lead to it."""

    title: Line
    product_ids: Annotated[list[Id], Field(max_length=20)] = []
    """None: for every product."""
    fault_group: line(40) | None = None  # type: ignore[valid-type]
    symptom: page(1000)  # type: ignore[valid-type]
    cause: page(2000) | None = None  # type: ignore[valid-type]
    remedy: page(4000)  # type: ignore[valid-type]
    parts: line(200) | None = None  # type: ignore[valid-type]
    solved_remotely: Flag = False
    """The customer can be helped by telephone (R66)."""
    tree: Tree | None = None


class Create(Body):
    id: Id | None = None
    content: Content


class Change(Body):
    """The draft as a whole."""

    content: Content


class Publish(Body):
    changes: line(200) | None = ask("改了什么", "What changed", default=None)  # type: ignore[valid-type]


class Withdraw(Body):
    reason: Reason = ask("原因", "Reason", kind="textarea")


class Use(Body):
    """In which call, or for which case; one of them."""

    call_id: Id | None = None
    service_request_id: Id | None = None


class Help(Use):
    helped: Flag


class Query(Page):
    """`drafted`: with a draft that is not published yet."""

    q: Search = None
    product_id: Id | None = None
    fault_group: Annotated[str | None, Field(max_length=40, pattern=SEARCHABLE)] = None
    status: Status | None = None
    solved_remotely: bool | None = None
    drafted: bool | None = None
    sort: Literal["-helped", "-created_at"] = "-helped"


class Suggest(Body):
    """What was typed so far, about which product."""

    words: Annotated[str, Field(max_length=300, pattern=r"^[^\x00]*$")] = ""
    product_id: Id | None = None
    limit: Annotated[int, Field(ge=1, le=10)] = 4


# -- answers -----------------------------------------------------------------------------------------------------------
class ProductRef(Answer):
    id: str
    model: str
    name: str


class ArticleRow(Answer):
    """One line of the list."""

    id: str
    number: str
    version: int
    status: Status
    status_label: str
    title: str
    fault_group: str | None
    products: list[ProductRef]
    solved_remotely: bool
    guided: bool
    drafted: bool
    published_no: int | None
    published_at: datetime | None
    used: int
    helped: int


class ContentRead(Content):
    """The same with defaults filled in."""


class Fault(Answer):
    """What keeps the draft from being published."""

    pointer: str
    code: str
    detail: str


class VersionRef(Answer):
    id: str
    no: int
    title: str
    changes: str | None
    published_at: datetime
    published_by: EmployeeRef | None


class ArticleRead(Answer):
    """The published text, and for its authors the draft with what is still wrong with it."""

    id: str
    number: str
    version: int
    status: Status
    status_label: str
    offered: list[Offer]
    editable: bool
    title: str
    products: list[ProductRef]
    content: ContentRead | None
    draft: ContentRead | None
    drafted_by: EmployeeRef | None
    faults: list[Fault]
    published_no: int | None
    published_at: datetime | None
    withdrawn_reason: str | None
    versions: list[VersionRef]
    used: int
    helped: int
    created_at: datetime


class VersionRead(VersionRef):
    article_id: str
    content: ContentRead


class Suggestion(Answer):
    """An article that may fit; `why` says how it was found."""

    id: str
    number: str
    title: str
    symptom: str
    remedy: str
    fault_group: str | None
    solved_remotely: bool
    guided: bool
    used: int
    helped: int
    why: str


class Suggestions(Answer):
    items: list[Suggestion]


class FaultGroups(Answer):
    """Groups of faults that published articles know, the most frequent first."""

    items: list[str]
