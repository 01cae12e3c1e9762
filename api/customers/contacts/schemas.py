"""Contacts and their telephone numbers over the wire; a number only ever comes out of `reveal`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from api.kit.ids import Id
from api.kit.phones import PhoneText
from api.kit.text import Answer, Body, Flag, Name, Reason, line
from api.kit.validation import Said
from api.kit.words import Words

Label = Annotated[line(20) | None, Field(description="Such as 手机, 办公室.")]  # type: ignore[valid-type]
Title = line(60) | None


class PhoneNew(Body):
    """A number as people write it."""

    value: PhoneText
    label: Label = None  # type: ignore[valid-type]


class PhoneEdit(Body):
    """Either a number that is already there (`id`) and stays, or a new one (`value`)."""

    id: Id | None = None
    value: PhoneText | None = None
    label: Label = None  # type: ignore[valid-type]

    @model_validator(mode="after")
    def _one_of_both(self) -> PhoneEdit:
        if (self.id is None) == (self.value is None):
            raise Said(
                "one_of", Words("填号码，或写已有号码的 id，二选一", "Give either a number or the id of a known one")
            )
        return self


class ContactNew(Body):
    """A person to speak with."""

    id: Id | None = None
    name: Name
    title: Title = None  # type: ignore[valid-type]
    preferred: Flag = False
    phones: Annotated[list[PhoneNew], Field(max_length=10)] = []


class ContactChange(Body):
    """Only what is sent changes; `phones` replaces the whole list, so the ones that stay are named by id."""

    name: Name | None = None
    title: Title = None  # type: ignore[valid-type]
    preferred: Flag | None = None
    phones: Annotated[list[PhoneEdit], Field(max_length=10)] | None = None


class Reveal(Body):
    """Why the numbers are needed; kept with the fact."""

    reason: Reason


class PhoneRead(Answer):
    """A number as ordinary answers show it: `value` is null for everybody (T31)."""

    value: None
    masked: str


class KnownPhone(Answer):
    """A contact's number."""

    id: str
    value: None
    masked: str
    label: str | None


class ContactRead(Answer):
    """A contact of a customer."""

    id: str
    version: int
    customer_id: str
    name: str
    title: str | None
    preferred: bool
    phones: list[KnownPhone]


class ContactRef(Answer):
    """A contact named in another resource."""

    id: str
    name: str
    title: str | None
    phone: PhoneRead | None


class ShownPhone(Answer):
    """A number in full."""

    id: str
    value: str
    masked: str
    label: str | None


class Revealed(Answer):
    """The numbers of one contact."""

    phones: list[ShownPhone]
