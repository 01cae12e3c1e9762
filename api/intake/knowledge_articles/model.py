"""What is known about faults: articles, what was published of them, and where they were used."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c
from api.kit.schema import append_only


class KnowledgeArticle(SQLModel, table=True):
    """Technical material for the hotline desk (R36); the columns from `title` on copy its newest published version.

    `draft` is what is being written, if anything. `used` and `helped` count the calls and cases of `knowledge_use`.
    """

    __tablename__ = "knowledge_article"
    __table_args__ = (
        Index("ix_knowledge_article_helped", "helped", "id"),
        {"info": {"shared": True, "own": ("created_by_id",)}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    created_by_id: str | None = c.id_of(null=True, index=True)
    number: str = c.text(40, unique=True)
    status: str = c.text(10)
    draft: dict[str, Any] | None = c.data(null=True)
    drafted_by_id: str | None = c.id_of(null=True)
    drafted_at: datetime | None = c.when()
    published_no: int | None = c.integer(null=True)
    published_id: str | None = c.id_of(null=True)
    published_at: datetime | None = c.when()
    withdrawn_at: datetime | None = c.when()
    withdrawn_reason: str | None = c.prose()
    title: str = c.text(120)
    fault_group: str | None = c.text(40, null=True, index=True)
    solved_remotely: bool = c.flag()
    guided: bool = c.flag()
    used: int = c.integer()
    helped: int = c.integer()


class KnowledgeVersion(SQLModel, table=True):
    """What was published under a number; it never changes, so that an old answer can be read as it was given."""

    __tablename__ = "knowledge_version"
    __table_args__ = (UniqueConstraint("article_id", "no"),)
    id: str = c.key()
    article_id: str = c.ref("knowledge_article.id")
    no: int = c.integer()
    title: str = c.text(120)
    content: dict[str, Any] = c.data()
    changes: str | None = c.prose(of="staff")
    published_at: datetime = c.when(null=False)
    published_by_id: str | None = c.id_of(null=True)
    drafted_by_id: str | None = c.id_of(null=True)


class KnowledgeProduct(SQLModel, table=True):
    """A product that the published article is about; an article without any is about all of them."""

    __tablename__ = "knowledge_product"
    __table_args__ = (UniqueConstraint("article_id", "product_id"),)
    id: str = c.key()
    article_id: str = c.ref("knowledge_article.id", index=False)
    product_id: str = c.ref("product.id")


class KnowledgeUse(SQLModel, table=True):
    """An article was used in a call or for a case, once each; `helped` once it is known."""

    __tablename__ = "knowledge_use"
    __table_args__ = (
        UniqueConstraint("article_id", "call_id"),
        UniqueConstraint("article_id", "case_id"),
    )
    id: str = c.key()
    created_at: datetime = c.when(null=False)
    article_id: str = c.ref("knowledge_article.id", index=False)
    version_id: str = c.ref("knowledge_version.id", index=False)
    call_id: str | None = c.ref("call.id", null=True)
    case_id: str | None = c.ref("service_request.id", null=True)
    employee_id: str | None = c.id_of(null=True)
    helped: bool | None = c.flag(null=True)


append_only("knowledge_version")
