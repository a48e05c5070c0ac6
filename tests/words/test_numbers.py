"""Numbers, sums and dates as Babel writes them, and French spacing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from babel import dates
from babel import numbers as babel
from hypothesis import given
from hypothesis import strategies as st

from game.core.errors import JournalError
from game.words.calendar import day, moment, month
from game.words.catalogue import speaker
from game.words.numbers import euros, euros_short, number, percent
from game.words.refusals import failure
from game.words.spacing import spaced

SUMS = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)
LANGS = st.sampled_from(("fr", "en"))


@given(SUMS, LANGS)
def test_numbers_agree_with_babel(value, lang):
    assert number(float(value), lang) == babel.format_decimal(value, locale=lang, format="#,##0.###")


@given(SUMS, LANGS)
def test_sums_agree_with_babel(value, lang):
    pattern = None if value != value.to_integral() else {"fr": "#,##0\u00a0¤", "en": "¤#,##0"}[lang]
    said = babel.format_currency(value, "EUR", pattern, locale=lang, currency_digits=False)
    assert euros(float(value), lang) == said


@given(st.integers(-1000, 1000), LANGS)
def test_shares_agree_with_babel(value, lang):
    assert percent(value, lang) == babel.format_percent(Decimal(value) / 100, locale=lang)


@pytest.mark.parametrize("value", [1_000, 2_900_000, 280_000, 950, 1_200_000_000, 99_900_000, 12_000_000])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_short_sums_agree_with_babel(value, lang):
    digits = 0 if value < 1000 else 1
    said = babel.format_compact_currency(value, "EUR", locale=lang, fraction_digits=digits)
    if value >= 1000:  # Babel puts a space inside « M€ »; towns do not
        said = said.replace("\u00a0€", "€")
    assert euros_short(value, lang) == said.replace(".0", "").replace(",0", "")


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_months_and_days_agree_with_babel(when):
    assert month(f"{when:%Y-%m}", "fr") == dates.format_date(when, "LLLL y", locale="fr")
    assert month(f"{when:%Y-%m}", "en") == dates.format_date(when, "LLLL y", locale="en")
    assert day(f"{when:%Y-%m-%d}", "en") == dates.format_date(when, "long", locale="en_GB")
    french = dates.format_date(when, "long", locale="fr")
    assert day(f"{when:%Y-%m-%d}T09:05", "fr") == (french if when.day > 1 else f"1er{french[1:]}")


def test_what_is_no_month_is_given_back():
    assert month("bientôt", "fr") == "bientôt"
    assert month("2027-13", "fr") == "2027-13"
    assert day("2027-04", "fr") == "avril 2027"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("Vraiment ?", "Vraiment\u202f?"),
        ("Vraiment?!", "Vraiment\u202f?!"),
        ("oui;non", "oui;non"),
        ("oui ; non", "oui\u202f; non"),
        ("le « bio » d'abord", "le «\u202fbio\u202f» d'abord"),
        ("«bio»", "«\u202fbio\u202f»"),
        ("cible : 20 %", "cible\u00a0: 20\u00a0%"),
        ("20% et 2,9 M€", "20\u00a0% et 2,9\u00a0M€"),
        ("à 14:05, voir https://exemple.fr?x=1", "à 14:05, voir https://exemple.fr?x=1"),
        ("2 900 000 €", "2\u202f900\u202f000\u00a0€"),
        ("en 2027 100 repas", "en 2027\u202f100 repas"),
        ("Tout va bien.", "Tout va bien."),
    ],
)
def test_french_spacing(typed, right):
    assert spaced(typed) == right


@given(st.text(alphabet="ab1 \u00a0\u202f;:?!«»%€M.,'\n", max_size=40))
def test_spacing_twice_changes_nothing_and_only_spaces_change(text):
    once = spaced(text)
    assert spaced(once) == once
    blank = str.maketrans("", "", " \u00a0\u202f")
    assert once.translate(blank) == text.translate(blank)


def test_a_moment_is_told_in_words_to_the_minute():
    assert moment("2026-12-01T09:05:09", "fr") == "1er décembre 2026 à 9\u00a0h\u00a005"
    assert moment("2026-11-30 10:19:48", "en") == "30 November 2026 at 10:19"
    assert moment("2026-11-30", "fr") == "30 novembre 2026"
    assert moment("hier", "fr") == "hier"


def test_a_damaged_session_tells_its_last_good_gesture_as_one_says_it():
    why = JournalError("damaged_from", path="a.clap", last=12, at="2026-11-30 10:19:48", lost=3)
    assert "(30 novembre 2026 à 10\u00a0h\u00a019)" in failure(why, speaker("fr"))
