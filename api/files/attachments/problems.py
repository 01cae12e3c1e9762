"""Refusals of reading a file."""

from api.kit.problems import Problem
from api.kit.words import Words


class WrongRange(Problem):
    """`Content-Range` says how long it is."""

    slug, status = "wrong-range", 416
    title = Words("没有这一段", "There is no such part")
