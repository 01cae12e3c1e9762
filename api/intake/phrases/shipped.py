"""The phrases that come with the program: set phrases (R261), and forbidden ones (R43, R44, R60, R262) with a better one."""

from __future__ import annotations

from api.kit.words import Words

POLITE: tuple[tuple[str, str, Words, str], ...] = (
    ("greet", "greeting", Words("您好，请问有什么可以帮您？", "Hello, how may I help you?"), "R261"),
    ("address", "greeting", Words("请问怎么称呼您？", "May I have your name, please?"), "R261"),
    ("listen", "listening", Words("您请讲，我记下来。", "Please go on; I am writing it down."), "R261"),
    ("repeat", "listening", Words("我重复一遍，您听对不对。", "Let me repeat it; tell me whether it is right."), "R261"),
    ("wait", "listening", Words("请您稍等，我查一下就告诉您。", "One moment please; I will look it up."), "R261"),
    ("sorry", "apology", Words("给您添麻烦了，很抱歉。", "I am sorry for the trouble."), "R261"),
    ("again", "apology", Words("让您又打了一次电话，是我们没做好。", "You had to call again; that is our fault."), "R42"),
    ("policy", "answer", Words("我给您介绍一下服务政策和我们办事处的位置。",
           "Let me tell you our service policy and where we are."), "R46"),
    ("accessory", "answer",
     Words("这个配件不是本公司的，能不能修要看了才知道，我先给您说清楚。",
           "This part is not ours; whether it can be repaired we know only after a look."), "R45"),
    ("promise", "answer", Words("这个问题我要问一下专家，今天之内回您电话。", "I will ask a specialist and call you back today."),
     "R54"),
    ("charge", "paid", Words("这次服务要收费，我先把收费标准告诉您，您看可以吗？",
                             "This service is charged; may I tell you the prices first?"), "R49"),
    ("decline", "paid", Words("理解您的考虑，以后有需要随时打给我们。", "I understand; call us whenever you need us."), "R51"),
    ("thanks", "farewell", Words("感谢您的来电，请问还有别的问题吗？", "Thank you for calling; is there anything else?"), "R53"),
    ("bye", "farewell", Words("再见，祝您工作顺利。", "Goodbye, and have a good day."), "R261"),
)  # fmt: skip
"""Key, moment, words, rule."""
FORBIDDEN: tuple[tuple[str, str, Words, Words, str], ...] = (
    ("up_to_you", "answer", Words("你看着办吧", "It's up to you"),
     Words("我给您两个办法，您看哪个方便？", "I can offer two ways; which suits you?"), "R44"),
    ("not_ours", "answer", Words("跟我们没关系", "That has nothing to do with us"),
     Words("这个不是本公司的配件，我帮您问问怎么办。", "This part is not ours; let me find out what can be done."), "R44"),
    ("just_bring", "answer", Words("你拿来吧", "Just bring it in"),
     Words("请您送到我们办事处，我把地址和时间告诉您。", "Please bring it to our office; here are address and hours."), "R44"),
    ("bring_and_change", "answer", Words("你拿来我给你换", "Bring it and I'll change it"),
     Words("请您带来，我们检测以后再定怎么处理。", "Please bring it; after a test we decide together."), "R44"),
    ("flat_no", "answer", Words("不行", "No"),
     Words("这样有困难，我看看还有什么办法。", "That is difficult; let me see what else there is."), "R43"),
    ("cannot_handle", "answer", Words("这个我处理不了", "I can't handle this"),
     Words("我请专家来看，今天回您电话。", "I will ask a specialist and call you today."), "R262"),
    ("company_cannot", "answer", Words("我们公司做不到", "Our company can't"),
     Words("我把您的要求报上去，告诉您结果。", "I will pass your wish on and tell you the outcome."), "R262"),
    ("a_while", "answer", Words("要等一段时间", "It will take a while"),
     Words("预计周三下午两点前好，有变化先告诉您。", "By Wednesday two o'clock; you will hear first if it changes."), "R262"),
    ("so_simple", "listening", Words("这么简单你自己不会弄吗", "So simple, can't you do it yourself"),
     Words("我一步一步告诉您，您跟着做。", "I will guide you step by step."), "R262"),
    ("busy", "greeting", Words("我正忙，你待会再打", "I'm busy, call again"),
     Words("我这就记下来，十分钟内给您回电话。", "I note it now and call you back within ten minutes."), "R262"),
)  # fmt: skip
"""Key, moment, words, what is said instead, rule."""
