"""The words of a follow-up: states, what is said on the telephone, the eight questions (R53, R207 to R214)."""

from api.kit.words import Words

STATES = {
    "due": Words("待回访", "Due"),
    "attempted": Words("打过，没打通", "Attempted"),
    "unreachable": Words("联系不上", "Not reachable"),
    "dissatisfied": Words("不满意", "Reached, dissatisfied"),
    "root_cause_found": Words("已查明根源", "Root cause found"),
    "measure_set": Words("已定改进措施", "Measure set"),
    "called_again": Words("又打过，没打通", "Called again"),
    "satisfied": Words("满意，已结束", "Reached, satisfied"),
    "waived": Words("免回访", "Waived"),
}
"""R422; the two ends last."""
OUTCOMES = {
    "not_reached": Words("没人接", "Not reached"),
    "busy": Words("占线", "Busy"),
    "refused": Words("不方便接听", "Could not talk"),
}
QUESTIONS = {
    "q1": ("scale", Words("与我们联络是否方便？", "Is it convenient to get in touch with us?")),
    "q2": ("scale", Words("您认为我们的响应速度和维修速度如何？", "How do you find our speed of response and of repair?")),
    "q3": ("scale", Words("您认为服务人员的综合技术水平如何？",
                          "How do you find the overall technical level of the service staff?")),
    "q4": ("scale", Words("您认为服务人员的态度是否友善？", "Do you find the service staff friendly?")),
    "q5": ("scale", Words("您认为本企业的产品是否物有所值？",
                          "Compared with other companies, are our products worth the money?")),
    "q6": ("scale", Words("您认为我们的工作环境和现场清洁如何？", "How clean do you find our premises and our work?")),
    "q7": ("employee", Words("是否有某个员工特别热情或不够热情？请说出姓名。",
                             "Was any employee especially warm, or not warm enough? Please name him.")),
    "q8": ("text", Words("我们应如何改进？", "How should we improve?")),
}  # fmt: skip
"""R207 to R214; questions 1 to 6 are scored from 1 to 5 (D15)."""
SCORED = ("q1", "q2", "q3", "q4", "q5", "q6")
SCRIPT = Words(
    "您好，我是{station}的{caller}。{engineer}{day}为您上门处理了“{subject}”，想请教您几个问题，大约两分钟，现在方便吗？",
    "Hello, this is {caller} of {station}. On {day} {engineer} visited you about “{subject}”. May I ask you a few "
    "questions? It takes about two minutes.",
)
"""Greeting, own name and the case in one sentence (R53); thanks and the last question close the call."""
FAREWELL = Words(
    "谢谢您。请问还有其他需要帮助的吗？祝您工作顺利，再见。", "Thank you. Is there anything else I can do? Goodbye."
)
