"""Refusals of sealed queues."""

from api.kit.problems import Problem
from api.kit.words import Words


class NotOpenable(Problem):
    """Sealed to another key, damaged, or not what a queue looks like inside; which of it is not told."""

    slug, status = "not-openable", 422
    title = Words("打不开，请保留导出的文件", "It cannot be opened; keep the exported file")
