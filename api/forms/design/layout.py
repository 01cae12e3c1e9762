"""A template's layout: sections of fields in order, each with its words in two languages, and places for signatures.

The layout is the only thing that an author writes: the JSON Schema is made from it (`schema.py`), so the two cannot
disagree, and nobody can send a schema of his own, nor a pattern.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from api.access.policy import Role
from api.kit.text import Body, Flag, line
from api.kit.validation import Said
from api.kit.words import Words

KEY = r"^[a-z][a-z0-9_]{0,39}$"
Key = Annotated[str, StringConstraints(pattern=KEY)]
"""How a field, an option or a section is known in the data: it never changes with the words."""
Kind = Literal["checklist", "form", "question_set"]
Rhythm = Literal["once", "daily", "often"]
Limit = Annotated[float, Field(ge=-1e12, le=1e12, allow_inf_nan=False)]
MOST_FIELDS = 200
LARGEST = 100_000
"""Characters of a layout written as JSON."""


class Label(Body):
    """Words in both languages; without English the Chinese is shown."""

    zh: line(120)  # type: ignore[valid-type]
    en: Annotated[line(200) | None, Field()] = None  # type: ignore[valid-type]

    def words(self) -> Words:
        """Both, the missing one filled in."""
        return Words(self.zh, self.en or self.zh)


class Option(Body):
    """One choice."""

    value: Key
    label: Label


def _different(options: list[Option]) -> list[Option]:
    if len({option.value for option in options}) != len(options):
        raise Said("repeated", Words("选项重复", "An option is there twice"))
    return options


Options = Annotated[list[Option], Field(min_length=1, max_length=60), AfterValidator(_different)]


class _Asked(Body):
    key: Key
    label: Label
    hint: Label | None = None
    required: Flag = False


class TextField(_Asked):
    """One line."""

    kind: Literal["text"]
    max: Annotated[int, Field(ge=1, le=500, strict=True)] = 120


class LongTextField(_Asked):
    """Several lines."""

    kind: Literal["long_text"]
    max: Annotated[int, Field(ge=1, le=5000, strict=True)] = 2000


class NumberField(_Asked):
    """A count or a measured value: outside `minimum` and `maximum` it cannot be written, outside `low` and `high` it is
    written and shown as out of tolerance. `decimals` 0 takes whole numbers only."""

    kind: Literal["number"]
    unit: Label | None = None
    minimum: Limit | None = None
    maximum: Limit | None = None
    low: Limit | None = None
    high: Limit | None = None
    decimals: Annotated[int, Field(ge=0, le=6, strict=True)] = 2

    @model_validator(mode="after")
    def _ordered(self) -> NumberField:
        bounds = [b for b in (self.minimum, self.low, self.high, self.maximum) if b is not None]
        if any(low > high for low, high in pairwise(bounds)):
            raise Said("bounds", Words("下限不能大于上限", "A lower bound lies above an upper one"))
        return self


class MoneyField(_Asked):
    """Money in fen."""

    kind: Literal["money"]


class DateField(_Asked):
    kind: Literal["date"]


class TimeField(_Asked):
    """A time of day."""

    kind: Literal["time"]


class MomentField(_Asked):
    """A day and a time, with the offset of the device's zone."""

    kind: Literal["moment"]


class ChoiceField(_Asked):
    kind: Literal["choice"]
    options: Options


class ChoicesField(_Asked):
    """Several of the options."""

    kind: Literal["choices"]
    options: Options


class YesNoField(_Asked):
    kind: Literal["yes_no"]


class CheckField(_Asked):
    """An item of a checklist: passed, failed or not applicable; a failed `critical` item holds up what it stands before
    (D39)."""

    kind: Literal["check"]
    critical: Flag = False
    not_applicable: Flag = True
    note_on_fail: Flag = True
    photo_on_fail: Flag = False


class ReferenceField(_Asked):
    """A record of the system: `of` is a kind that the subjects know, such as `asset`."""

    kind: Literal["reference"]
    of: Key


class PhotoField(_Asked):
    """A place for photographs, named before they are taken."""

    kind: Literal["photo"]
    minimum: Annotated[int, Field(ge=0, le=20, strict=True)] = 0
    maximum: Annotated[int, Field(ge=1, le=20, strict=True)] = 4

    @model_validator(mode="after")
    def _ordered(self) -> PhotoField:
        if self.minimum > self.maximum:
            raise Said("bounds", Words("下限不能大于上限", "A lower bound lies above an upper one"))
        return self


