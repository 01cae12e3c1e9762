"""What happens around signing in. None holds a secret; addresses and names as typed can be erased."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class SignedIn(Fact):
    type = "account.signed_in"
    sentence = Words("登录了", "Signed in")
    personal = ("address", "agent")
    quiet = True
    session_id: str
    client_type: str
    address: str
    agent: str


@dataclass(frozen=True, slots=True)
class SignInRefused(Fact):
    """Also written for accounts that do not exist, so that neither time nor the log's growth tells which do (T16)."""

    type = "account.sign_in_refused"
    sentence = Words("登录没有成功", "A sign-in was refused")
    personal = ("address", "account")
    quiet = True
    reason: str
    address: str
    account: str


@dataclass(frozen=True, slots=True)
class SessionEnded(Fact):
    """`reason`: sign_out, ended_by_owner, reuse, password_changed, account_disabled."""

    type = "account.session_ended"
    sentence = Words("退出了登录", "A sign-in ended")
    quiet = True
    session_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class ClientSignedIn(Fact):
    type = "api_client.signed_in"
    sentence = Words("对接系统登录了", "The integration signed in")
    personal = ("address",)
    quiet = True
    address: str
