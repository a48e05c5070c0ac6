"""The tender board, six months later, at the table: five steps, one answer, what the law says; or no way in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.shelf import load_scenario
from game.core.award import VARIANT, Judged
from game.core.judging import judgeable
from game.core.sheets import objectives
from game.places import shelves
from game.view.tree.node import outline
from tests.view import elsewhere
from tests.view.afternoon import opened, played
from tests.view.checks import sound
from tests.view.council import rolled, table
from tests.view.room import Hands
from tests.view.rooms import MEASURE, at

ISSUE = "alimentation-durable"


def said(room: Hands) -> str:
    sheet = room.tree.find("award")
    assert sheet is not None
    return outline(sheet).replace("\u202f", " ").replace("\xa0", " ")


def test_the_table_judges_two_offers_and_reads_who_decides() -> None:
    room = table(rolled())
    room.tap("award:open")
    assert "Menus de saison et végétal" in said(room)
    assert "la table n'en a rien dit" in said(room).replace("’", "'")
    room.tap("award:on")
    assert "Offre A" in said(room)
    assert "Offre B" in said(room)
    room.tap("award:on")
    room.tap(f"award:why:{ISSUE}")
    room.type("Les saisons")
    room.tap("award:variant")
    assert room.desk.session.judged == (Judged(ISSUE, "assiette", VARIANT, "Les saisons"),)  # type: ignore[attr-defined]
    assert "La salle retient B : elle ne peut pas l'être" in said(room).replace("’", "'")
    assert "CGCT L1414-2" in said(room)
    room.tap("award:on")
    for who in ("Le CLAP, avant", "Le maire", "La CAO, après", "Le conseil municipal"):
        assert who in said(room)
    room.tap("award:done")
    assert room.ui.dialog == ""
    assert "joué" in room.tree.find("award:open").name  # type: ignore[union-attr]


def test_another_kept_pick_may_be_judged() -> None:
    room = table(rolled())
    room.tap("award:open")
    first = said(room)
    room.tap("award:other")
    assert said(room) != first


@pytest.mark.parametrize("missing", ["panel", "offers"])
def test_where_the_agenda_or_the_deck_has_none_there_is_no_way_in(missing: str) -> None:
    session = rolled()
    if missing == "offers":
        deck = replace(session.workshop.deck, cao=None)
        session = replace(session, workshop=replace(session.workshop, deck=deck))
    else:
        session = replace(session, workshop=replace(session.workshop, agenda=opened("45").workshop.agenda))
    room = table(session)
    assert room.tree.find("credits") is not None
    assert room.tree.find("award:open") is None
    assert "CAO" not in room.tree.find("instruction").name  # type: ignore[union-attr]


def test_the_instruction_asks_for_it_until_it_is_played() -> None:
    from game.core.moves.judging import JudgeOffers

    session = rolled()
    assert "CAO" in table(session).tree.find("instruction").name  # type: ignore[union-attr]
    after = played(session, JudgeOffers(ISSUE, VARIANT))
    assert "CAO" not in table(after).tree.find("instruction").name  # type: ignore[union-attr]


def test_the_keyboard_alone_leads_through_it() -> None:
    room = table(rolled())
    room.focus("award:open")
    room.keys("enter")
    for wanted in ("award:on", "award:on", "award:variant", "award:on", "award:done"):
        for _ in range(12):
            if room.ui.focus == wanted:
                break
            room.keys("tab")
        assert room.ui.focus == wanted
        room.keys("enter")
    assert room.ui.dialog == ""
    assert [one.choice for one in room.desk.session.judged] == [VARIANT]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("town", "phase", "langs"), [("cantine", "generique", "fr en"), ("drumsallow", "credits", "en")]
)
def test_the_other_towns_judge_two_offers_on_each_kept_pick_too(town: str, phase: str, langs: str) -> None:
    session = elsewhere.SESSIONS[f"{town}-adopted"]()
    sources = load_scenario(shelves.scenario(town).parent, shelves.decks())
    session = replace(session, workshop=sources.workshop("90"), phase=phase)
    assert len(judgeable(session)) == len(objectives(session)) > 0
    for lang in langs.split():
        room = at(session, lang=lang, screen="play")
        room.tap("award:open")
        for press in ("award:on", "award:on", "award:base", "award:on"):
            sound(room.tree, MEASURE)
            room.tap(press)
        sound(room.tree, MEASURE)
        last = said(room)
        assert all(one.who.say(lang).replace("\xa0", " ") in last for one in session.workshop.deck.cao.deciders)
