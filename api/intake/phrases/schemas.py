"""Phrases over the wire."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer, Body, Flag, line
from api.kit.words import Words
from api.network.stations.refs import StationRef

Kind = Literal["polite", "forbidden"]
Moment = Literal["greeting", "listening", "answer", "paid", "apology", "farewell"]
MOMENTS = {
    "greeting": Words("问候", "Greeting"), "listening": Words("倾听", "Listening"), "answer": Words("答复", "Answering"),
    "paid": Words("收费", "Charging"), "apology": Words("致歉", "Apologising"), "farewell": Words("道别", "Farewell"),
}  # fmt: skip


class Create(Body):
    """One more; without a station it is everybody's."""

    id: Id | None = None
    station_id: Id | None = None
    kind: Kind
    moment: Moment
    words_zh: line(200)  # type: ignore[valid-type]
    words_en: line(300)  # type: ignore[valid-type]
    instead_zh: line(200) | None = None  # type: ignore[valid-type]
    instead_en: line(300) | None = None  # type: ignore[valid-type]
    position: Annotated[int, Field(ge=0, le=10_000, strict=True)] = 1000


class Change(Body):
    """What is left out stays."""

    moment: Moment | None = None
    words_zh: line(200) | None = None  # type: ignore[valid-type]
    words_en: line(300) | None = None  # type: ignore[valid-type]
    instead_zh: line(200) | None = None  # type: ignore[valid-type]
    instead_en: line(300) | None = None  # type: ignore[valid-type]
    position: Annotated[int | None, Field(ge=0, le=10_000, strict=True)] = None
    active: Flag | None = None


class Query(Page):
    kind: Kind | None = None
    active: bool | None = None


class PhraseRead(Answer):
    """A phrase in both languages and in the reader's."""

    id: str
    version: int
    station: StationRef | None
    kind: Kind
    moment: Moment
    moment_label: str
    words: str
    instead: str | None
    words_zh: str
    words_en: str
    instead_zh: str | None
    instead_en: str | None
    rule: str | None
    position: int
    active: bool
    editable: bool
