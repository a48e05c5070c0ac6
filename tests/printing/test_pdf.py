"""The PDF as a reader, a print shop and a screen reader get it."""

from __future__ import annotations

import os
import re

import pytest
from PIL import Image, ImageChops, ImageStat

from game.printing.forms import FIELDS, forms
from game.printing.poster import PAPERS, Town, poster
from game.words.catalogue import speaker
from tests.printing.press import MM, deck, mixed, needs_tools, order, pages, pile, printed, profile, ran, saved, words

pytestmark = needs_tools
NAMES = ("home", "shop", "printer", "large")


@pytest.mark.parametrize("name", NAMES)
def test_it_is_sound_tagged_titled_and_carries_its_fonts(name, tmp_path):
    file = saved(pile(10, name).pdf, tmp_path)
    assert "No syntax or stream encoding errors" in ran("qpdf", "--check", file)
    info = ran("pdfinfo", file)
    assert re.search(r"Tagged:\s+yes", info)
    assert re.search(r"Title:\s+CLAP, le conseil des achats de la ville\s*: les cartes", info)
    fonts = ran("pdffonts", file).splitlines()[2:]
    assert len(fonts) >= 2
    assert all(re.search(r"CID TrueType\s+Identity-H\s+yes yes yes", line) for line in fonts)
    assert all("Atkinson" in line or "SourceSans" in line for line in fonts)


def test_it_says_its_language_and_asks_to_be_printed_at_full_size_on_both_sides():
    pdf = pile(10, "home").pdf
    catalogue = re.findall(rb"<</Type/Catalog.*?>>\s*endobj", pdf, re.DOTALL)[-1]
    assert b"/Lang(fr)" in catalogue
    assert b"/PrintScaling/None/Duplex/DuplexFlipLongEdge" in catalogue
    assert b"pdfuaid:part" in pdf
    short = pile(2, "home", "short").pdf
    assert b"/Duplex/DuplexFlipShortEdge" in short


def test_a_page_for_the_print_shop_is_a_card_with_its_bleed_and_its_trim_box(tmp_path):
    info = ran("pdfinfo", "-box", saved(pile(10, "printer").pdf, tmp_path))
    assert re.search(r"Pages:\s+20", info)
    boxes = {name: [float(each) * MM / 72 for each in numbers.split()]
             for name, numbers in re.findall(r"(\w+Box):\s+([\d. ]+)", info)}  # fmt: skip
    assert boxes["TrimBox"] == pytest.approx([3, 3, 66, 91], abs=0.01)
    assert boxes["MediaBox"] == pytest.approx([0, 0, 69, 94], abs=0.01)
    assert boxes["BleedBox"] == pytest.approx([0, 0, 69, 94], abs=0.01)


@pytest.mark.parametrize(("name", "sheets"), [("home", 2), ("shop", 2), ("large", 3)])
def test_pages_are_paper_sized_fronts_and_backs(name, sheets, tmp_path):
    info = ran("pdfinfo", saved(pile(10, name).pdf, tmp_path))
    assert re.search(rf"Pages:\s+{sheets * 2}", info)
    size = [float(each) * MM / 72 for each in re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info).groups()]
    assert size == pytest.approx(profile(name).paper, abs=0.05)


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_card_fits_and_every_accented_word_of_the_labels_can_be_read_back(lang, tmp_path):
    made = printed(order(9, front=speaker(lang), back=speaker(lang), cards=mixed(101)))
    assert made.overflows == ()
    assert made.missing == ()
    text = re.sub(r"\s+", " ", ran("pdftotext", saved(made.pdf, tmp_path), "-"))
    for card in mixed(101):
        for word in re.findall(r"[\w'-]+", card.label.say(lang)):
            assert word in text, (card.id, word)
        assert card.id in text


FLIPS = ("long", "short")
WIDE = [(*one, flip) for one in (("home", 1), ("home", 2), ("home", 5), ("home", 9)) for flip in FLIPS]
NARROW = [("home", 2, "long"), ("home", 9, "long"), ("home", 9, "short")]


@pytest.mark.parametrize(
    ("name", "count", "flip"),
    [*(WIDE if os.environ.get("CLAP_TORTURE") else NARROW),
     *((*one, flip) for one in (("shop", 5), ("large", 3)) for flip in FLIPS)],
)  # fmt: skip
def test_each_back_lands_behind_its_front_within_a_fifth_of_a_millimetre(name, count, flip, tmp_path):
    file = saved(pile(count, name, flip).pdf, tmp_path)
    one = profile(name)
    front, back = pages(file, 254)
    level = (flip == "short") == (one.paper[1] >= one.paper[0])
    mirror = Image.Transpose.FLIP_TOP_BOTTOM if level else Image.Transpose.FLIP_LEFT_RIGHT
    through = back.transpose(mirror)  # the back as one sees it through the front
    for x, y in cells(one, count):
        there, here = panel(front, one, x, y), panel(through, one, x, y)
        assert there == pytest.approx(here, abs=0.2)
        assert there == pytest.approx((x + 3 * one.scale, y + 3 * one.scale, x + one.card[0] - 3 * one.scale,
                                       y + one.card[1] - 3 * one.scale), abs=0.2)  # fmt: skip
    fronted, backed = words(file)
    for card, (x, y) in zip(mixed(count), cells(one, count), strict=True):
        behind = (x, one.paper[1] - y - one.card[1]) if level else (one.paper[0] - x - one.card[0], y)
        assert held(fronted, card.id, x, y, one)
        assert held(backed, card.id, *behind, one)


