"""What is charged for, in the words of screens, files and papers (R133: plain words)."""

from api.kit.words import Words

KINDS = {
    "labour": Words("人工费", "Labour"),
    "part": Words("备件", "Part"),
    "call_out": Words("上门费", "Call-out"),
    "test_fee": Words("检测费", "Test fee"),
    "upgrade": Words("升级更换", "Upgrade"),
    "training": Words("技术培训", "Training"),
    "software": Words("软件服务", "Software"),
    "other": Words("其他", "Other"),
}
"""The four kinds of paid service (R6) and what a repair is made of; using the product is taught free (R7)."""
EVERY_CLASS = Words("各类客户", "every class")
