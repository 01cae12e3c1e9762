"""The life of an import: its file is judged, its asker confirms, it is written."""

from __future__ import annotations

from functools import partial

from api.access.policy import P
from api.imports.runs import schemas
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.kit.workflow import Step, Workflow, by_machine


def _own(unit: Unit, run: Row) -> Words | None:
    if run.asked_by_id != unit.actor.employee_id:
        return Words("只有发起人能继续", "Only who began it goes on with it")
    return None


_machine = partial(by_machine, P.IMPORTS_CREATE)

_UNDER_WAY = frozenset({"awaiting_file", "judging", "ready", "applying"})
WORKFLOW = Workflow(
    "imports",
    schemas.STATES,
    (
        Step("confirm", Words("确认导入", "Import"), frozenset({"ready"}), "applying", P.IMPORTS_CREATE, schemas.Confirm,
             _own, match=True),
        Step("cancel", Words("取消", "Cancel"), _UNDER_WAY, "cancelled", P.IMPORTS_CREATE, schemas.Cancel, _own),
        Step("take-file", Words("收文件", "Take the file"), frozenset({"awaiting_file"}), "judging", P.IMPORTS_CREATE,
             schemas.Cancel, _own, offer=False),
        _machine("judge", "核对完", "Judge", {"judging"}, "ready"),
        _machine("finish", "写完", "Finish", {"applying"}, "done"),
        _machine("fail", "写不成", "Fail", {"judging", "applying"}, "failed"),
        _machine("let-go", "过期", "Let go", {"awaiting_file", "ready"}, "cancelled"),
    ),
)  # fmt: skip
