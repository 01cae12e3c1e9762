"""What happens to accounts. None holds a password or a code."""

from __future__ import annotations

from dataclasses import dataclass

from api.events.facts import Fact
from api.kit.words import Words


@dataclass(frozen=True, slots=True)
class AccountMade(Fact):
    type = "account.made"
    sentence = Words("开通了账号 {account}", "Made the account {account}")
    account: str
    employee_id: str


@dataclass(frozen=True, slots=True)
class AccountDisabled(Fact):
    type = "account.disabled"
    sentence = Words("停用了账号：{reason}", "Disabled the account: {reason}")
    personal = ("reason",)
    reason: str


@dataclass(frozen=True, slots=True)
class AccountEnabled(Fact):
    type = "account.enabled"
    sentence = Words("启用了账号", "Enabled the account")


@dataclass(frozen=True, slots=True)
class AccountFollowed(Fact):
    """The employee's name or home station changed."""

    type = "account.followed"
    sentence = Words("姓名或所属站随员工资料更新", "Name or home station follow the employee's")


@dataclass(frozen=True, slots=True)
class ResetStarted(Fact):
    type = "account.reset_started"
    sentence = Words("发出了设置密码的代码", "Gave out a code to set the password")


@dataclass(frozen=True, slots=True)
class PasswordSet(Fact):
    """`way`: reset (by a code) or changed (by the person himself)."""

    type = "account.password_set"
    sentence = Words("设置了新密码", "Set a new password")
    way: str


@dataclass(frozen=True, slots=True)
class LocaleChosen(Fact):
    type = "account.locale_chosen"
    sentence = Words("换了界面语言", "Chose another language")
    locale: str
