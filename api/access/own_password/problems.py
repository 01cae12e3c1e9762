"""Refusals of setting a password."""

from api.kit.problems import Problem
from api.kit.words import Words


class CodeRefused(Problem):
    """The same for a wrong, used or old code and for an unknown account (T15, T16)."""

    slug, status = "code-refused", 403
    title = Words("这个代码不对，或已用过、过期", "This code is wrong, used or too old")
