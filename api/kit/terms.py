"""The terms of the search: by which a record is found, and what of them somebody asks for.

Pairs of neighbouring characters for Chinese, whole words for letters and digits, pinyin and its initials for names, every
tail of a serial; a question becomes phrases of such terms, in the words of FTS5 or of a tsquery.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from api.kit.pinyin import HAN, everyday, fold, syllables

_PARTS = re.compile(f"[{HAN}]+|(?:(?![{HAN}])[^\\W_])+")
_JOINED = re.compile(r"[a-z0-9]+(?:[-./_][a-z0-9]+)+")
_SOUND = 24
_INITIALS = 12


def terms(
    texts: Iterable[str | None] = (), *, names: Iterable[str | None] = (), codes: Iterable[str | None] = ()
) -> str:
    """What a record is found by: `texts` by their words, `names` also by pinyin, `codes` by any part of them."""
    written = [text for text in texts if text]
    named = [name for name in names if name]
    coded = [code for code in codes if code]
    found: list[str] = []
    for source in (*named, *coded, *written):
        found += _grams(source)
    sounds: dict[str, None] = {}
    for name in named:
        for read in dict.fromkeys((syllables(name[:120])[:40], everyday(name[:120])[:40])):
            for start in range(len(read)):
                sounds["".join(read[start:])[:_SOUND]] = None
                sounds["".join(sound[0] for sound in read[start:])[:_INITIALS]] = None
    for source in written:  # KFR-35GW is also found as one word, whatever stands between
        for joined in _JOINED.findall(fold(source)[:2000]):
            sounds[_compact(joined)] = None
    for code in coded:
        whole = _compact(code)
        for start in range(max(1, len(whole) - 2)):
            sounds[whole[start:]] = None
    return " " + " ".join([*found, *sounds])


def _grams(source: str) -> list[str]:
    """Terms in the order of the text, so that neighbours stay neighbours; a Chinese run ends in its last character."""
    found: list[str] = []
    for run in _PARTS.findall(fold(source)[:2000]):
        if re.match(f"[{HAN}]", run):
            found += [run[i : i + 2] for i in range(len(run) - 1)] + [run[-1]]
        else:
            found.append(run[:60])
    return found


def _compact(code: str) -> str:
    return "".join(_PARTS.findall(fold(code)))[:60]


def phrases(q: str) -> list[list[list[str]]]:
    """All parts must match; a part matches by one of its phrases; the last word of a phrase may be only begun."""
    parts: list[list[list[str]]] = []
    for part in fold(q)[:80].split()[:6]:
        runs = _PARTS.findall(part)
        if not runs:
            continue
        phrase: list[str] = []
        for last, run in ((i == len(runs) - 1, run) for i, run in enumerate(runs)):
            if re.match(f"[{HAN}]", run):
                phrase += [run[i : i + 2] for i in range(len(run) - 1)]
                phrase += [run[-1]] if not last or len(run) == 1 else []
            else:
                phrase.append(run[:_SOUND] if run.isalpha() else run)
        parts.append([phrase])
        if len(runs) > 1 and part.isascii():
            parts[-1].append(["".join(runs)])
    return parts


def _begun(phrase: list[str]) -> bool:
    """Whether the last word of a phrase may be only begun: letters and digits, and a single Chinese character.

    Two Chinese characters are a whole term of the index, and so are found without looking through the terms that begin
    with them. One letter, or two after another word, begin so many terms that only the whole of it is looked for: a
    part of a serial with its hyphens is found by its compact form.
    """
    last = phrase[-1]
    if not last[0].isascii():
        return len(last) == 1
    return len(last) > (1 if len(phrase) == 1 else 2)


def fts5(parts: list[list[list[str]]]) -> str:
    def way(phrase: list[str]) -> str:
        return '"' + " ".join(phrase) + ('" *' if _begun(phrase) else '"')

    return " AND ".join("(" + " OR ".join(map(way, ways)) + ")" for ways in parts)


def tsquery(parts: list[list[list[str]]]) -> str:
    def way(phrase: list[str]) -> str:
        last = f"'{phrase[-1]}'" + (":*" if _begun(phrase) else "")
        return "(" + " & ".join([*(f"'{word}'" for word in phrase[:-1]), last]) + ")"

    return " & ".join("(" + " | ".join(map(way, ways)) + ")" for ways in parts)


def grams(words: str) -> list[str]:
    """Each pair of Chinese characters and each word of two letters or more once, in order, at most forty: for `likely`."""
    found = (gram for gram in _grams(words) if len(gram) > 1)
    return list(dict.fromkeys(found))[:40]
