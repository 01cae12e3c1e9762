"""The words of a work order: its states in R417's order."""

from api.kit.words import Words

STATES = {
    "received": Words("已接收", "Received"),
    "contacted": Words("已联系", "Customer contacted"),
    "time_promised": Words("已承诺时间", "Time promised"),
    "waiting_for_parts": Words("等备件", "Waiting for parts"),
    "parts_ready": Words("备件已到", "Parts ready"),
    "rescheduled": Words("已改约", "Rescheduled"),
    "assigned": Words("已派", "Assigned"),
    "on_the_way": Words("路上", "On the way"),
    "on_site": Words("现场", "On site"),
    "work_done": Words("已完工", "Work done"),
    "signed": Words("已签字", "Signed"),
    "record_in": Words("已交记录", "Record handed in"),
    "followed_up": Words("已回访", "Followed up"),
    "closed": Words("已结", "Closed"),
    "second_visit": Words("需二次上门", "Second visit"),
    "cancelled": Words("已取消", "Cancelled"),
}
"""R417; the side states last."""
