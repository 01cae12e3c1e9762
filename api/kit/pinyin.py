"""How Chinese names sound, for sorting and for finding by pinyin or its initials."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters as a regular expression's range, rare ones of names included."""

# surnames that sound otherwise than the everyday word written with the same character
_SURNAMES = {
    "单": "shan", "曾": "zeng", "解": "xie", "翟": "zhai", "查": "zha", "仇": "qiu", "区": "ou", "朴": "piao",
    "盖": "ge", "任": "ren", "乐": "yue", "纪": "ji", "华": "hua", "尹": "yin", "员": "yun", "繁": "po", "种": "chong",
    "缪": "miao", "宓": "mi", "折": "she", "黑": "he", "秘": "bi", "冼": "xian", "隗": "wei", "召": "shao", "都": "du",
    "燕": "yan", "葛": "ge", "宁": "ning", "哈": "ha", "洗": "xian", "逄": "pang", "晟": "cheng", "牟": "mu",
    "万俟": "mo qi", "尉迟": "yu chi", "长孙": "zhang sun", "澹台": "tan tai", "令狐": "ling hu", "单于": "chan yu",
}  # fmt: skip
# places whose characters sound otherwise alone, or are torn apart in running text
_PLACES = {
    "长沙": "chang sha", "长春": "chang chun", "长安": "chang an", "长宁": "chang ning", "长治": "chang zhi",
    "重庆": "chong qing", "厦门": "xia men", "蚌埠": "beng bu", "六安": "lu an", "六合": "lu he", "番禺": "pan yu",
    "东莞": "dong guan", "亳州": "bo zhou", "台州": "tai zhou", "丽水": "li shui", "乐清": "yue qing",
    "乐山": "le shan",    "朝阳": "chao yang", "涡阳": "guo yang", "铅山": "yan shan", "莘庄": "xin zhuang", "单县": "shan xian",
    "大厦": "da sha", "银行": "yin hang", "洪洞": "hong tong", "荥阳": "xing yang", "歙县": "she xian",
}  # fmt: skip
_PLACE = re.compile("|".join(map(re.escape, _PLACES)))
_RUN = re.compile(f"[{HAN}]+|[^{HAN}]+")
_PERSON = re.compile(f"[{HAN}]{{2,4}}")


def fold(text: str) -> str:
    """The text as it is compared: full-width forms made narrow, case dropped."""
    return unicodedata.normalize("NFKC", text).lower()


@lru_cache(maxsize=4096)
def syllables(text: str) -> tuple[str, ...]:
    """The sound of each character: `("lv", "yuan")`; runs of letters and digits stay one item each.

    A text of two to four Chinese characters is read as a person's name, surname first.
    """
    text = fold(text).strip()
    if _PERSON.fullmatch(text) and not _PLACE.match(text):
        for length in (2, 1):
            if sound := _SURNAMES.get(text[:length]):
                return (*sound.split(), *_read(text[length:]))
    return everyday(text)


def everyday(text: str) -> tuple[str, ...]:
    """The same without the rule for surnames: 解放 is no Mr Xie."""
    found: list[str] = []
    for run in _RUN.findall(fold(text)):
        if re.match(f"[{HAN}]", run):
            found += _read(run)
        else:
            found += re.findall(r"[^\W_]+", run)
    return tuple(found)


@lru_cache(maxsize=8192)
def _read(run: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin

    found: list[str] = []
    start = 0
    for place in _PLACE.finditer(run):
        found += lazy_pinyin(run[start : place.start()])
        found += _PLACES[place[0]].split()
        start = place.end()
    return tuple(sound.lower() for sound in found + lazy_pinyin(run[start:]))


def name_key(text: str, limit: int = 160) -> str:
    """Sort key of a name: full pinyin, a blank, initials; at most `limit` characters, the initials kept."""
    sounds = syllables(text[:120])
    initials = "".join(sound[0] for sound in sounds)[: limit // 4]
    return f"{''.join(sounds)[: limit - len(initials) - 1]} {initials}".strip()
