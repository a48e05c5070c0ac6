"""The pictures of cards: whole in the hand and in the spotlight, decoded beside the loop, harmless if broken."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pygame
import pytest
from PIL import Image

from game.table.paint import Painter
from game.table.pictures import finished
from game.table.scenery import Scenery
from game.view.tree.box import Box
from game.view.tree.looks import CARD, Picture
from game.view.tree.node import Node
from tests.table.studio import Studio
from tests.view.checks import sound

RED, BLUE = (200, 30, 30), (30, 30, 200)
PATH = "images/vue.png"
LINES = f"""
    image: {PATH}
    alt: {{fr: "Deux bandes", en: "Two bands"}}
    credit: {{author: A. Martin, licence: CC-BY-4.0}}"""


def bands(kind: str = "PNG", **more: object) -> bytes:
    """Give a picture twice as wide as high: red, then blue."""
    made, out = Image.new("RGB", (400, 200), RED), BytesIO()
    made.paste(BLUE, (200, 0, 400, 200))
    made.save(out, kind, **more)  # type: ignore[arg-type]
    return out.getvalue()


def turned() -> bytes:
    """Give the same as a telephone held upright keeps it: lying, with a word that says to turn it."""
    exif = Image.Exif()
    exif[0x0112] = 6
    made, out = Image.open(BytesIO(bands())).transpose(Image.Transpose.ROTATE_90), BytesIO()
    made.save(out, "PNG", exif=exif)
    return out.getvalue()


DRAWN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="2" height="2" fill="#c81e1e"/>\
<rect x="2" width="2" height="2" fill="#1e1ec8"/></svg>'
SOUND = {
    "png": bands(), "jpeg": bands("JPEG", quality=95), "webp": bands("WEBP", lossless=True), "telephone": turned(),
    "drawing": DRAWN,
}  # fmt: skip


@pytest.mark.parametrize("kind", SOUND)
def test_a_picture_is_shown_whole_in_the_middle_of_its_box(kind: str) -> None:
    scenery = Scenery(None, {PATH: SOUND[kind]}.get)
    made = finished(scenery.drawn(Picture(Box(0, 0, 200, 200), CARD, (PATH,))))
    near = [[round(one / 40) for one in made.get_at((x, 100))[:3]] for x in (20, 180)]
    assert near == [[round(one / 40) for one in colour] for colour in (RED, BLUE)]
    assert [made.get_at((100, y)).a for y in (20, 180)] == [0, 0], "nothing above nor below it"


@pytest.mark.parametrize("data", [bands()[:-300], b"GIF89a" + bytes(40), b"", b"<svg", None])
def test_what_cannot_be_decoded_or_is_not_there_leaves_its_place_and_all_else(data: bytes | None) -> None:
    painter = Painter(ground=Scenery(None, {PATH: data}.get))
    target, mark = pygame.Surface((100, 100)), Picture(Box(10, 10, 50, 50), CARD, (PATH,))
    painter.paint(target, Node("image", "one", "", Box(0, 0, 100, 100), (mark,)), Box(0, 0, 100, 100))
    assert target.get_at((90, 90))[:3] == (0, 0, 0)
    assert (CARD in painter.odd) == (data is not None)


def test_while_the_table_is_played_pictures_are_decoded_beside_the_loop_each_in_its_turn() -> None:
    painter = Painter(ground=Scenery(None, {PATH: bands(), "images/b.png": turned()}.get))
    marks = [Picture(Box(100 * i, 0, 100, 100), CARD, (path,)) for i, path in enumerate((PATH, "images/b.png"))]
    target = pygame.Surface((200, 100))
    painter.pictures.patient = True
    for mark in marks:
        painter.pictures.show(target, mark)
    assert target.get_at((5, 50))[:3] == target.get_at((105, 50))[:3] == (0, 0, 0)
    boxes = set()
    while painter.pictures.coming:
        boxes.add(painter.pictures.ahead())
    assert {mark.box for mark in marks} <= boxes
    for mark in marks:
        painter.pictures.show(target, mark)
    assert [target.get_at((x, 50))[2] > 100 for x in (5, 95, 105, 195)] == [False, True, False, True]


def test_a_picture_is_on_its_card_in_the_hand_and_large_in_the_spotlight(studio: Studio) -> None:
    card = next(one for one in studio.desk.session.hand_levers if not one.image)
    (studio.file.parent / "images").mkdir(exist_ok=True)
    (studio.file.parent / PATH).write_bytes(bands())
    studio.save(studio.good.replace(f"\n  - id: {card.id}", f"\n  - id: {card.id}{LINES}"))
    table = studio.table
    assert studio.desk.session.workshop.deck.lever(card.id).image == PATH
    small = shown(table.tree.find(f"card:{card.id}"))
    sound(table.tree, table.services.measure)
    table.ui = replace(table.ui, spotlight=card.id)
    table.changed()
    table.show()
    large = shown(table.tree.find("spotlight:picture"))
    assert large.box.h > 2 * small.box.h
    assert table.tree.find("spotlight:picture").name == "Deux bandes"
    assert table.tree.find("spotlight:credit").name == "A. Martin, CC-BY-4.0"
    sound(table.tree, table.services.measure)
    while table.painter.pictures.coming:
        table.painter.pictures.ahead()
    table.window.exposed()
    table.show()
    x, y = large.box.centre
    assert [table.window.screen.get_at((x + by, y))[2] > 100 for by in (-40, 40)] == [False, True]


def shown(node: Node) -> Picture:
    """Give the picture of a card that a node shows."""
    (found,) = [one for each in node.walk() for one in each.look if isinstance(one, Picture)]
    assert found.facts == (PATH,)
    return found
