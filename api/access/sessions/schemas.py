"""The token form and its answer (OAuth2, RFC 6749)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.kit.text import Answer

Secret = Annotated[str, Field(max_length=200, json_schema_extra={"format": "password"})]


class TokenForm(BaseModel):
    """`password` for people, `refresh_token` to go on, `client_credentials` for API clients."""

    model_config = ConfigDict(extra="forbid")
    grant_type: Literal["password", "refresh_token", "client_credentials"]
    username: Annotated[str | None, Field(max_length=120, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")] = None
    password: Secret | None = None
    client_type: Literal["browser", "native"] = "browser"
    refresh_token: Secret | None = None
    client_id: Annotated[str | None, Field(max_length=60)] = None
    client_secret: Secret | None = None
    scope: Annotated[
        str | None,
        Field(max_length=2000, pattern=r"^[!-~ ]*$", description="Only these of a client's scopes; not for people."),
    ] = None


class TokenAnswer(Answer):
    """`refresh_token` only for `client_type=native`; browsers get it as a cookie that no script can read. `scope` only
    for API clients: what the token may do, separated by blanks."""

    access_token: str
    token_type: Literal["bearer"]
    expires_in: int
    refresh_token: str | None
    scope: str | None
