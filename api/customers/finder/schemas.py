"""The global search over the wire."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.kit.listing import SEARCHABLE
from api.kit.text import Answer, Body


class SearchQuery(Body):
    """What is looked for: part of a name, pinyin or its initials, phone or its last four digits, serial, number."""

    q: Annotated[str, Field(min_length=1, max_length=80, pattern=SEARCHABLE)]
    limit: Annotated[int, Field(ge=1, le=20, description="Results a group.")] = 8


class Hit(Answer):
    """One result; `why` says what matched."""

    id: str
    title: str
    subtitle: str
    why: str
    href: str
    open: bool


class Group(Answer):
    """Results of one kind, the open ones first."""

    kind: str
    label: str
    items: list[Hit]


class SearchRead(Answer):
    """Groups in their order; empty ones and those of which the caller may see nothing are left out."""

    groups: list[Group]
