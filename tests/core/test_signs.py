"""What people type, paste or write is told apart by sign: what separates stays, what nobody sees goes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.signs import fault, on_one_line, readable


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("Famille\tMontant\tAnnée\r\nTravaux\t1 200 000\t2027\r\n",
         "Famille ; Montant ; Année\nTravaux ; 1 200 000 ; 2027\n"),
        ("a\t\tb", "a ; ; b"),
        ("•\tbio\n1.\tlocal\n-\tfrais", "• bio\n1. local\n- frais"),
        ("\tretrait", " retrait"),
        ("un\rdeux\u2028trois\u2029quatre\x0bcinq\x0csix\x85sept\x1ehuit",
         "un\ndeux\ntrois\nquatre\ncinq\nsix\nsept\nhuit"),
        ("1\u2009200\u2003€ 50\u00a0% !\u202f?", "1 200 € 50\u00a0% !\u202f?"),
        ("10\u2007000", "10\u00a0000"),
        ("cafe\u0301 e\u0301te\u0301", "café été"),
        ("so\u00adcial \u2764\ufe0f \ufeffBio\x00\x1b[31m\u202e\u200b\u2066", "social \u2764 Bio[31m"),
        ("\ud83c\udf3f lone \ud800 \udce9", "\U0001f33f lone \ufffd \ufffd"),
        ("œuf – « déjà » …", "œuf – « déjà » …"),
    ],
)  # fmt: skip
def test_what_separates_stays_and_what_nobody_sees_goes(pasted: str, text: str) -> None:
    assert readable(pasted) == text


def test_on_one_line_two_figures_never_become_one() -> None:
    assert on_one_line("bio\net local\n") == "bio et local"
    assert on_one_line("1 200\n2 300") == "1 200 ; 2 300"
    assert on_one_line("Travaux ; 12\nSports ; 13\n") == "Travaux ; 12 ; Sports ; 13"


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x1b", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff", "\ud800", "\uffff", "\U000e0041"]
)
def test_a_sign_that_must_not_be_shown_is_named(sign: str) -> None:
    assert fault(f"Bio{sign}!\x00") == f"U+{ord(sign):04X}"


def test_what_word_processors_write_is_no_fault() -> None:
    assert fault("l'été\u00a0: so\u00adcial\t12\u202f%\r\n\u2028fin \u2764\ufe0f") == ""


@given(st.text(st.characters(codec=None, categories=None)))
def test_what_is_readable_is_shown_whole(text: str) -> None:
    clean = readable(text)
    assert readable(clean) == clean
    assert fault(clean) == ""
    kinds = {unicodedata.category(sign) for sign in clean if sign != "\n"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert "\n" not in on_one_line(clean)


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1))
def test_no_letter_figure_or_mark_is_lost(text: str) -> None:
    kept = [sign for sign in unicodedata.normalize("NFC", text) if not fault(sign) and sign not in "\u115f\u1160\u3164"]
    assert list(readable(text)) == [*kept]
