"""Why a paper is not printed."""

from api.kit.problems import Problem
from api.kit.words import Words


class NotReady(Problem):
    """The record is not in a state of which there is such a paper."""

    slug, status = "paper-not-ready", 409
    title = Words("现在还不能打印这张单据", "This paper cannot be printed yet")
