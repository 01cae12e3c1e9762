"""Refusals of payments and refunds."""

from api.kit.problems import Problem
from api.kit.words import Words


class MoreThanOwed(Problem):
    slug, status = "more-than-owed", 409
    title = Words("超过应收金额", "More than is owed")


class DepositTooHigh(Problem):
    slug, status = "deposit-too-high", 409
    title = Words("超过可收的定金", "Above the deposit that may be taken")


class NothingFree(Problem):
    slug, status = "nothing-free", 409
    title = Words("这笔钱没有这么多可退", "That much of this payment cannot go back")


class BadSignature(Problem):
    slug, status = "bad-signature", 401
    title = Words("签名不对或已过时", "The signature is wrong or out of date")
