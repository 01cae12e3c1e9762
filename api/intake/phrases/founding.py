"""Lays in the phrases that come with the program, after each upgrade: only those that are not there yet."""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError

from api.access.actor import SYSTEM
from api.events import log
from api.intake.phrases import facts, queries
from api.intake.phrases.model import Phrase
from api.intake.phrases.shipped import FORBIDDEN, POLITE
from api.kit.db import Database
from api.kit.unit import Unit


def lay_in(db: Database) -> int:
    """Bring them in; returns how many were new. A replica that does the same at the same moment does it for both."""
    try:
        with db.write() as conn:
            return lay(Unit(db, conn, SYSTEM))
    except IntegrityError:
        return 0


def lay(unit: Unit) -> int:
    """The same in a transaction of the caller's."""
    there, made = queries.keys(unit), 0
    polite = [(key, "polite", moment, words, None, rule) for key, moment, words, rule in POLITE]
    forbidden = [(key, "forbidden", moment, words, better, rule) for key, moment, words, better, rule in FORBIDDEN]
    for position, (key, kind, moment, words, better, rule) in enumerate([*polite, *forbidden]):
        if key in there:
            continue
        row = unit.insert(
            Phrase, key=key, kind=kind, moment=moment, words_zh=words.zh, words_en=words.en,
            instead_zh=better and better.zh, instead_en=better and better.en, rule=rule, position=(position + 1) * 10,
            active=True,
        )  # fmt: skip
        log.append(unit, row, facts.PhraseAdded(words=words.zh))
        made += 1
    return made
