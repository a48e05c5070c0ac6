"""Each picture of a guide shows today's screen, and each one taken is shown by a guide."""

from __future__ import annotations

import re

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.guides.pictures import IMAGES, LANGUAGES, SHOTS, Shot, taken

GUIDES = {"fr": "guide-animateur.md", "en": "facilitators-guide.md"}
THUMB = (160, 90)
ALIKE = 5.0
"""Mean difference of grey, of 255, of two pictures of one screen: a word changed gives under 1, a part moved over 8."""


def apart(one: Image.Image, other: Image.Image) -> float:
    """Give the mean difference of two pictures, in greys of 255."""
    small = [picture.convert("L").resize(THUMB, Image.Resampling.BOX) for picture in (one, other)]
    return ImageStat.Stat(ImageChops.difference(*small)).mean[0]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_picture_shows_todays_screen(shot: Shot, lang: str) -> None:
    assert apart(Image.open(IMAGES / shot.file(lang)), taken(shot, lang)) < ALIKE, "make pictures"


def test_two_moments_are_told_apart() -> None:
    one, other = (Image.open(IMAGES / shot.file("fr")) for shot in SHOTS[1:3])
    assert apart(one, other) > ALIKE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_guide_shows_each_picture_with_words_for_whoever_does_not_see_it(lang: str) -> None:
    text = (IMAGES.parent / GUIDES[lang]).read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^]]*)]\(images/(table-[^)]+)\)", text)
    assert {file for _, file in shown} == {shot.file(lang) for shot in SHOTS}
    assert all(len(words) > 30 for words, _ in shown)
