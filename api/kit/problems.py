"""Refusals (RFC 9457): every expected 'no' is a class here or in a room's problems.py; together they are one catalogue."""

from __future__ import annotations

from typing import Any, ClassVar

from api.kit.words import Words, speak


class Problem(Exception):
    """A refusal we meant. `members` go into the answer as they are; `headers` into its head."""

    slug: ClassVar[str] = "internal"
    title: ClassVar[Words] = Words("系统出错了", "Something went wrong")
    status: ClassVar[int] = 500
    catalogue: ClassVar[dict[str, type[Problem]]] = {}

    def __init_subclass__(cls) -> None:
        if cls.catalogue.setdefault(cls.slug, cls) is not cls:
            raise TypeError(f"two problems share the slug {cls.slug}")

    def __init__(self, detail: Words | str | None = None, *, headers: dict[str, str] | None = None, **members: Any):
        self.detail = detail or self.title
        self.members = members
        self.headers = headers or {}
        super().__init__(speak(self.detail, "en"))

    def body(self, locale: str, instance: str, request_id: str) -> dict[str, Any]:
        """The answer's JSON in the reader's language; slugs and codes never change with it."""
        spoken = {k: _spoken(v, locale) for k, v in self.members.items()}
        return spoken | {
            "type": f"/problems/{self.slug}",
            "title": self.title.into(locale),
            "status": self.status,
            "detail": speak(self.detail, locale),
            "instance": instance,
            "request_id": request_id,
        }


def _spoken(value: Any, locale: str) -> Any:
    if isinstance(value, Words):
        return value.into(locale)
    if isinstance(value, dict):
        return {k: _spoken(v, locale) for k, v in value.items()}
    if isinstance(value, list):
        return [_spoken(v, locale) for v in value]
    return value


class Internal(Problem):
    slug, status = "internal-error", 500
    title = Words("系统出错了，已记下", "Something went wrong; it was recorded")


class Malformed(Problem):
    slug, status = "malformed", 400
    title = Words("这个请求读不懂", "The request cannot be read")


class Unauthenticated(Problem):
    slug, status = "unauthenticated", 401
    title = Words("请先登录", "Please sign in")


class Forbidden(Problem):
    slug, status = "forbidden", 403
    title = Words("您没有这项权限", "You may not do this")


class NotFound(Problem):
    slug, status = "not-found", 404
    title = Words("没有找到", "Not found")


class MethodNotAllowed(Problem):
    slug, status = "method-not-allowed", 405
    title = Words("这里不能这样做", "This is not done here")


class TransitionRefused(Problem):
    slug, status = "transition-refused", 409
    title = Words("现在还不能这样做", "That step is not possible now")


class Clash(Problem):
    slug, status = "clash", 409
    title = Words("和已有的冲突", "It clashes with what is there")


class Duplicate(Problem):
    slug, status = "duplicate", 409
    title = Words("已经有了", "It exists already")


class StillRunning(Problem):
    slug, status = "still-running", 409
    title = Words("同一请求正在办理", "The same request is still being worked on")


class Stale(Problem):
    slug, status = "stale", 412
    title = Words("别人刚刚改过", "Somebody changed it meanwhile")


class TooLarge(Problem):
    slug, status = "too-large", 413
    title = Words("内容太大", "The content is too large")


class WrongMedia(Problem):
    slug, status = "wrong-media-type", 415
    title = Words("内容类型不对", "The content type is wrong")


class Invalid(Problem):
    slug, status = "invalid", 422
    title = Words("填写有误", "Something is filled in wrongly")

    @classmethod
    def field(cls, pointer: str, code: str, detail: Words) -> Invalid:
        """One field that only the service could judge; `pointer` as in `/body/site_id`."""
        return cls(detail, errors=[{"pointer": pointer, "code": code, "detail": detail}])


class KeyReused(Problem):
    slug, status = "idempotency-key-reused", 422
    title = Words("这个请求编号用过，内容却不同", "This idempotency key was used with other content")


class KeyRequired(Problem):
    slug, status = "idempotency-key-required", 400
    title = Words("缺少 Idempotency-Key", "Idempotency-Key is required")


class MatchRequired(Problem):
    slug, status = "if-match-required", 428
    title = Words("缺少 If-Match", "If-Match is required")


class TooMany(Problem):
    slug, status = "too-many-requests", 429
    title = Words("太频繁了，请稍后", "Too many requests; wait a little")


class Unavailable(Problem):
    slug, status = "unavailable", 503
    title = Words("暂时办不了，请稍后再试", "Not available just now; try again soon")

    def __init__(self, detail: Words | str | None = None, *, headers: dict[str, str] | None = None, **members: Any):
        super().__init__(detail, headers={"Retry-After": "2"} | (headers or {}), **members)


class StorageFull(Problem):
    slug, status = "storage-full", 507
    title = Words("磁盘满了，存不下", "The disk is full; nothing was stored")
