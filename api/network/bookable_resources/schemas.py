"""Vehicles and benches over the wire."""

from __future__ import annotations

from typing import Literal

from api.kit.ids import Id
from api.kit.listing import Page
from api.kit.text import Answer, Body, Flag, Name

Kind = Literal["vehicle", "bench"]


class Query(Page):
    """Which ones; those out of use too with `active=false`."""

    station_id: Id | None = None
    kind: Kind | None = None
    active: bool = True


class Add(Body):
    """A vehicle, named by its plate, or a bench."""

    id: Id | None = None
    station_id: Id
    kind: Kind
    name: Name


class Change(Body):
    """Only what is sent changes."""

    name: Name | None = None
    active: Flag | None = None


class BookableResourceRead(Answer):
    id: str
    version: int
    station_id: str
    kind: Kind
    name: str
    active: bool
