"""Refusals of held commands."""

from api.kit.problems import Problem
from api.kit.words import Words


class HeldCommandStuck(Problem):
    """`because` names the refusal; `job_id` and `employee_id` say to whom the job is to be given back first, if so."""

    slug, status = "held-command-stuck", 409
    title = Words("现在还记不进去", "It cannot be applied yet")
