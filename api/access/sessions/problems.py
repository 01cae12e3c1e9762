"""Refusals of signing in."""

from api.kit.problems import Problem
from api.kit.words import Words


class SignInFailed(Problem):
    """The same for a wrong password, an unknown account and a disabled one (T16); `tries_left` counts down to 429."""

    slug, status = "sign-in-failed", 401
    title = Words("账号或密码不对", "Wrong account or password")


class TooManyTries(Problem):
    slug, status = "too-many-tries", 429
    title = Words("试的次数太多，请稍后再试", "Too many tries; wait a little")
