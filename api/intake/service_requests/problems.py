"""Refusals of the case beyond those of the kit."""

from api.kit.problems import Problem
from api.kit.words import Words


class MatterOver(Problem):
    slug, status = "matter-over", 409
    title = Words("这件事已经结束，要先重开", "This matter is over; reopen it first")


class WorkUnfinished(Problem):
    slug, status = "work-unfinished", 409
    title = Words("还有没办完的事，不能结案", "Something is unfinished; the case cannot close")
