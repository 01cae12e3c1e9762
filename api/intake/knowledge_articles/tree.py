"""The guided fault tree of an article: questions whose answers lead on to further questions or to a judgement (R47, R66).

The first step is where it begins. A draft may be unfinished; what is published has no fault: every branch ends, none runs
in a circle, and nothing stands apart.
"""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, Field, StringConstraints

from api.intake.service_requests.schemas import Fault
from api.kit.text import Body, line, page, tidy
from api.kit.words import Words

STEPS, ANSWERS = 80, 6
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,16}$")]


def _unfinished(maximum: int) -> Any:
    """One line that a draft may leave blank; the fault is told at its step."""
    plain = StringConstraints(max_length=maximum, pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$")
    return Annotated[str, plain, AfterValidator(tidy)]


class Branch(Body):
    """One answer and the step it leads to."""

    words: _unfinished(60)  # type: ignore[valid-type]
    to: Key | None = None


class Step(Body):
    """A question with its answers, or (without a question) an end: the judgement and what to advise."""

    key: Key
    question: _unfinished(160) | None = None  # type: ignore[valid-type]
    hint: line(200) | None = None  # type: ignore[valid-type]
    """How the customer finds out."""
    answers: Annotated[list[Branch], Field(max_length=ANSWERS)] = []
    fault_kind: Fault | None = None
    fault_group: line(40) | None = None  # type: ignore[valid-type]
    advice: page(1000) | None = None  # type: ignore[valid-type]


class Tree(Body):
    """All steps; the first one is asked first."""

    steps: Annotated[list[Step], Field(min_length=1, max_length=STEPS)]


class TreeFault(NamedTuple):
    """What keeps a tree from being published, and where it stands."""

    pointer: str
    code: str
    detail: Words


def faults(tree: Tree) -> list[TreeFault]:
    """Everything that is wrong with the tree, in the order of its steps; empty if it can be walked to an end by any answers."""
    found: list[TreeFault] = []
    known: dict[str, int] = {}
    for number, step in enumerate(tree.steps):
        if step.key in known:
            _add(found, number, "key", "repeated", "代号重复", "The key is taken")
        known.setdefault(step.key, number)
    for number, step in enumerate(tree.steps):
        if step.question is None:
            _judge_end(found, number, step)
        else:
            _judge_question(found, number, step, known)
    leads = {step.key: [each.to for each in step.answers if each.to in known] for step in reversed(tree.steps)}
    reached, circles = _walk(leads, tree.steps[0].key)
    for number, step in enumerate(tree.steps):
        if step.key in circles:
            _add(found, number, "answers", "circle", "绕回到问过的问题", "It leads back to a question asked before")
        if step.key not in reached:
            _add(found, number, "key", "apart", "没有答案通到这一步", "No answer leads here")
    return found


def _judge_end(found: list[TreeFault], number: int, step: Step) -> None:
    if step.answers:
        _add(found, number, "question", "missing", "有答案，还缺问题", "There are answers and no question")
    if step.fault_kind is None:
        _add(found, number, "fault_kind", "missing", "结论要判断硬件还是软件", "An end judges hardware or software")
    if step.advice is None:
        _add(found, number, "advice", "missing", "结论要写怎么办", "An end says what to do")


def _judge_question(found: list[TreeFault], number: int, step: Step, known: dict[str, int]) -> None:
    if not step.question:
        _add(found, number, "question", "missing", "写下要问什么", "Write down what is asked")
    if len(step.answers) < 2:
        _add(found, number, "answers", "too_few", "至少要两个答案", "At least two answers")
    words = [each.words for each in step.answers]
    for place, each in enumerate(step.answers):
        if each.to is None or each.to not in known:
            _add(found, number, f"answers/{place}/to", "nowhere", "答案没有下一步", "The answer leads nowhere")
        if not each.words:
            _add(found, number, f"answers/{place}/words", "missing", "写下答案", "Write down the answer")
        elif words.index(each.words) != place:
            _add(found, number, f"answers/{place}/words", "repeated", "答案重复", "The answer is given twice")


def _add(found: list[TreeFault], number: int, field: str, code: str, zh: str, en: str) -> None:
    words = Words(f"第 {number + 1} 步：{zh}", f"Step {number + 1}: {en}")
    found.append(TreeFault(f"/tree/steps/{number}/{field}", code, words))


def _walk(leads: dict[str, list[Any]], start: str) -> tuple[set[str], set[str]]:
    """Steps that can be reached, and those of them from which an answer leads back onto the way that led there."""
    reached: set[str] = set()
    circles: set[str] = set()
    way: list[str] = []
    left: dict[str, list[Any]] = {}

    def enter(key: str) -> None:
        reached.add(key)
        way.append(key)
        left[key] = list(leads[key])

    enter(start)
    while way:  # without recursion: the tree comes from outside
        here = way[-1]
        if not left[here]:
            way.pop()
            continue
        to = left[here].pop(0)
        if to in way:
            circles.add(here)
        elif to not in reached:
            enter(to)
    return reached, circles
