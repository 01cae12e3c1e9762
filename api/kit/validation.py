"""From bytes to a checked command, and from pydantic's findings to a translated 422 with pointers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from pydantic import TypeAdapter, ValidationError

from api.kit.problems import Invalid, Malformed
from api.kit.words import Words

_MESSAGES = {
    "missing": Words("必填", "Required"),
    "extra_forbidden": Words("没有这一项", "There is no such field"),
    "string_too_long": Words("太长，最多 {max_length} 个字", "Too long, at most {max_length} characters"),
    "string_too_short": Words("不能为空", "Must not be empty"),
    "string_pattern_mismatch": Words("格式不对或含有不能用的字符", "Wrong format, or characters that cannot be used"),
    "string_type": Words("要填文字", "Must be text"),
    "string_unicode": Words("含有不能用的字符", "Holds characters that cannot be used"),
    "int_type": Words("要填整数", "Must be a whole number"),
    "int_parsing": Words("要填整数", "Must be a whole number"),
    "int_parsing_size": Words("数字太大", "The number is too large"),
    "int_from_float": Words("要填整数", "Must be a whole number"),
    "float_type": Words("要填数字", "Must be a number"),
    "float_parsing": Words("要填数字", "Must be a number"),
    "finite_number": Words("数字太大", "The number is too large"),
    "bool_type": Words("要填是或否", "Must be true or false"),
    "bool_parsing": Words("要填是或否", "Must be true or false"),
    "less_than_equal": Words("最大 {le}", "At most {le}"),
    "greater_than_equal": Words("最小 {ge}", "At least {ge}"),
    "greater_than": Words("要大于 {gt}", "Must be more than {gt}"),
    "less_than": Words("要小于 {lt}", "Must be less than {lt}"),
    "literal_error": Words("只能是：{expected}", "Must be one of: {expected}"),
    "enum": Words("只能是：{expected}", "Must be one of: {expected}"),
    "date_from_datetime_parsing": Words("没有这个日期", "There is no such date"),
    "date_parsing": Words("没有这个日期", "There is no such date"),
    "date_type": Words("要填日期", "Must be a date"),
    "datetime_parsing": Words("没有这个时间", "There is no such time"),
    "datetime_from_date_parsing": Words("没有这个时间", "There is no such time"),
    "datetime_type": Words("要填时间", "Must be a time"),
    "timezone_aware": Words("时间要带时区", "The time needs an offset"),
    "too_long": Words("太多，最多 {max_length} 项", "Too many, at most {max_length}"),
    "too_short": Words("太少，至少 {min_length} 项", "Too few, at least {min_length}"),
    "list_type": Words("要填列表", "Must be a list"),
    "dict_type": Words("要填对象", "Must be an object"),
    "model_type": Words("要填对象", "Must be an object"),
    "model_attributes_type": Words("要填对象", "Must be an object"),
}
_OTHER = Words("填写有误", "Not valid")


class Said(ValueError):
    """Raised in a validator to refuse a field in the reader's own words: `raise Said("code", Words(…))`."""

    def __init__(self, code: str, words: Words) -> None:
        self.code, self.words = code, words
        super().__init__(words.en)


def refuse(error: ValidationError, place: str) -> NoReturn:
    """Turn pydantic's findings into one `Invalid`; the values themselves are never echoed (T26)."""
    raise invalid(error.errors(include_url=False, include_input=False), place) from error


def invalid(errors: Sequence[Any], *place: str) -> Invalid:
    """Findings in pydantic's form as one refusal in the reader's words; pointers start with `/place`."""
    findings = []
    for found in errors[:50]:
        context = found.get("ctx", {})
        said = context.get("error")
        code, words = found["type"], _MESSAGES.get(found["type"], _OTHER)
        if isinstance(said, Said):
            code, words = said.code, said.words
        elif "{" in words.zh:
            words = words.format(**{k: Words(str(v).replace(" or ", " 或 "), str(v)) for k, v in context.items()})
        findings.append({"pointer": "/".join(("", *place, *map(_safe, found["loc"]))), "code": code, "detail": words})
    count = len(findings)
    words = Words("有 {n} 处填写有误", "{n} {n:field is|fields are} not valid")
    return Invalid(words.format(n=count), errors=findings)


def no_parameters(given: Iterable[str]) -> None:
    """Nothing stands after the `?` where nothing is taken there.

    :raises Invalid: it points at one, as far as a name may be repeated.
    """
    for name in given:
        words = Words("没有这个参数", "There is no such parameter")
        raise Invalid.field(f"/query/{_safe(name)}", "extra_forbidden", words)


def _safe(part: Any) -> str:
    return str(part)[:60].encode("utf-8", "replace").decode().replace("~", "~0").replace("/", "~1")


MOST_FIELDS = 2_000
"""Of one object: no body of ours has nearly as many, and each unknown one is a finding that costs (T23)."""


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > MOST_FIELDS:
        raise Malformed(Words("JSON 里一项有太多字段", "An object of the JSON has too many fields"))
    value = dict(pairs)
    if len(value) != len(pairs):
        raise Malformed(Words("JSON 里有重复的名字", "The JSON holds a name twice"))
    return value


def _constant(name: str) -> NoReturn:
    raise Malformed(Words("JSON 里有不能用的数字", "The JSON holds a number that is none"))


def _number(text: str) -> float:
    # JSON has one kind of number: 3.0 is the whole number 3
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def parse_json(body: bytes) -> Any:
    """Strict JSON: no name twice, no NaN, no endless nesting (ASVS 1.5.3).

    :raises Malformed: with status 400.
    """
    try:
        return json.loads(body, object_pairs_hook=_pairs, parse_constant=_constant, parse_float=_number)
    except (ValueError, RecursionError) as error:
        raise Malformed(Words("JSON 读不懂", "The JSON cannot be read")) from error


def storable(value: Any) -> Any:
    """The value with what no database can hold made visible: kept words are kept as far as they are words (T25)."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode().replace("\0", "\ufffd")
    if isinstance(value, int) and abs(value) >= 2**63:
        return str(value)  # one database would read it back as endless
    if isinstance(value, dict):
        return {storable(name): storable(part) for name, part in value.items()}
    if isinstance(value, list):
        return [storable(part) for part in value]
    return value


def check(adapter: TypeAdapter[Any], value: Any, place: str) -> Any:
    """The value as the adapter's type.

    :raises Invalid: pointers start with `/place`.
    """
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        refuse(error, place)
    except (RecursionError, OverflowError) as error:
        raise Malformed from error
