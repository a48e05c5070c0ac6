"""Each picture of a guide shows today's screen, and each one taken is shown by a guide."""

from __future__ import annotations

import re

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.guides.pictures import IMAGES, LANGUAGES, PAPERS, SHOTS, Shot, paper_file, taken
from tests.printing.press import needs_tools

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


@needs_tools
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_a_trainers_picture_shows_todays_paper(name: str, lang: str) -> None:
    assert apart(Image.open(IMAGES / paper_file(name, lang)), PAPERS[name](lang)) < ALIKE, "make pictures"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_trainers_guide_shows_each_of_its_pictures_with_words(lang: str) -> None:
    text = (IMAGES.parent / {"fr": "guide-formateur.md", "en": "trainers-guide.md"}[lang]).read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^]]*)]\(images/(jeu-[^)]+)\)", text)
    assert {file for _, file in shown} == {paper_file(name, lang) for name in PAPERS}
    assert all(len(words) > 30 for words, _ in shown)


def test_two_moments_are_told_apart() -> None:
    one, other = (Image.open(IMAGES / shot.file("fr")) for shot in SHOTS[1:3])
    assert apart(one, other) > ALIKE


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_guide_shows_each_picture_with_words_for_whoever_does_not_see_it(lang: str) -> None:
    text = (IMAGES.parent / GUIDES[lang]).read_text(encoding="utf-8")
    shown = re.findall(r"!\[([^]]*)]\(images/(table-[^)]+)\)", text)
    assert {file for _, file in shown} == {shot.file(lang) for shot in SHOTS}
    assert all(len(words) > 30 for words, _ in shown)