class SumField(Body):
    """Worked out, never typed: the sum of number or money fields, or of columns, written `table.column`."""

    kind: Literal["sum"]
    key: Key
    label: Label
    hint: Label | None = None
    of: Annotated[
        list[Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}(\.[a-z][a-z0-9_]{0,39})?$")]],
        Field(min_length=1, max_length=40),
    ]


Column = Annotated[
    TextField | NumberField | MoneyField | DateField | TimeField | ChoiceField | YesNoField | ReferenceField,
    Field(discriminator="kind"),
]


class TableField(_Asked):
    """Rows of the same columns; `preset` rows stand there from the beginning, as in a list of standard items."""

    kind: Literal["table"]
    columns: Annotated[list[Column], Field(min_length=1, max_length=12)]
    max_rows: Annotated[int, Field(ge=1, le=200, strict=True)] = 50
    preset: Annotated[list[dict[Key, Any]], Field(max_length=100)] = []

    @model_validator(mode="after")
    def _whole(self) -> TableField:
        if len({column.key for column in self.columns}) != len(self.columns):
            raise Said("repeated", Words("列的代号重复", "Two columns have the same key"))
        if len(self.preset) > self.max_rows:
            raise Said("too_many_rows", Words("预填的行太多", "There are more preset rows than rows"))
        return self


AnyField = Annotated[
    TextField | LongTextField | NumberField | MoneyField | DateField | TimeField | MomentField | ChoiceField
    | ChoicesField | YesNoField | CheckField | TableField | ReferenceField | PhotoField | SumField,
    Field(discriminator="kind"),
]  # fmt: skip


class Section(Body):
    """A heading with its fields."""

    key: Key
    title: Label
    hint: Label | None = None
    fields: Annotated[list[AnyField], Field(min_length=1, max_length=80)]


class SignaturePlace(Body):
    """Who signs where: a member of staff by his own account, or the customer with his name."""

    key: Key
    label: Label
    by: Literal["staff", "customer"] = "staff"
    roles: Annotated[list[Role], Field(max_length=20)] = []
    """Which staff; empty: everybody who may fill it in."""
    required: Flag = True


class Layout(Body):
    """Everything that an author decides. `before` names the act of its subject that the paper stands before."""

    name: Label
    subjects: Annotated[list[Key], Field(min_length=1, max_length=8)]
    rhythm: Rhythm = "often"
    before: Key | None = None
    fillers: Annotated[list[Role], Field(max_length=20)] = []
    readers: Annotated[list[Role], Field(max_length=20)] = []
    sections: Annotated[list[Section], Field(min_length=1, max_length=40)]
    signatures: Annotated[list[SignaturePlace], Field(max_length=10)] = []

    @model_validator(mode="after")
    def _whole(self) -> Layout:
        keys = [field.key for field in self.fields()]
        sections = [section.key for section in self.sections]
        places = [place.key for place in self.signatures]
        for found in (keys, sections, places):
            if len(set(found)) != len(found):
                twice = next(key for key in found if found.count(key) > 1)
                words = Words("代号“{key}”用了两次", "The key “{key}” is used twice")
                raise Said("repeated", words.format(key=twice))
        if len(keys) > MOST_FIELDS or len(self.model_dump_json()) > LARGEST:
            raise Said("too_large", Words("这张表太大，请分成几张", "The form is too large: make several of it"))
        for field in self.fields():
            if isinstance(field, SumField) and (wrong := self._not_summed(field)):
                words = Words("“{key}”不能求和", "“{key}” cannot be summed up")
                raise Said("not_summed", words.format(key=wrong))
        return self

    def fields(self) -> Iterator[Any]:
        """All fields in order."""
        for section in self.sections:
            yield from section.fields

    def _not_summed(self, asked: SumField) -> str | None:
        kinds = {}
        for part in asked.of:
            kind = self.numeric(part)
            if kind is None:
                return part
            kinds[kind] = part
        return kinds.popitem()[1] if len(kinds) > 1 else None

    def numeric(self, path: str) -> str | None:
        """`number` or `money` if that is what stands there, else None."""
        key, _, column = path.partition(".")
        found = next((field for field in self.fields() if field.key == key), None)
        if column and isinstance(found, TableField):
            found = next((one for one in found.columns if one.key == column), None)
        elif column:
            return None
        return found.kind if isinstance(found, NumberField | MoneyField) else None
