"""The contact sheet: every card is on it, what does not fit is framed and numbered, the picture is a picture."""

import pytest
from PIL import Image

from game.authoring.scaffold import scaffold
from game.content.folder import read_folder
from game.places import shelves
from game.type.measure import FontMeasure
from game.view import contact, scene
from game.words.catalogue import speaker
from tests.cli.conftest import clap  # noqa: F401


def deck(folder, *changed):
    scaffold(folder / "jeu", "fr")
    file = folder / "jeu" / "deck.yaml"
    text = file.read_text(encoding="utf-8")
    for before, after in changed:
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")
    return read_folder(file, shelves.decks()).deck


def sheets(made, lang="fr"):
    said = speaker(lang)
    return contact.pages(lambda size: scene.sight(said, FontMeasure(), size), made)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_card_is_there_and_fits(tmp_path, lang):
    made = deck(tmp_path)
    (page,), overs = sheets(made, lang)
    assert overs == ()
    for card in (*made.issues, *made.levers, *made.events):
        assert page.find(f"card:{card.id}") is not None
        assert page.find(f"cell:{card.id}").name == card.label.say(lang)
    assert not speaker(lang).missing


def test_what_does_not_fit_is_framed_and_numbered(tmp_path):
    long = "Un texte bien trop long pour une carte, " * 8
    made = deck(tmp_path, ('fr: "Classes fraîches en juin"', 'fr: "Incompréhensibilissimement"'),
                ("Le titulaire pèse les restes et montre la courbe à chaque comité de menus.", long))  # fmt: skip
    (page,), overs = sheets(made)
    assert [(one.number, one.card, one.part) for one in overs] == [
        (1, "confort-classes", "label"),
        (2, "pesees", "text"),
    ]
    assert page.find("over:confort-classes") is not None
    assert page.find("over:gaspillage") is None


def test_a_great_deck_is_several_sheets():
    made = read_folder(shelves.deck("clap"), shelves.decks()).deck
    pages, overs = sheets(made)
    assert overs == ()
    cards = len(made.issues) + len(made.levers) + len(made.events)
    shown = [node.key for page in pages for node in page.walk() if node.key.startswith("card:")]
    assert len(shown) == len(set(shown)) == cards
    assert len(pages) == -(-cards // contact.PAGE)
    assert max(page.box.h for page in pages) < 6_000


def test_the_command_draws_it_in_either_language(clap, tmp_path):  # noqa: F811
    deck(tmp_path)
    for lang in ("fr", "en"):
        told = clap("deck", "preview", tmp_path / "jeu", "--out", tmp_path / f"{lang}.png", "--lang", lang)
        assert told.code == 0
        picture = Image.open(tmp_path / f"{lang}.png").convert("RGB")
        assert len(picture.getcolors(1 << 24)) > 100
    assert (tmp_path / "fr.png").read_bytes() != (tmp_path / "en.png").read_bytes()


def test_the_command_numbers_what_it_frames(clap, tmp_path):  # noqa: F811
    deck(tmp_path, ('fr: "Classes fraîches en juin"', 'fr: "Incompréhensibilissimement"'))
    told = clap("deck", "preview", tmp_path / "jeu", "--out", tmp_path / "x.png")
    assert "1 · Incompréhensibilissimement (confort-classes)" in told.out
    red = sum(count for count, colour in Image.open(tmp_path / "x.png").convert("RGB").getcolors(1 << 24)
              if colour == (0x8E, 0x1B, 0x1B))  # fmt: skip
    assert red > 2_000


def test_a_picture_that_cannot_be_written_is_one_sentence(clap, tmp_path):  # noqa: F811
    deck(tmp_path)
    (tmp_path / "file").touch()
    told = clap("deck", "preview", tmp_path / "jeu", "--out", tmp_path / "file" / "x.png")
    assert told.code == 1
    assert "n'est pas un dossier" in told.err
