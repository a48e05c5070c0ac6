"""Two windows on one table: the room sees every gesture, unless it is frozen, and nothing of the facilitator's."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from random import Random

import pygame
import pytest

from game.core.moves.flow import EnterPhase, Pause, TakeNote
from game.core.moves.issues import PlaceIssue
from game.table.app import Table
from game.table.room import Room
from game.view.answer import input as given
from game.view.answer import intents, members
from game.view.answer.intents import OpenDialog, Undo
from game.view.answer.leading import Blacken, Freeze, TurnPage, TwoWindows
from game.view.answer.pressing import press
from game.view.dialogs import ANYWHERE, DIALOGS
from game.view.tree.looks import Words
from game.view.tree.node import Node, outline, top_layer
from tests.table.real import desk
from tests.table.test_anything import STEPS
from tests.table.twofold import pixels, turned, two
from tests.x11.sessions import ISSUES, LEVERS

TORTURE = bool(os.environ.get("CLAP_TORTURE"))
INPUTS, SEEDS = (10_000, 10) if TORTURE else (200, 1)
LEAVING = (intents.PlayDemo, intents.LeaveSession, intents.Quit, intents.Fullscreen, intents.Export, TwoWindows)
CARD = PlaceIssue("climat-carbone", "urbain", "")
PHASES = ("reperage", "enjeux", "leviers", "arbitrage", "objectifs", "generique")


def does(table: Table, effect: object) -> None:
    """Have the facilitator's window do what a press there does."""
    table.ui, effects = press(table.ui, effect)
    table._all(effects)
    table.changed()
    table.tell_room()


def at(room: Room, kind: int, key: str) -> pygame.Event:
    """Give an event of the mouse on a node of the room's window."""
    node = room.tree.find(key)
    assert node is not None, key
    return pygame.Event(kind, pos=node.box.centre, button=1, buttons=(1, 0, 0), rel=(1, 1), touch=False, window=None)


def test_a_card_laid_in_one_window_lies_in_the_other(tmp_path: Path) -> None:
    with two(tmp_path, *ISSUES[:2]) as (table, room):
        assert table.gesture(CARD)
        table.changed()
        turned(table)
        assert room.tree.find("issue:climat-carbone") is not None
        down, up = pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP
        card = next(node.key for node in room.tree.walk() if node.key.startswith("card:"))
        turned(table, at(room, down, card), at(room, pygame.MOUSEMOTION, "head:enfance"))
        turned(table, at(room, up, "head:enfance"))
        does(table, TurnPage())
        name = card.removeprefix("card:")
        assert table.tree.find(f"issue:{name}") is not None
        assert [one.card for one in desk(table).session.issues][-1] == name


