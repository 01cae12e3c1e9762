"""Refusals about customers."""

from api.kit.problems import Problem
from api.kit.words import Words


class DuplicateCustomer(Problem):
    """Carries `candidates`: customers whom the caller can see and who have the same number or name."""

    slug, status = "duplicate-customer", 409
    title = Words("可能已经有这位客户", "This customer may be known already")
