"""Numbers as people write them become E.164 and are shown masked (T31, D43)."""

import pytest
from pydantic import TypeAdapter, ValidationError

from api.kit.phones import NotAPhone, PhoneText, looks_like, mask, to_e164


@pytest.mark.parametrize(
    ("typed", "stored", "shown"),
    [
        ("13800004417", "+8613800004417", "138****4417"),
        ("138 0000 4417", "+8613800004417", "138****4417"),
        ("+86 138-0000-4417", "+8613800004417", "138****4417"),
        ("8613800004417", "+8613800004417", "138****4417"),
        ("１３８００００４４１７", "+8613800004417", "138****4417"),
        ("19912345678", "+8619912345678", "199****5678"),
        ("010-62581234", "+861062581234", "010-6258****"),
        ("(010) 6258 1234", "+861062581234", "010-6258****"),
        ("02158881234", "+862158881234", "021-5888****"),
        ("0570-3251234", "+865703251234", "0570-325****"),
        ("400-808-1234", "+864008081234", "400-808-****"),
        ("95533", "+8695533", "95533"),
        ("12315", "+8612315", "12315"),
        ("+1 415 555 0142", "+14155550142", "+1****0142"),
    ],
)
def test_written_stored_shown(typed: str, stored: str, shown: str) -> None:
    assert to_e164(typed) == stored
    assert to_e164(stored) == stored, "what is stored reads as itself"
    assert mask(stored) == shown


@pytest.mark.parametrize(
    "typed", ["", "abc", "62581234", "12345678901", "+", "( )", "1" * 29, "138000044171", "1\x003800004417"]
)
def test_what_nobody_could_dial_is_refused(typed: str) -> None:
    with pytest.raises(NotAPhone):
        to_e164(typed)
    with pytest.raises(ValidationError):
        TypeAdapter(PhoneText).validate_python(typed)


def test_a_search_by_phone_is_whole_or_the_last_four() -> None:
    """T7: a beginning is no search, or a masked number could be guessed digit by digit."""
    assert looks_like("4417") == "4417"
    assert looks_like("138-0000-4417") == "+8613800004417"
    assert looks_like("138") is None
    assert looks_like("1380000") is None
    assert looks_like("WQ51") is None


def test_a_mask_never_shows_more_than_seven_digits() -> None:
    for value in ("+8613800004417", "+861062581234", "+14155550142", "+442079460123"):
        digits = sum(c.isdigit() for c in mask(value))
        assert digits <= 7 or mask(value).startswith("0"), mask(value)
        assert value not in mask(value)
