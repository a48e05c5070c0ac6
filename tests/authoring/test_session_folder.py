"""A session file holds all that its deck is made of: it opens where the deck's folder is not."""

from __future__ import annotations

import shutil
from pathlib import Path

from game.content.shelf import load_scenario
from game.desk.opening import IMAGE, new_session, open_session
from tests.content.samples import SCENARIO, swapped
from tests.content.test_folder import CHILD, decks
from tests.content.test_pictures import PICTURED, png
from tests.content.test_shelf import MAP, square


def town(root: Path, deck: str) -> Path:
    """Write a scenario for a deck that extends another, which has a picture and a translation beside it."""
    decks(root / "decks", petit_jeu=PICTURED, cantines=CHILD)
    (root / "decks" / "petit-jeu" / "images").mkdir()
    (root / "decks" / "petit-jeu" / "images" / "cantine.png").write_bytes(png())
    folder = root / "ville"
    folder.mkdir()
    text = swapped(SCENARIO, ("deck: petit-jeu", f"deck: {deck}"))
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    squares = (square(place, 1.38 + 0.01 * n) for n, place in enumerate(("ecole", "mairie", "aeroport")))
    (folder / "town.geojson").write_text(MAP % ", ".join(squares), encoding="utf-8")
    return folder


def test_a_session_opens_without_the_decks_it_was_made_of(tmp_path: Path) -> None:
    sources = load_scenario(town(tmp_path, "cantines"), tmp_path / "decks")
    assert sources.warnings == ()
    assert sources.images == (("images/cantine.png", png()),)
    new_session(tmp_path / "a.clap", sources, "court").close()
    shutil.rmtree(tmp_path / "decks")
    desk = open_session(tmp_path / "a.clap")
    assert desk.session.workshop.deck == sources.deck
    assert desk.session.workshop.deck.issue("dechets") is not None
    assert desk.sources[f"{IMAGE}images/cantine.png"] == png()
    desk.close()


def test_what_was_read_before_does_not_hide_a_translation_or_a_picture_added_since(tmp_path: Path) -> None:
    folder = town(tmp_path, "petit-jeu")
    root = tmp_path / "decks"
    assert load_scenario(folder, root).images
    (root / "petit-jeu" / "images" / "cantine.png").unlink()
    assert [one.code for one in load_scenario(folder, root).warnings] == ["image_missing"]
    assert load_scenario(folder, root).images == ()
    overlay = root / "petit-jeu" / "i18n" / "de.yaml"
    overlay.parent.mkdir()
    overlay.write_text("format: 1\ndeck: petit-jeu\nlanguage: de\n", encoding="utf-8")
    assert "overlay_undeclared" in {one.code for one in load_scenario(folder, root).warnings}
