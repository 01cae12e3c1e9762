"""Refusals of the follow-up beyond those of the kit."""

from api.kit.problems import Problem
from api.kit.words import Words


class OutsideCallHours(Problem):
    slug, status = "outside-call-hours", 409
    title = Words("现在不是回访时段", "Follow-up calls are not made at this hour")
