"""Refusals of signing in."""

from api.kit.problems import Problem
from api.kit.words import Words


class SignInFailed(Problem):
    """The same for a wrong password, an unknown account and a disabled one (T16); `tries_left` counts down to 429."""

    slug, status = "sign-in-failed", 401
    title = Words("账号或密码不对", "Wrong account or password")


class ClientRefused(Problem):
    """The same for a wrong secret, an unknown client, one that has ended, and another's address (T16, T19); `error` is
    the code of RFC 6749, section 5.2."""

    slug, status = "client-refused", 401
    title = Words("对接系统没能登录", "The client was not accepted")


class TokenRequestRefused(Problem):
    """The request for a token cannot be met as it is; `error` is the code of RFC 6749, section 5.2."""

    slug, status = "token-request-refused", 400
    title = Words("这样要不到令牌", "No token can be given for this request")


class TooManyTries(Problem):
    slug, status = "too-many-tries", 429
    title = Words("试的次数太多，请稍后再试", "Too many tries; wait a little")