def cells(one, count):
    """Say where the first cards of a sheet lie, from the profile's own figures."""
    (left, top), (across, down) = one.origin, one.pitch
    return [(left + i % one.columns * across, top + i // one.columns * down) for i in range(count)]


def panel(picture, one, x, y):
    """Find the card's panel in its ground: the first pixels of another colour from each side, in mm."""
    wide, high = one.card
    dot = 254 / MM
    ground = picture.getpixel((round((x + 1) * dot), round((y + 1) * dot)))

    def first(points):
        for at, point in points:
            colour = picture.getpixel(point)
            if max(abs(a - b) for a, b in zip(colour, ground, strict=True)) > 12:
                return at / dot
        raise AssertionError("no panel")

    mid_x, mid_y = round((x + wide / 2) * dot), round((y + high * 0.45) * dot)
    across, down = (
        range(round((x + 1) * dot), round((x + wide - 1) * dot)),
        range(round((y + 1) * dot), round((y + high - 1) * dot)),
    )
    return (
        first((i, (i, mid_y)) for i in across),
        first((i, (mid_x, i)) for i in down),
        first((i + 1, (i, mid_y)) for i in reversed(across)),
        first((i + 1, (mid_x, i)) for i in reversed(down)),
    )


def held(found, card_id, x, y, one):
    return any(
        word == card_id and x <= left and right <= x + one.card[0] and y <= top and low <= y + one.card[1]
        for word, left, top, right, low in found
    )


@pytest.mark.parametrize(("name", "safe", "count"), [("home", 8.0, 9), ("large", 8.0, 2), ("shop", 5.0, 9)])
def test_no_ink_near_the_edge_of_the_paper(name, safe, count, tmp_path):
    for picture in pages(saved(pile(count, name).pdf, tmp_path), 100):
        edge = int(safe * 100 / MM)
        width, height = picture.size
        inked = ImageChops.invert(picture.convert("L")).getbbox()
        assert inked[0] >= edge
        assert inked[1] >= edge
        assert inked[2] <= width - edge
        assert inked[3] <= height - edge


@pytest.mark.parametrize("name", ["home", "shop", "large"])
def test_the_ruler_is_50_mm_long(name, tmp_path):
    picture = pages(saved(pile(2, name).pdf, tmp_path), 600, "-f", "1", "-l", "1", "-gray")[0].convert("L")
    dot = 600 / MM
    top = round((profile(name).paper[1] - 13) * dot)
    foot = picture.crop((0, top, picture.width, picture.height))
    assert max(runs(foot)) / dot == pytest.approx(50, abs=0.1)


def runs(picture):
    """Measure every level stroke: the dark pixels in a row, line by line."""
    pixels, width = picture.point(lambda grey: 255 if grey < 128 else 0).tobytes(), picture.width
    for line in range(picture.height):
        row = pixels[line * width : (line + 1) * width]
        yield from (len(run) for run in row.split(b"\0"))


@pytest.mark.slow
def test_saving_ink_takes_at_least_two_thirds_less_and_black_alone(tmp_path):
    full = pages(saved(pile(9, "home").pdf, tmp_path, "full.pdf"), 60)
    less = pages(saved(pile(9, "home", saving="yes").pdf, tmp_path, "less.pdf"), 60)
    assert sum(map(ink, less)) <= sum(map(ink, full)) / 3
    for page in less:
        red, green, blue = page.split()
        assert ImageChops.difference(red, green).getextrema()[1] <= 1
        assert ImageChops.difference(green, blue).getextrema()[1] <= 1


def ink(page):
    """Give the share of a page's area that inks cover, greys being drawn in black: C + M + Y - 2K."""
    cyan, magenta, yellow = (ImageChops.invert(band) for band in page.split())
    black = ImageChops.darker(ImageChops.darker(cyan, magenta), yellow)
    cover = [ImageStat.Stat(each).mean[0] / 255 for each in (cyan, magenta, yellow, black)]
    return cover[0] + cover[1] + cover[2] - 2 * cover[3]


@pytest.mark.parametrize("size", ["a2", "a1"])
def test_the_poster_is_one_sound_page_that_names_every_place_and_family(size, tmp_path, blagnac):
    town = Town(blagnac.deck, blagnac.scenario, blagnac.town)
    made = poster(town, size, speaker("fr"))
    assert made.overflows == ()
    assert made.missing == ()
    file = saved(made.pdf, tmp_path)
    ran("qpdf", "--check", file)
    info = ran("pdfinfo", file)
    assert re.search(r"Pages:\s+1\b", info)
    assert re.search(r"Tagged:\s+yes", info)
    found = [float(each) * MM / 72 for each in re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", info).groups()]
    assert found == pytest.approx(PAPERS[size], abs=0.05)
    text = re.sub(r"\s+", " ", ran("pdftotext", file, "-").replace("\u00a0", " "))
    for place in (place for place in blagnac.scenario.places if not place.decor):
        for word in place.short.fr.replace("\u00a0", " ").split():
            assert word in text
    assert len(re.findall(r"image", ran("pdfimages", "-list", file))) <= 1  # the header alone: nothing but vectors


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_sheet_to_fill_in_is_one_page_with_every_field_of_an_objective(lang, tmp_path, blagnac):
    made = forms(deck(), blagnac.scenario, 3, speaker(lang))
    file = saved(made.pdf, tmp_path)
    ran("qpdf", "--check", file)
    assert re.search(r"Pages:\s+3\b", ran("pdfinfo", file))
    text = re.sub(r"\s+", " ", ran("pdftotext", file, "-"))
    said = speaker(lang)
    for field in FIELDS:
        if field != "sheet_of":
            assert " ".join(said.say(f"printing.form.{field}").split()) in text, field
    for family in deck().families:
        assert family.short.say(lang).replace("\u00a0", " ") in text
