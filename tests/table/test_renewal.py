"""A trainer saves the deck while it is played: the real table, a real session file, real saves."""

from __future__ import annotations

import os
import random
import re
from dataclasses import replace

import pytest

from game.core.moves.flow import EnterPhase
from game.desk.opening import open_session
from game.view.answer.input import Press
from tests.view.checks import sound

EDITS = 200 if os.environ.get("CLAP_TORTURE") else 20
SPOILS = ("\t x", "  - {", "a: b: c", "[[[", "&a x", "!!python/x y")


def test_a_clean_save_changes_the_card_where_it_lies(studio):
    board = studio.desk.session.issues
    studio.save(studio.good.replace("Produits de saison", "Fruits de saison"))
    assert studio.label("produits-de-saison") == "Fruits de saison"
    assert studio.desk.session.issues == board
    assert "Fruits de saison" in studio.table.tree.find("issue:produits-de-saison").name
    assert "à jour" in studio.table.ui.toast.text
    assert studio.table.ui.faults == ()


def test_a_broken_save_keeps_the_last_good_deck_and_says_why(studio):
    studio.save(studio.good.replace("families: [ecoles]", "families: [ecolse]"))
    banner = studio.table.tree.find("notice:deck")
    line = 1 + studio.good[: studio.good.index("families: [ecoles]")].count("\n")
    assert f"ligne {line}" in banner.name
    assert "ecoles" in banner.name
    assert studio.label("confort-classes") == "Classes fraîches en juin"
    studio.table.step((Press("notice:problems"),))
    dialog = studio.table.tree.find("problems")
    assert any("ecolse" in node.name for node in dialog.walk())
    sound(studio.table.tree, studio.table.services.measure)
    studio.save(studio.good.replace("Classes fraîches en juin", "Classes au frais"))
    assert studio.table.tree.find("notice:deck") is None
    assert studio.table.ui.dialog == ""
    assert studio.label("confort-classes") == "Classes au frais"


def test_the_dialog_says_what_deck_check_says(studio, capsys):
    from game.cli.main import run

    studio.save(studio.good.replace("axis: terre", "axis: tere", 1).replace("impact: 3", "impact: 9"))
    run(["deck", "check", str(studio.file.parent), "--lang", "fr"])
    told = capsys.readouterr().out
    assert len(studio.table.ui.faults) >= 2
    for fault in studio.table.ui.faults:
        assert fault.said.fr in told


def test_a_card_taken_out_stays_and_is_marked(studio):
    text = re.sub(r"  - id: confort-classes\n(    .*\n)+", "", studio.good)
    text = re.sub(r"  - id: trente-ans\n(    .*\n)+", "", text)
    studio.save(text)
    assert studio.table.ui.faults == ()
    assert studio.label("confort-classes") == "Classes fraîches en juin"
    node = studio.table.tree.find("issue:confort-classes")
    assert "retirée du jeu" in node.hint
    studio.table.ui = replace(studio.table.ui, spotlight="confort-classes")
    studio.table.changed()
    assert "retirée du jeu" in studio.table.tree.find("spotlight:kind").name


def test_after_the_vote_nothing_changes_any_more(studio):
    from game.core.moves.votes import CloseBallot, LayToken

    seat = studio.desk.session.voters[0].seat.id
    for command in (EnterPhase("arbitrage"), LayToken(seat, "gaspillage"), CloseBallot()):
        assert studio.desk.do(command) is None
    studio.save(studio.good.replace("Produits de saison", "Fruits de saison"))
    assert studio.label("produits-de-saison") == "Produits de saison"
    assert "vote est clos" in studio.table.ui.toast.text


def test_a_deck_that_waits_in_a_field_being_typed_keeps_the_text(studio):
    studio.table.step((Press("hand:search"),))
    from game.view.answer.input import Typed

    studio.table.step((Typed("heures"),))
    studio.save(studio.good.replace("Heures d'insertion", "Heures d'emploi"))
    assert studio.table.ui.text("hand:search") == "heures"


def edited(text: str, chance: random.Random) -> str | bytes:
    """Give a deck changed at random, sound or broken."""
    lines = text.split("\n")
    at = chance.randrange(8, len(lines))
    kind = chance.randrange(10)
    if kind < 3:
        words = re.findall(r"\b[a-zé]{4,}\b", text)
        word = chance.choice(words)
        return text.replace(f" {word} ", f" {word[::-1]} ")
    if kind == 3:
        return "\n".join([*lines[:at], *lines[at + 1 :]])
    if kind == 4:
        return "\n".join([*lines[:at], lines[at][: len(lines[at]) // 2]])
    if kind == 5:
        return text.replace("cost: 0", f"cost: {chance.randrange(-3, 4)}", 1)
    if kind == 6:
        return text[: chance.randrange(len(text))]
    if kind == 7:
        return "\n".join([*lines[:at], chance.choice(SPOILS), *lines[at:]])
    if kind == 8:
        return text.encode()[: chance.randrange(40, len(text))] + b"\xe9\x00"
    card = chance.choice(("confort-classes", "emploi-insertion", "pesees", "heures-insertion"))
    renamed = re.sub(rf"\b{card}\b", f"{card}-2", text)
    return renamed.replace(f"id: {card}-2\n", f"id: {card}-2\n    former_ids: [{card}]\n")


@pytest.mark.slow
def test_random_saves_move_no_card(studio):
    chance = random.Random(2026)
    board = studio.desk.session.issues
    sound_saves = broken_saves = 0
    for i in range(EDITS):
        before = studio.desk.session
        text = edited(studio.good, chance)
        studio.save(text)
        session = studio.desk.session
        assert session.issues == board, i
        for issue in board:
            assert session.issue_card(issue.card) is not None
            assert all(session.lever_card(lever) is not None for lever in issue.levers)
            assert studio.table.tree.find(f"issue:{issue.card}") is not None, (i, text)
        stopped = any(not fault.mild for fault in studio.table.ui.faults)
        broken_saves += stopped
        sound_saves += not stopped
        if stopped:
            assert session.workshop.deck == before.workshop.deck
            assert studio.table.tree.find("notice:deck") is not None
        if i % 20 == 7:
            assert studio.desk.undo() is None
            assert studio.desk.redo() is None
    assert min(sound_saves, broken_saves) > EDITS // 5
    studio.save(studio.good)
    assert studio.table.ui.faults == ()
    left = studio.desk.session
    studio.desk.close()
    again = open_session(studio.path, read_only=True)
    assert again.session.workshop.deck == left.workshop.deck
    assert again.session.issues == left.issues


def test_the_log_tells_when_the_deck_changed(studio, capsys):
    from game.cli.main import run

    studio.save(studio.good.replace("Produits de saison", "Fruits de saison").replace('"0.1"', '"0.2"', 1))
    assert run(["session", "log", str(studio.path), "--lang", "fr"]) == 0
    told = capsys.readouterr().out
    assert "mis à jour (version 0.2)" in told