def test_a_frozen_room_keeps_every_pixel_whatever_is_done(tmp_path: Path) -> None:
    dice = Random(13)
    with two(tmp_path, *LEVERS) as (table, room):
        does(table, Freeze())
        assert table.ui.lead.frozen
        for _ in range(3):
            turned(table)
        before, done = pixels(room), len(desk(table).log())
        for n in range(100):
            if n % 20 == 0:
                does(table, EnterPhase(PHASES[n // 20 + 1]))
            anything(table, dice)
            if n % 20 == 19:
                turned(table)
                assert pixels(room) == before, n
        assert len(desk(table).log()) > done + 5
        does(table, Freeze())
        assert pixels(room) != before


def test_a_black_room_shows_nothing_and_comes_back(tmp_path: Path) -> None:
    with two(tmp_path, *LEVERS) as (table, room):
        before = pixels(room)
        does(table, Blacken())
        assert len(set(zip(*[iter(pixels(room))] * 3, strict=True))) == 1
        assert not any(node.name for node in room.tree.kids[0].walk())
        does(table, Blacken())
        assert pixels(room) == before


def anything(table: Table, dice: Random) -> Node | None:
    """Press one of the things of the facilitator's window, and type in it if it is a field; nothing is left."""
    acting = [one for one in top_layer(table.tree).walk() if one.acts and not leaves(one.does)]
    if not acting:
        does(table, intents.CloseTop())
        return None
    node = dice.choice(acting)
    table.step((given.Press(node.key),))
    return node


def leaves(what: object) -> bool:
    return any(isinstance(one, LEAVING) for one in getattr(what, "things", (what,)))


@pytest.mark.parametrize("seed", range(SEEDS))
def test_nothing_of_the_facilitators_reaches_the_room(tmp_path: Path, seed: int) -> None:
    """A mark is put in the file's path, in notes and in what is noted for oneself; all dialogs are walked through."""
    dice, mark = Random(seed), "Zyqkx"
    with two(tmp_path / mark, *LEVERS) as (table, room):
        table.say(f"{mark}: {desk(table).path}", "done", 10_000)
        assert table.gesture(TakeNote(f"{mark} dort"))
        table.changed()
        assert mark in told(table.tree)
        table.step((given.Press("lead:notes:leviers"), given.Typed(mark)))
        table.step((given.Tick(table.ui.now, table.ui.room + 5),))
        assert mark in told(table.tree)
        for name in (*ANYWHERE, *DIALOGS):
            does(table, OpenDialog(name))
            for _ in range(3 if TORTURE else 1):
                node = anything(table, dice)
                if isinstance(getattr(node, "does", None), intents.EditField) and "note" in table.ui.dialog:
                    table.step((given.Typed(mark),))
                table.tell_room()
                assert mark not in told(room.tree), (name, node)
            does(table, intents.CloseTop())
        for phase in PHASES:
            does(table, EnterPhase(phase))
            stage, shown = desk(table).session.stage, told(room.tree)
            assert mark not in shown, phase
            for text in (stage.notes, *(cue.say for cue in stage.script)):
                assert text.say("fr")[:30] not in shown, phase


def told(tree: Node) -> str:
    """Give all that a tree tells: to ears and to eyes."""
    words = (line for node in tree.walk() for one in node.look if isinstance(one, Words) for line in one.lines)
    return outline(tree) + "\n".join(words)


def test_the_room_has_no_button_of_the_facilitators_in_any_phase(tmp_path: Path) -> None:
    with two(tmp_path, *LEVERS) as (table, room):
        for phase in PHASES:
            does(table, EnterPhase(phase))
            wrong = [node.key for node in room.tree.walk() if node.acts and not _theirs(node)]
            assert not wrong, (phase, wrong)


def _theirs(node: Node) -> bool:
    return members.may(node.does) if node.does is not None else node.drags is not None


@pytest.mark.parametrize("seed", range(SEEDS))
def test_random_hands_in_the_room_make_no_facilitators_move(tmp_path: Path, seed: int) -> None:
    dice, heard = Random(seed), []
    with two(tmp_path, *LEVERS) as (table, room):
        do = desk(table).do
        desk(table).do = lambda command: (heard.append(command), do(command))[1]  # type: ignore[method-assign]
        for n in range(INPUTS // SEEDS):
            if n % 100 == 0:
                do(EnterPhase(PHASES[1 + n // 100 % 5]))
                table.changed()
                table.tell_room()
            was, phase, log = table.ui, desk(table).session.phase, len(heard)
            room._kept.append((dragged(room, dice) if n % 4 == 0 else (input_of(room, dice),), room.tree))
            table._members()
            table.tell_room()
            kept = replace(table.ui, spotlight=was.spotlight, told=was.told, notices=was.notices, focus=was.focus)
            assert replace(kept, back=was.back, arrived=was.arrived, toast=was.toast) == was
            assert desk(table).session.phase == phase
            assert all(isinstance(one, members.MOVES) for one in heard[log:]), heard[log:]
        assert heard, "no hand did anything"


def dragged(room: Room, dice: Random) -> tuple[given.Input, ...]:
    """Give a drag of something there onto something that takes things."""
    taken = [one for one in room.tree.walk() if one.drags is not None]
    takes = [one for one in room.tree.walk() if one.accepts is not None]
    if not taken or not takes:
        return (input_of(room, dice),)
    (x, y), (to_x, to_y) = (dice.choice(found).box.centre for found in (taken, takes))
    way = ((x + 30, y - 30), (to_x, to_y), (to_x, to_y))
    moves = tuple(given.PointerMove("mouse", *at) for at in way)
    return (given.PointerDown("mouse", x, y), *moves, given.PointerUp("mouse", to_x, to_y))


def input_of(room: Room, dice: Random) -> given.Input:
    """Give something a hand may do in the room's window, mostly on something."""
    node = dice.choice([one for one in room.tree.walk() if one.box.w])
    x, y = node.box.centre
    hand = dice.choice(("mouse", "finger:1:1"))
    names = ("tab", "enter", "space", "escape", "s", "left", "right", "up", "down", "f9", "f11", "pagedown")
    return dice.choice(
        (
            *(given.PointerDown(hand, x, y), given.PointerMove(hand, x, y), given.PointerUp(hand, x, y)) * 3,
            given.Key(dice.choice(names)),
            given.Key(dice.choice("zyacv"), ctrl=True, shift=dice.random() < 0.3),
            given.Typed("eau"),
            given.Wheel(x, y, dice.choice((-2, 2))),
            given.Press(node.key),
        )
    )


def test_a_refusal_is_told_where_the_hand_is(tmp_path: Path) -> None:
    with two(tmp_path, *LEVERS) as (table, room):
        assert table.gesture(Pause())
        table.changed()
        table.tell_room()
        assert room.tree.find("pause:cover") is not None
        assert room.tree.find("pause:resume") is None
        toast = table.ui.toast
        room._refused(table._moved(CARD))
        assert room.own.toast is not None
        assert table.ui.toast == toast


def test_undo_in_one_window_is_seen_in_the_other(tmp_path: Path) -> None:
    with two(tmp_path, *ISSUES[:2]) as (table, room):
        assert table.gesture(CARD)
        does(table, Undo())
        assert room.tree.find("issue:climat-carbone") is None


def test_the_result_is_told_to_the_room_without_its_buttons(tmp_path: Path) -> None:
    with two(tmp_path, *STEPS[: STEPS.index(EnterPhase("objectifs"))]) as (table, room):
        does(table, OpenDialog("result"))
        layer = top_layer(room.tree)
        assert "modal" in layer.states
        assert not [node.key for node in layer.walk() if node.role == "button" and not _theirs(node)]
        does(table, OpenDialog("event"))
        assert top_layer(room.tree).find("event:headline") is not None


def test_events_are_not_listed_to_the_room(tmp_path: Path) -> None:
    with two(tmp_path, *LEVERS, EnterPhase("arbitrage")) as (table, room):
        does(table, OpenDialog("event"))
        assert table.tree.find("event:body") is not None
        assert "modal" not in top_layer(room.tree).states, "the list of events is the facilitator's"


def test_a_fault_in_the_rooms_window_leaves_the_facilitators_and_is_told_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> bool:
        raise ValueError

    with two(tmp_path, *LEVERS) as (table, room):
        monkeypatch.setattr(room, "show", broken)
        turned(table)
        turned(table)
        assert table.ui.toast is not None
        assert "salle" in table.ui.toast.text
        assert table.beside is room
        assert table.desk is not None
