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
    """`scopes`: what the token was narrowed to; none where it may do all that its key grants."""

    type = "api_client.signed_in"
    sentence = Words("从 {address} 领了令牌", "Got a token, from {address}")
    personal = ("address",)
    quiet = True
    address: str
    scopes: list[str] | None = None


@dataclass(frozen=True, slots=True)
class ClientRefused(Fact):
    """Also written for clients that do not exist (T16)."""

    type = "api_client.sign_in_refused"
    sentence = Words("从 {address} 要令牌，没有给：{reason}", "Asked for a token from {address}, in vain: {reason}")
    spoken = {
        "reason": {
            "unknown": Words("没有这个对接系统", "there is no such client"),
            "wrong_secret": Words("密钥不对", "wrong secret"),
            "ended": Words("已停用或到期", "it has ended"),
            "address": Words("不是登记的地址", "not an address of its own"),
            "too_many_tries": Words("试的次数太多", "too many tries"),
        }
    }
    personal = ("address",)
    quiet = True
    reason: str
    address: str
