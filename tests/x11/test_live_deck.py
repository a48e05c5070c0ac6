"""A trainer's deck in a real window: played from its folder, typed in by the keyboard, saved, spoilt and mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.authoring.scaffold import scaffold
from tests.pilot import Pilot
from tests.screen import Screen

pytestmark = pytest.mark.x11


def test_a_deck_is_played_from_its_folder_and_changed_meanwhile(display: Screen, tmp_path: Path) -> None:
    folder = tmp_path / "mon-jeu"
    scaffold(folder, "fr")
    file = folder / "deck.yaml"
    good = file.read_text(encoding="utf-8")
    with Pilot(display, tmp_path / "home", "play", str(folder)) as p:
        p.press("home:new")
        p.press("seats:go")
        p.press("step:enjeux")
        p.press("hand:search")
        p.type("classes")
        p.keys("Return")
        p.keys(*"ecolenord")
        p.keys("Return")
        p.until(lambda shown: shown.tree.find("issue:confort-classes"), "the card placed")
        assert p.session().placed("confort-classes").place == "ecole-nord"
        p.keys("Escape")

        file.write_text(good.replace("Classes fraîches en juin", "Classes au frais"), encoding="utf-8")
        p.until(lambda shown: "Classes au frais" in shown.tree.find("issue:confort-classes").name, "the new label")
        assert p.session().issue_card("confort-classes").label.fr == "Classes au frais"

        file.write_text(good.replace("families: [ecoles]", "families: [ecolse]"), encoding="utf-8")
        banner = p.node("notice:deck")
        assert "ecolse" in banner.name
        p.press("notice:problems")
        assert "ecoles" in p.node("problems:0").name
        p.keys("Escape")
        assert "Classes au frais" in p.node("issue:confort-classes").name

        file.write_text(good, encoding="utf-8")
        p.until(lambda shown: shown.tree.find("notice:deck") is None, "the banner gone")
        p.until(lambda shown: "fraîches" in shown.tree.find("issue:confort-classes").name, "the first label back")
        assert p.session().placed("confort-classes").place == "ecole-nord"
