"""Texts in two languages, side by side where they are used: Chinese first, English beside it."""

from __future__ import annotations

from typing import Any, NamedTuple


class Words(NamedTuple):
    """One text in both languages; `{name}` is filled in by `format`."""

    zh: str
    en: str

    def into(self, locale: str) -> str:
        """The text in this language; anything but English reads Chinese."""
        return self.en if locale.startswith("en") else self.zh

    def format(self, **values: Any) -> Words:
        """The same words with values filled in; a value that is itself `Words` is filled in by language.

        `{n:try|tries}` is the word that fits the number.
        """
        given = {k: _Number(v) if type(v) is int else v for k, v in values.items()}
        return Words(
            self.zh.format(**{k: v.zh if isinstance(v, Words) else v for k, v in given.items()}),
            self.en.format(**{k: v.en if isinstance(v, Words) else v for k, v in given.items()}),
        )


class _Number(int):
    """A whole number that knows which word goes with it."""

    def __format__(self, spec: str) -> str:
        return fitting(self, spec) if "|" in spec else super().__format__(spec)


def fitting(number: int, forms: str) -> str:
    """Of `one|many` the word that goes with the number."""
    one, _, many = forms.partition("|")
    return one if number == 1 else many


class Worded(ValueError):
    """An error that says in both languages why: `words` do."""

    def __init__(self, words: Words) -> None:
        self.words = words
        super().__init__(words.en)


def speak(text: Words | str, locale: str) -> str:
    """Words in the reader's language; plain text stays."""
    return text.into(locale) if isinstance(text, Words) else text


def preferred(accept_language: str | None) -> str:
    """The better of our two languages for an `Accept-Language` header (RFC 9110); Chinese when in doubt."""
    best, locale = 0.0, "zh-CN"
    for part in (accept_language or "")[:200].split(","):
        tag, _, weight = part.strip().partition(";q=")
        try:
            quality = float(weight) if weight else 1.0
        except ValueError:
            continue
        language = tag.lower().split("-")[0]
        if language in ("zh", "en") and quality > best:
            best, locale = quality, "zh-CN" if language == "zh" else "en"
    return locale
