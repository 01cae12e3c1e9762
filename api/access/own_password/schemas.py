"""Setting one's own password."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from api.access.accounts.schemas import SignInName
from api.access.strength import NewPassword
from api.kit.text import Body


class Reset(Body):
    """With the code that an administrator handed over."""

    account: SignInName
    code: Annotated[str, Field(max_length=60, pattern=r"^[\x21-\x7e]+$", description="Exactly as handed over.")]
    new: NewPassword


class Change(Body):
    """With the old password."""

    old: Annotated[str, Field(min_length=1, max_length=200, json_schema_extra={"format": "password"})]
    new: NewPassword
