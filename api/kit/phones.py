"""Telephone numbers: stored in E.164, shown masked unless somebody revealed them with a reason (T31, D43).

Chinese service numbers (400 808 1234, 95533, 12315) have no international form of their own; they are kept behind
+86 like the rest.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Annotated, Any

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat
from pydantic import AfterValidator, Field, StringConstraints

from api.kit.validation import Said
from api.kit.words import Words

_BAD = Words(
    "不是能拨通的电话号码；固定电话要带区号", "Not a number that can be dialled; a landline needs its area code"
)
_SERVICE = re.compile(r"(?:400|800)\d{7}|9[5-6]\d{3,4}|1[0-2]\d{1,3}")
_SHAPE = r"^[+＋]?[0-9０-９ ()（）.\-－—*#]{1,30}$"
_MOBILE = re.compile(r"1[3-9]\d{9}")


class NotAPhone(ValueError):
    """The text is no telephone number."""


@lru_cache(maxsize=4096)
def to_e164(text: str, region: str = "CN") -> str:
    """The number in E.164, such as `+8613800004417`; without a country code it is one of `region`.

    :raises NotAPhone: nobody could dial it.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not re.fullmatch(r"\+?[0-9 ().\-—]+", plain):
        raise NotAPhone(plain)
    digits = re.sub(r"\D", "", plain)
    national = digits[2:] if plain.startswith("+86") else digits
    if (region == "CN" or plain.startswith("+86")) and _SERVICE.fullmatch(national):
        return f"+86{national}"
    if plain.startswith("+") and not plain.startswith("+86"):
        region = "ZZ"
    try:
        number = phonenumbers.parse(plain, None if region == "ZZ" else region)
    except NumberParseException as error:
        raise NotAPhone(plain) from error
    if number.country_code == 86:
        # an area code must be there: eight bare digits ring in no particular town
        if not (_MOBILE.fullmatch(str(number.national_number)) or phonenumbers.is_valid_number(number)):
            raise NotAPhone(plain)
    elif not phonenumbers.is_possible_number(number):
        raise NotAPhone(plain)
    return str(phonenumbers.format_number(number, PhoneNumberFormat.E164))


@lru_cache(maxsize=4096)
def mask(value: str | None) -> str:
    """How a number is shown: `138****4417`, `010-6258****`, `400-808-****`, `95533`, `+1****0142`.

    Service numbers of five or six digits belong to nobody and are shown whole.
    """
    if not value:
        return ""
    if not value.startswith("+86"):
        return f"+{_country(value)}****{value[-4:]}" if len(value) > 8 else "****"
    national = value[3:]
    if _MOBILE.fullmatch(national):
        return f"{national[:3]}****{national[-4:]}"
    if national[:3] in ("400", "800") and len(national) == 10:
        return f"{national[:3]}-{national[3:6]}-****"
    if _SERVICE.fullmatch(national):
        return national
    area = 2 if national[0] == "2" or national.startswith("10") else 3
    return f"0{national[:area]}-{national[area:-4]}****"


def _country(value: str) -> int:
    try:
        return phonenumbers.parse(value).country_code or 0
    except NumberParseException:
        return 0


def shown(value: str | None) -> dict[str, str | None]:
    """A number as every ordinary answer holds it: masked, the value left out (T31)."""
    return {"value": None, "masked": mask(value)}


HIDDEN = "****"
_WITHIN = re.compile(r"(?<![0-9A-Za-z-])(?:\+?(?:86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?|\+?\d{3,11})(\d{4})(?![0-9A-Za-z-])")


def masked_in(text: str) -> str:
    """Text that somebody typed, such as a search, with the numbers in it masked; dates and ids stay as they are."""
    plain = unicodedata.normalize("NFKC", text)
    number = looks_like(plain)
    if number and len(number) > len(HIDDEN):
        return mask(number)
    return _WITHIN.sub(rf"{HIDDEN}\1", plain)


def looks_like(text: str) -> str | None:
    """The digits of a whole number or of its last four, or None if the text is no such search."""
    plain = re.sub(r"[ ()（）.\-－—]", "", text.strip())
    if re.fullmatch(r"[0-9]{4}", plain):
        return plain
    if re.fullmatch(r"\+?[0-9]{5,15}", plain):
        try:
            return to_e164(text)
        except NotAPhone:
            return None
    return None


def _typed(text: str) -> str:
    try:
        return to_e164(text)
    except NotAPhone:
        raise Said("phone", _BAD) from None


PhoneText: Any = Annotated[
    str,
    StringConstraints(min_length=3, max_length=30, pattern=_SHAPE),
    AfterValidator(_typed),
    Field(description="A telephone number as people write it; stored in E.164."),
]
"""A telephone number in a body; becomes E.164."""
