"""Refusals of invoices."""

from api.kit.problems import Problem
from api.kit.words import Words


class MoreThanBilled(Problem):
    slug, status = "more-than-billed", 409
    title = Words("超过可开票金额", "More than may be invoiced")
