"""The chart of accounts: few, fixed, and each with the side on which it grows."""

from __future__ import annotations

from typing import Literal, get_args

from api.kit.words import Words

Account = Literal[
    "receivable", "revenue", "advance", "refunds_payable", "cash_held", "drawer", "bank", "wechat", "alipay", "card",
    "difference",
]  # fmt: skip
Way = Literal["cash", "wechat", "alipay", "bank", "card"]

ACCOUNTS: dict[Account, Words] = {
    "receivable": Words("应收", "Receivable"),
    "revenue": Words("收入", "Revenue"),
    "advance": Words("客户预付", "Customer's money on account"),
    "refunds_payable": Words("应退", "Refunds payable"),
    "cash_held": Words("个人手里现金", "Cash held by a person"),
    "drawer": Words("站内钱箱", "The station's drawer"),
    "bank": Words("银行", "Bank"),
    "wechat": Words("微信支付", "WeChat Pay"),
    "alipay": Words("支付宝", "Alipay"),
    "card": Words("刷卡", "Card"),
    "difference": Words("长短款", "Cash over and short"),
}
WAYS: dict[Way, Words] = {
    "cash": Words("现金", "Cash"),
    "wechat": Words("微信支付", "WeChat Pay"),
    "alipay": Words("支付宝", "Alipay"),
    "bank": Words("银行转账", "Bank transfer"),
    "card": Words("刷卡", "Card"),
}
RECEIVED_IN: dict[Way, Account] = {
    "cash": "cash_held", "wechat": "wechat", "alipay": "alipay", "bank": "bank", "card": "card"
}  # fmt: skip
"""Where the money of each way stands once it is collected."""
NAMES: tuple[str, ...] = get_args(Account)
KINDS = (
    "bill", "bill_voided", "collected", "payment_voided", "applied", "released", "refund", "refund_paid",
    "refund_failed", "handed_over", "difference", "banked",
)  # fmt: skip
"""What a posting stands for."""
