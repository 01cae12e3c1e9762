"""Refusals of the ledger."""

from api.kit.problems import Problem
from api.kit.words import Words


class Overdrawn(Problem):
    slug, status = "overdrawn", 409
    title = Words("账上没有这么多", "There is not that much on the account")


class DayClosed(Problem):
    slug, status = "day-closed", 409
    title = Words("这一天已经日结", "That day is closed")
