"""The deck to start from: sound, playable, and no key of the format left out."""

import re
import shlex

import pytest

from game.authoring.scaffold import scaffold
from game.content import deckspec, scenario
from game.content.deckspec import SPEC
from game.content.folder import read_folder
from game.content.shelf import load_scenario
from game.content.spec import Field, Shape
from game.core.errors import SetupError
from game.places import shelves
from tests.cli.conftest import clap  # noqa: F401  the commands, without a screen

LANGS = ("fr", "en")


@pytest.mark.parametrize("lang", LANGS)
def test_it_is_made_checked_and_played_without_a_word_to_mend(tmp_path, lang):
    scaffold(tmp_path / "mon-jeu", lang)
    found = read_folder(tmp_path / "mon-jeu" / "deck.yaml", shelves.decks())
    assert found.problems == ()
    assert found.deck is not None
    assert found.deck.id == "mon-jeu"
    assert [path for path, _ in found.images] == ["images/panier.svg", "images/calendrier.svg"]
    assert found.deck.issue("gaspillage").label.en == "Less waste"
    sources = load_scenario(tmp_path / "mon-jeu" / "scenario", shelves.decks())
    assert sources.warnings == ()
    assert sources.deck_file == (tmp_path / "mon-jeu" / "deck.yaml").resolve()
    assert sources.workshop("45").families
    assert sources.workshop("accueil").agenda.tryout


def keys(shape: Shape) -> set[str]:
    """Give every key of a shape, however deep."""
    found = set(shape.fields)
    for field in shape.fields.values():
        for inner in _shapes(field):
            found |= keys(inner)
    return found


def _shapes(field: Field):
    if field.shape is not None:
        yield field.shape
    if field.of is not None:
        yield from _shapes(field.of)


@pytest.mark.parametrize(("shape", "file"), [(SPEC, "deck.yaml"), (scenario.SPEC, "scenario/scenario.yaml")])
def test_every_key_of_the_format_is_used(tmp_path, shape, file):
    scaffold(tmp_path / "jeu", "fr")
    text = (tmp_path / "jeu" / file).read_text(encoding="utf-8")
    assert {key for key in keys(shape) if not re.search(rf"\b{key}: ", text + " ") and f"{key}:\n" not in text} == set()
    assert len(keys(SPEC)) > 50


def test_the_cards_use_every_key_of_their_kind(tmp_path):
    """Not in the file somewhere: on a card of that kind."""
    scaffold(tmp_path / "jeu", "fr")
    deck = read_folder(tmp_path / "jeu" / "deck.yaml", shelves.decks()).deck
    for shape, cards in ((deckspec.ISSUE, deck.issues), (deckspec.LEVER, deck.levers), (deckspec.EVENT, deck.events)):
        unused = {key for key in shape.fields if not any(getattr(card, key) for card in cards)}
        assert unused == set()


@pytest.mark.parametrize("lang", LANGS)
def test_the_lines_of_a_deck_that_extends_another_are_right_once_set_free(tmp_path, lang):
    """What the notes show works: the # taken off as they say."""
    scaffold(tmp_path / "jeu", lang)
    file = tmp_path / "jeu" / "deck.yaml"
    text = file.read_text(encoding="utf-8")
    free = re.sub(r"^# (?=(extends|remove|override): |override:|  eau:)", "", text, flags=re.MULTILINE)
    assert free != text
    file.write_text(free, encoding="utf-8")
    found = read_folder(file, shelves.decks())
    assert [one.code for one in found.problems] == []
    assert found.deck.issue("eau").label.fr == "Eau, chez nous"
    assert found.deck.issue("produits-de-saison") is not None


@pytest.mark.parametrize("lang", LANGS)
def test_its_notes_speak_one_language(tmp_path, lang):
    scaffold(tmp_path / "jeu", lang)
    for file in ("deck.yaml", "i18n/es.txt", "scenario/scenario.yaml"):
        text = (tmp_path / "jeu" / file).read_text(encoding="utf-8")
        assert not re.search(r"^ *#(fr|en|~) ", text, re.MULTILINE)
        notes = " ".join(re.findall(r"^ *# (.*)$", text, re.MULTILINE))
        assert bool(re.search(r" (les|une|des|du|la) ", notes)) is (lang == "fr")


def test_its_translation_is_right_once_set_free(tmp_path):
    """Renamed and promised as its notes say: nothing is stale, only what is not translated yet is missing."""
    scaffold(tmp_path / "jeu", "fr")
    overlay = tmp_path / "jeu" / "i18n" / "es.txt"
    overlay.rename(overlay.with_suffix(".yaml"))
    file = tmp_path / "jeu" / "deck.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("languages: [fr, en]", "languages: [fr, en, es]"), encoding="utf-8")
    found = read_folder(file, shelves.decks())
    assert {one.code for one in found.found} == {"translation_missing"}
    assert found.deck.issue("gaspillage").label.say("es") == "Menos desperdicio"


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(SetupError) as told:
        scaffold(tmp_path, "fr")
    assert told.value.code == "folder_taken"
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_of_any_name_will_do(tmp_path):
    folder = tmp_path / "Été : les écoles (2026)"
    scaffold(folder, "fr")
    assert read_folder(folder / "deck.yaml", shelves.decks()).problems == ()
    assert load_scenario(folder / "scenario", shelves.decks()).deck.id == "ete-les-ecoles-2026"


def test_the_command_says_what_to_do_next(clap, tmp_path):  # noqa: F811
    told = clap("deck", "new", tmp_path / "jeu")
    assert told.code == 0
    assert "clap deck check" in told.out
    assert clap("deck", "check", tmp_path / "jeu").code == 0
    assert clap("deck", "new", tmp_path / "jeu").code == 1


@pytest.mark.parametrize("name", ["mon-jeu", "Mon jeu d'été", 'le "grand" jeu', "a$b"])
def test_the_commands_it_advises_can_be_pasted(tmp_path, clap, monkeypatch, name):  # noqa: F811
    monkeypatch.chdir(tmp_path)
    told = clap("deck", "new", name, "--lang", "fr")
    assert told.code == 0
    advised = re.search(r"clap (deck check .*), puis clap play (.*)\.$", told.out, re.MULTILINE)
    assert shlex.split(advised[2]) == [name]
    assert clap(*shlex.split(advised[1])).code == 0
