"""Refusals about what an exchange is asked to do."""

from __future__ import annotations

from api.kit.problems import Problem
from api.kit.words import Words


class LineDown(Problem):
    """No exchange is connected that could do it."""

    slug, status = "line-down", 409
    title = Words("来电未连通，请直接用话机", "The telephone line is not connected; use the telephone itself")


class NoSeat(Problem):
    """The caller sits at no extension."""

    slug, status = "no-extension", 409
    title = Words("您还没有登记分机", "You are at no extension yet")
